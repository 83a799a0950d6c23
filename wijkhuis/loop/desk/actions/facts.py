"""What was not known or not right when a question was taken down: the facts around it, and its link."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.messages.models import Message
from wijkhuis.house.neighbourhood.models import Neighbourhood
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.actions.follow_up import bring_the_news, call_instead, is_called, wait_for_word
from wijkhuis.loop.desk.actions.shared import mine
from wijkhuis.loop.desk.actions.take_down import default_day, new_link, save_with_new_code
from wijkhuis.loop.desk.actions.telling import FOLLOW_UP, MOST_LINKS_A_DAY, NEWS, is_on_its_way, tell_anew, tell_link
from wijkhuis.loop.desk.actions.wishes import Wish, keep_wish
from wijkhuis.loop.desk.models import OldLink, Question
from wijkhuis.loop.desk.queries.way_back import digest_of, links_sent

URGENCIES = list(Question.Urgency.values)
REACHES = {"way", "phone", "email", "postal"}
# What changes with the urgency, and with the way somebody hears the news.
MOVED = ("next_step", "next_on", "to_tell_at", "reach_changed_at")


@transaction.atomic
def change_facts(
    question: Question, *, wish: Wish, urgency: str, neighbourhood: Neighbourhood | None = None, by: Actor
) -> Question:
    """Keep what turned out different about a question; the journal says which facts, not what they are."""
    question = _mine_and_whole(question, by=by)
    demand(urgency in URGENCIES, _("Choose how urgent it is."))
    known, was = question.contact, _facts_of(question)
    question.contact = keep_wish(question.house, wish, known=known)
    question.neighbourhood = neighbourhood
    if question.is_open and URGENCIES.index(urgency) > URGENCIES.index(question.urgency):
        question.next_on = min(question.next_on or clock.today(), default_day(urgency))
    question.urgency = urgency
    changed = [name for name, value in _facts_of(question).items() if value != was[name]]
    if not changed:
        return question
    if REACHES.intersection(changed):
        _write_to_the_new_address(question)
    question.save(update_fields=["contact", "neighbourhood", "urgency", *MOVED])
    if known and question.contact is None:
        known.delete()
    record("desk.facts_changed", question, by=by, reason=", ".join(changed))
    return question


@transaction.atomic
def renew_link(question: Question, *, by: Actor) -> Question:
    """Give a question a new link and a new code; the old ones stop working at once."""
    question = _mine_and_whole(question, by=by)
    old = digest_of(question.link_token or "")
    OldLink.objects.create(question=question, digest=old, replaced_at=clock.now())
    question.link_token = new_link()
    save_with_new_code(question)
    tell_anew(question)
    record("desk.link_renewed", question, by=by)
    return question


@transaction.atomic
def send_link(question: Question, *, by: Actor) -> Message:
    """Send a resident the link and the code, perhaps again; not more than a few times a day."""
    question = _mine_and_whole(question, by=by)
    lately = links_sent(question).filter(written_at__gt=clock.now() - timedelta(days=1))
    demand(lately.count() < MOST_LINKS_A_DAY, _("The link was sent a few times already. Print the slip, or call."))
    message = tell_link(question)
    if message is None:
        raise RuleBroken(_("We cannot write to this address. Ask for another one, or print the slip."))
    record("desk.link_sent", question, by=by)
    return message


def _write_to_the_new_address(question: Question) -> None:
    """What waits or did not arrive goes to the address of now; news that nobody can send is told by a person."""
    since = question.reach_changed_at or question.asked_at
    question.reach_changed_at = clock.now()
    untold = tell_anew(question, failed_since=since if question.is_open else None)
    if not (question.is_open and question.answered_at):
        return
    if NEWS in untold:
        bring_the_news(question)
    if FOLLOW_UP in untold and is_called(question):
        call_instead(question)
    elif is_on_its_way(question, template=FOLLOW_UP):
        wait_for_word(question)


def _mine_and_whole(question: Question, *, by: Actor) -> Question:
    # Who took over a part of a question knows a part: these facts are not theirs to read or change.
    question = mine(question, by=by)
    whole = by.user is not None and access.knows_it_whole(by.user, question)
    demand(whole, _("You know a part of this question. Ask the house."), error=NotYours)
    return question


def _facts_of(question: Question) -> dict[str, object]:
    contact = question.contact
    facts: dict[str, object] = {
        name: getattr(contact, name) if contact else empty for name, empty in vars(Wish()).items()
    }
    return facts | {"urgency": question.urgency, "neighbourhood": question.neighbourhood_id}
