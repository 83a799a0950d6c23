"""The warm handover: the sender holds the question until the other side says yes."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.access import professional_of
from wijkhuis.house.partners.actions.holding import hold_partnership, hold_professionals
from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.house.people import actions as people
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import has_role
from wijkhuis.loop.desk import access, rules
from wijkhuis.loop.desk.actions import telling
from wijkhuis.loop.desk.actions.hold import plan
from wijkhuis.loop.desk.actions.shared import house_words, lock, open_and_mine, person
from wijkhuis.loop.desk.models import Handover, Question
from wijkhuis.loop.desk.queries.sharing import shareable

WITH_WHOM = ("partnership__partner", "professional__user", "professional__partner", "sender")


@dataclass(frozen=True)
class Offer:
    """A handover that was offered, and the code that is told to the partner another way (None with an account)."""

    handover: Handover
    code: str | None
    link: str | None
    was_told: bool = True
    code_was_texted: bool = False


@transaction.atomic
def offer_question(
    question: Question,
    *,
    partnership: Partnership,
    professional: Professional | None = None,
    function: str = "",
    fields: Sequence[str] = rules.SHARED_BY_DEFAULT,
    note: str = "",
    by: Actor,
) -> Offer:
    """Offer a question to a person or function at a partner; nothing changes hands until they accept."""
    question = open_and_mine(question, by=by)
    demand(by.user is not None and question.holder_id == by.user.pk, _("Only who holds the question hands it over."))
    demand(
        partnership.house_id == question.house_id and partnership.ended_on is None,
        _("This partner does not work with this house."),
    )
    _demand_receiver(partnership, professional, function)
    demand(set(fields) <= access.shared_with(person(by), question), _("Choose what goes along."))
    # What is not there now does not go along when it is filled in later.
    filled = [name for name, _label in shareable(question, known=fields)]
    handover = _keep_offer(
        question, partnership, professional, clean_words(function)[:80], filled, clean_words(note), by
    )
    offer = _open_link(handover, code=_new_code())
    told = telling.tell_partner(handover, link=offer.link, template="desk/handover_offered")
    record("desk.handover_offered", question, by=by)
    return replace(_texted(offer), was_told=told is not None)


@transaction.atomic
def accept_handover(
    handover: Handover,
    *,
    next_step: str,
    next_on: date,
    professional: Professional | None = None,
    by: Actor,
) -> Handover:
    """Say yes: from now on the partner holds the question. `professional` says who, when a function was asked."""
    who = _hold_face(handover, professional, by=by)
    question, handover = _lock_offer(handover)
    _demand_may_answer(handover, by)
    works = who is not None and who.partner_id == handover.partnership.partner_id and who.left_on is None
    if who is None or not works:
        raise RuleBroken(_("Who of you takes this up? Choose a name."))
    now = clock.now()
    handover.accepted_at = handover.ended_at = now
    handover.ending, handover.professional = Handover.Ending.ACCEPTED, who
    handover.link_until = _link_lasts(next_on)
    handover.save()
    question.holder = account_of(who, house_id=question.house_id)
    question.holder_partner = None if question.holder else who
    question.rung = "professional"
    question.save(update_fields=["rung"])
    plan(question, next_step=next_step, next_on=next_on)
    record("desk.handover_accepted", question, by=by)
    telling.tell_resident(question, template="desk/someone_helps")
    telling.tell_sender(handover, template="desk/handover_answered")
    return handover


@transaction.atomic
def decline_handover(handover: Handover, *, reason: str, suggestion: str = "", by: Actor) -> Handover:
    """Say no, with a reason and if possible a suggestion; the sender still holds the question."""
    question, handover = _lock_offer(handover)
    _demand_may_answer(handover, by)
    demand(bool(clean_words(reason)), _("Write in one sentence why not. That helps the resident on."))
    handover.reason, handover.suggestion = clean_words(reason)[:300], clean_words(suggestion)[:300]
    end_offer(handover, Handover.Ending.DECLINED)
    said_no = gettext_noop("Find other help: %(partner)s said no")
    back_to_sender(question, house_words(said_no, partner=handover.partnership.partner))
    record("desk.handover_declined", question, by=by)
    telling.tell_sender(handover, template="desk/handover_answered")
    return handover


@transaction.atomic
def withdraw_handover(handover: Handover, *, by: Actor) -> Handover:
    """Take an offer back before it is answered."""
    question, handover = _lock_offer(handover)
    demand(access.may_work_on(by.user, question), _("Only the sender takes an offer back."), error=NotYours)
    end_offer(handover, Handover.Ending.WITHDRAWN)
    record("desk.handover_withdrawn", question, by=by)
    return handover


@transaction.atomic
def remind_partner(handover: Handover, *, by: Actor = SYSTEM) -> None:
    """Remind a partner, once, that an answer is due."""
    question, handover = _lock_offer(handover)
    demand(handover.reminded_at is None, _("The partner was reminded already."))
    handover.reminded_at = clock.now()
    handover.save(update_fields=["reminded_at"])
    offer = _open_link(handover, code=None)
    telling.tell_partner(handover, link=offer.link, template="desk/handover_reminder")
    record("desk.handover_reminded", question, by=by)


@transaction.atomic
def return_overdue(handover: Handover, *, by: Actor = SYSTEM) -> None:
    """Let an offer that nobody answered in time come back to the sender, visibly."""
    question, handover = _lock_offer(handover)
    demand(handover.answer_by < clock.today(), _("The partner still has time to answer."))
    end_offer(handover, Handover.Ending.OVERDUE)
    silent = gettext_noop("Find other help: %(partner)s did not answer")
    back_to_sender(question, house_words(silent, partner=handover.partnership.partner))
    record("desk.handover_overdue", question, by=by)
    telling.tell_sender(handover, template="desk/handover_answered")


@transaction.atomic
def renew_code(handover: Handover, *, by: Actor) -> Offer:
    """Make a new code for a partner who must answer or holds the question; the link of the first e-mail opens again."""
    question, handover = _lock_with_partner(handover)
    demand(access.may_work_on(by.user, question), _("Only the sender makes a new code."), error=NotYours)
    code = _new_code()
    handover.code_digest, handover.code_tries = digest(code), 0
    if not handover.is_open:
        handover.link_until = _link_lasts(question.next_on)
    handover.save(update_fields=["code_digest", "code_tries", "link_until"])
    record("desk.handover_code_renewed", question, by=by)
    return _texted(Offer(handover, code=code, link=None))


def enter_with_code(handover: Handover, *, code: str, by: Actor) -> None:
    """Let a partner in by the code; five wrong tries close the door until the sender makes a new code."""
    with transaction.atomic():
        current = Handover.objects.select_for_update().get(pk=handover.pk)
        open_door = current.code_tries < rules.CODE_TRIES and bool(current.code_digest)
        right = open_door and hmac.compare_digest(current.code_digest, digest(code.strip()))
        if not right:
            Handover.objects.filter(pk=current.pk).update(code_tries=current.code_tries + 1)
        record("desk.handover_code_tried", current.question, by=by, result="done" if right else "refused")
    demand(open_door, _("The code was wrong too often. Ask the house for a new one."), error=RuleBroken)
    demand(right, _("This code does not fit. Check it, or ask the house for a new one."))


def find_by_link(token: str) -> Handover | None:
    """The handover a link belongs to, while the link still works."""
    found = Handover.objects.filter(
        link_digest=digest(token), link_until__gt=clock.now(), partnership__ended_on=None, professional__left_on=None
    )
    waits_or_held = Q(ended_at=None) | Q(ending=Handover.Ending.ACCEPTED)
    about = ("question__house", "question__contact", "question__neighbourhood")
    return found.filter(waits_or_held).select_related(*about, *WITH_WHOM).first()


def house_of_old_link(token: str) -> House | None:
    """The house behind a link that stopped working, so that its phone number can be shown; None when unknown."""
    found = Handover.objects.filter(link_digest=digest(token)).select_related("question__house").first()
    return found.question.house if found else None


def digest(secret: str) -> str:
    """A keyed one-way digest of a link or code, so that the database holds neither."""
    return hmac.new(settings.SECRET_KEY.encode(), b"handover:" + secret.encode(), sha256).hexdigest()


def _texted(offer: Offer) -> Offer:
    """Text the code when that can be done; otherwise somebody reads it out."""
    if offer.code is None:
        return offer
    return replace(offer, code_was_texted=telling.text_code(offer.handover, offer.code) is not None)


def _demand_receiver(partnership: Partnership, professional: Professional | None, function: str) -> None:
    demand(professional is not None or bool(clean_words(function)), _("Choose a person or a function."))
    fits = professional is None or (professional.partner_id == partnership.partner_id and professional.left_on is None)
    demand(fits, _("This person does not work for this partner any more."))
    address = professional.email if professional else partnership.function_email
    reachable = bool(address) or bool(professional and account_of(professional, house_id=partnership.house_id))
    demand(reachable, _("We have no e-mail address to ask them. Add it to the face or the partner first."))


def _keep_offer(
    question: Question,
    partnership: Partnership,
    professional: Professional | None,
    function: str,
    fields: list[str],
    note: str,
    by: Actor,
) -> Handover:
    days = partnership.answer_days or question.house.handover_days
    try:
        with transaction.atomic():
            return Handover.objects.create(
                question=question,
                partnership=partnership,
                professional=professional,
                function="" if professional else function,
                sender=person(by),
                note=note[:1000],
                fields=fields,
                offered_at=clock.now(),
                answer_by=rules.answer_is_due(clock.today(), working_days=days),
            )
    except IntegrityError as error:
        raise RuleBroken(
            _("This question already lies with a partner. Wait for the answer or take it back.")
        ) from error


def account_of(professional: Professional, *, house_id: int) -> User | None:
    """The account with which somebody of a partner works in this house; None where they are asked by a link."""
    user = professional.user
    works_here = user is not None and user.is_active and has_role(user, house_id, *people_rules.DESK_KINDS)
    return user if works_here else None


def keep_link_open(handover: Handover, *, next_on: date | None) -> None:
    """Let the link of who holds a question work until a month after the day they planned."""
    lasts = _link_lasts(next_on)
    Handover.objects.filter(pk=handover.pk, link_until__lt=lasts).update(link_until=lasts)


def _open_link(handover: Handover, *, code: str | None) -> Offer:
    professional = handover.professional
    if professional and account_of(professional, house_id=handover.question.house_id):
        path = reverse("desk:handover", args=[handover.pk])
        return Offer(handover, code=None, link=settings.SITE_URL + path)
    token = _token_of(handover)
    handover.link_digest = digest(token)
    handover.link_until = _end_of_day(handover.answer_by)
    if code:
        handover.code_digest = digest(code)
    handover.save(update_fields=["link_digest", "link_until", "code_digest"])
    return Offer(handover, code=code, link=settings.SITE_URL + reverse("desk:partner", args=[token]))


def _token_of(handover: Handover) -> str:
    """192 bits that only this installation can make, the same in the first e-mail and in the reminder."""
    made = salted_hmac("desk.handover", f"{handover.pk}|{handover.offered_at.isoformat()}", algorithm="sha256")
    return urlsafe_b64encode(made.digest()[:24]).decode()


def _lock_with_partner(handover: Handover) -> tuple[Question, Handover]:
    """An offer that waits, or one by which somebody without an account holds the question now."""
    current = Handover.objects.select_related("question").get(pk=handover.pk)
    if current.ending != Handover.Ending.ACCEPTED:
        return _lock_offer(handover)
    question = lock(current.question)
    current = Handover.objects.select_for_update(of=("self",)).select_related(*WITH_WHOM).get(pk=handover.pk)
    newest = question.handovers.filter(ending=Handover.Ending.ACCEPTED).last()
    holds = question.is_open and question.holder_partner_id == current.professional_id and newest == current
    demand(holds and bool(current.link_digest), _("The partner does not hold this question any more."))
    current.question = question
    return question, current


def _lock_offer(handover: Handover) -> tuple[Question, Handover]:
    question = lock(handover.question)
    current = Handover.objects.select_for_update(of=("self",)).select_related(*WITH_WHOM).get(pk=handover.pk)
    endings = dict(Handover.Ending.choices)
    said = endings.get(current.ending, "")
    demand(current.ended_at is None, _("This handover has ended: %(how)s.") % {"how": said})
    demand(question.is_open, _("This question has ended meanwhile. Thank you all the same."))
    current.question = question
    return question, current


def _hold_face(handover: Handover, professional: Professional | None, *, by: Actor) -> Professional | None:
    """Who says yes, as they are now and held until the end: before the question, as when a partner or account goes."""
    hold_partnership(handover.partnership)
    own = professional_of(by.user) if by.user else None
    who = handover.professional or professional or own
    held = hold_professionals(face.pk for face in (who, own) if face)
    people.hold_roles(held[who.pk].user if who else None, by.user)
    mine = own is None or (by.user is not None and held[own.pk].user_id == by.user.pk)
    demand(mine, _("This handover was offered to somebody else."), error=NotYours)
    return held[who.pk] if who else None


def _demand_may_answer(handover: Handover, by: Actor) -> None:
    offered = by.user is not None and access.offered_handovers(by.user).filter(pk=handover.pk).exists()
    by_link = by.user is None and by.label == f"partner:{handover.pk}"
    demand(offered or by_link, _("This handover was offered to somebody else."), error=NotYours)


def end_offer(handover: Handover, ending: str) -> None:
    """End a locked offer, with its link; who calls this checked who may."""
    handover.ended_at, handover.ending = clock.now(), ending
    # The digest stays, so that an old link still leads to the phone number of the house.
    handover.link_until, handover.code_digest = clock.now(), ""
    handover.save()


def back_to_sender(question: Question, next_step: str) -> None:
    """Put a question that came back on top of the list of who offered it."""
    question.next_step, question.next_on = next_step[:200], clock.today()
    question.save(update_fields=["next_step", "next_on"])


def _new_code() -> str:
    return f"{secrets.randbelow(1_000_000):06d}"


def _link_lasts(next_on: date | None) -> datetime:
    """How long the link works for who said yes: a month after the day of their next step."""
    return _end_of_day(max(next_on or clock.today(), clock.today()) + timedelta(days=rules.LINK_GRACE_DAYS))


def _end_of_day(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
