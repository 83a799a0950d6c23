"""Telling people, in a message that gives nothing away: a first name, a place and a link."""

from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse

from wijkhuis.base import clock
from wijkhuis.base.messages.actions import Address, take_back_waiting, write_message
from wijkhuis.base.messages.addresses import is_mobile
from wijkhuis.base.messages.models import Channel, Message
from wijkhuis.base.messages.queries import goes_by_notify, goes_out_by_itself, messages_about, works
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk.models import Handover, Question
from wijkhuis.loop.desk.queries.way_back import links_sent_to

# Ways of hearing back that go out by themselves; the others are a task for a person.
CHANNELS = {
    ContactWish.Way.SMS: (Channel.SMS, "phone"),
    ContactWish.Way.EMAIL: (Channel.EMAIL, "email"),
    ContactWish.Way.LETTER: (Channel.LETTER, "postal"),
}

# Ways by which a link and a code arrive at once, wherever somebody is.
GETS_THE_LINK = (ContactWish.Way.SMS, ContactWish.Way.EMAIL)

# So often at most a link goes to one question, and to one address where anybody may fill it in.
MOST_LINKS_A_DAY = 3

LINK, NEWS, FOLLOW_UP = "desk/link", "desk/answered", "desk/follow_up"
# Where the link of a message leads, when it is not the page of the question itself.
PAGES = {FOLLOW_UP: "desk:mine_follow_up"}


def address_of(contact: ContactWish | None) -> Address | None:
    """Where a message to a resident goes, or None when a person calls or waits for them to come by."""
    if contact is None or contact.way not in CHANNELS:
        return None
    channel, field = CHANNELS[ContactWish.Way(contact.way)]
    return Address(channel, getattr(contact, field)) if goes_out_by_itself(channel) else None


def arrives(question: Question, *, template: str) -> bool:
    """Whether a message of this kind can still arrive where the resident wants to hear from us."""
    address = address_of(question.contact)
    return address is not None and works(address) and not did_not_arrive(question, template=template)


def did_not_arrive(question: Question, *, template: str) -> bool:
    """Whether a message of this kind was sent to the address of now, and did not arrive there."""
    since = question.answered_at or question.asked_at
    if question.reach_changed_at:
        since = max(since, question.reach_changed_at)
    return messages_about(question).filter(template=template, failed_at__isnull=False, written_at__gte=since).exists()


def is_on_its_way(question: Question, *, template: str) -> bool:
    """Whether a message of this kind to the resident waits to go out."""
    return messages_about(question).filter(template=template, sent_at=None, failed_at=None).exists()


def gets_the_link(contact: ContactWish | None) -> bool:
    """Whether the link and the code can be sent to this person from here."""
    return contact is not None and contact.way in GETS_THE_LINK and address_of(contact) is not None


def tell_link(question: Question) -> Message | None:
    """Send the link and the code to who chose a text message or e-mail; others have them on the slip."""
    if not gets_the_link(question.contact):
        return None
    return tell_resident(question, template=LINK, code=question.short_code or "")


def tell_link_once_asked(question: Question) -> Message | None:
    """The same for who asks by themselves; an address that somebody fills in again and again gets no more."""
    to = address_of(question.contact)
    lately = links_sent_to(to, since=clock.now() - timedelta(days=1)) if to else 0
    return tell_link(question) if lately < MOST_LINKS_A_DAY else None


def tell_news(question: Question) -> bool:
    """Send word that there is news; False when a person of the house still has to tell."""
    if question.contact is not None and question.contact.way == ContactWish.Way.NONE:
        return True
    return tell_resident(question, template=NEWS) is not None


def tell_resident(question: Question, *, template: str, **more: str) -> Message | None:
    """Write a resident a message in their own language, when they chose a way that goes out by itself."""
    address = address_of(question.contact)
    if address is None or question.contact is None or question.link_token is None:
        return None
    return write_message(
        template=template,
        to=address,
        language=resident_language(question),
        context={
            "first_name": question.contact.called,
            "house": question.house.name,
            "phone": question.house.phone,
            "link": settings.SITE_URL + reverse(PAGES.get(template, "desk:mine"), args=[question.link_token]),
            **more,
        },
        about=question,
        house_id=question.house_id,
    )


def tell_anew(question: Question, *, failed_since: datetime | None = None) -> list[str]:
    """Write what still waits for a resident again, with the link and the address of now.

    Of what did not arrive since a moment too, when one is given. Gives the messages that nobody can send any more.
    """
    theirs = messages_about(question).exclude(template__startswith="desk/handover")
    names = take_back_waiting(theirs)
    if failed_since:
        failed = theirs.filter(failed_at__isnull=False, written_at__gte=failed_since).order_by("pk")
        names = [*failed.values_list("template", flat=True), *names]
    return [name for name in dict.fromkeys(names) if _again(question, name) is None]


def _again(question: Question, template: str) -> Message | None:
    return tell_link(question) if template == LINK else tell_resident(question, template=template)


def tell_partner(handover: Handover, *, link: str | None, template: str) -> Message | None:
    """Ask a partner by e-mail to look at a handover; the question itself stays behind the link."""
    professional = handover.professional
    email = professional.email if professional else handover.partnership.function_email
    if professional and professional.user and not email:
        email = professional.user.email
    return write_message(
        template=template,
        to=Address(Channel.EMAIL, email),
        language="nl",
        context={
            "first_name": professional.first_name if professional else "",
            "house": handover.question.house.name,
            "phone": handover.question.house.phone,
            "who": handover.sender.first_name,
            "date": handover.answer_by.isoformat(),
            "link": link or "",
        },
        about=handover.question,
        house_id=handover.question.house_id,
    )


def text_code(handover: Handover, code: str) -> Message | None:
    """Text the code to the partner's mobile phone, where the house sends text messages; the link goes by e-mail."""
    who = handover.professional
    phone = who.phone if who else handover.partnership.function_phone
    if not goes_by_notify(Channel.SMS) or not is_mobile(phone):
        return None
    return write_message(
        template="desk/handover_code",
        to=Address(Channel.SMS, phone),
        language="nl",
        context={"house": handover.question.house.name, "who": handover.sender.first_name, "code": code},
        about=handover.question,
        house_id=handover.question.house_id,
    )


def tell_sender(handover: Handover, *, template: str) -> Message | None:
    """Tell the sender that a partner answered, or did not."""
    return write_message(
        template=template,
        to=Address(Channel.EMAIL, handover.sender.email),
        language=handover.sender.language,
        context={
            "first_name": handover.sender.first_name,
            "house": handover.question.house.name,
            "link": settings.SITE_URL + reverse("desk:question", args=[handover.question_id]),
        },
        about=handover.question,
        house_id=handover.question.house_id,
    )


def resident_language(question: Question) -> str:
    """The language of the resident, in the form of address of the house."""
    language = question.contact.language if question.contact else "nl"
    informal = question.house.form_of_address == "je"
    return "nl-informal" if language == "nl" and informal else language
