"""How a question ends, and how what was said is forgotten."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.language.words import without_name
from wijkhuis.base.messages.actions import withdraw_messages
from wijkhuis.base.trail.forgetting import forget_what_hangs_on
from wijkhuis.base.trail.people import Kept
from wijkhuis.loop.desk.actions.shared import lock, mine_or_the_residents
from wijkhuis.loop.desk.models import Discussion, FollowUp, Handover, Question

# All that says when; forgetting itself keeps its moment, which stands in the journal too.
MOMENTS = ("asked_at", "taken_down_at", "taken_up_at", "answered_at", "closed_at", "last_contact_at", "looked_at")


def close(question: Question, *, ending: str, by: Actor) -> None:
    """End a locked question; who calls this checked who may."""
    now = clock.now()
    question.closed_at = question.closed_at or now
    question.ending, question.ended_before = ending, ""
    question.words_added_at = question.to_tell_at = None
    facts = ["closed_at", "ending", "ended_before", "words_added_at", "to_tell_at", "last_contact_at"]
    question.save(update_fields=facts)
    question.handovers.filter(ended_at=None).update(ended_at=now, ending=Handover.Ending.WITHDRAWN, code_digest="")
    question.handovers.exclude(link_digest=None).update(link_until=now, code_digest="")
    question.follow_ups.filter(ended_at=None).update(ended_at=now, ending=FollowUp.Ending.OVERTAKEN)
    record("desk.question_closed", question, by=by)


@transaction.atomic
def withdraw_question(question: Question, *, by: Actor) -> Question:
    """End a question because the resident does not need it any more."""
    question = mine_or_the_residents(question, by=by)
    demand(question.is_open, _("This question has already ended."))
    close(question, ending=Question.Ending.WITHDRAWN, by=by)
    return question


@transaction.atomic
def forget_question(question: Question, *, by: Actor) -> Question:
    """Delete the person and all words of a question, at once. What stays: month, way, neighbourhood, rung, ending."""
    _lock_discussions(question)
    question = lock(question) if by == SYSTEM else mine_or_the_residents(question, by=by)
    if question.is_open:
        close(question, ending=Question.Ending.DELETED, by=by)
    called = question.contact.called if question.contact else ""
    withdraw_messages(about=question)
    forget_what_hangs_on(question)
    _delete_words(question)
    _leave_household(question)
    _delete_name_from_discussions(question, called)
    contact, question.contact = question.contact, None
    question.words = question.gives_back = question.next_step = ""
    question.link_token = question.short_code = None
    question.talked_at = question.talked_by = question.reach_changed_at = None
    _keep_only_the_month(question)
    question.forgotten_at = clock.now()
    question.save()
    if contact:
        contact.delete()
    record("desk.question_forgotten", question, by=by)
    return question


@transaction.atomic
def forget_person(questions: Iterable[Question], *, kept: Iterable[Kept], by: Actor) -> None:
    """Forget the questions of one person and what later rooms keep of them: all of it, or when one fails nothing."""
    for question in questions:
        forget_question(question, by=by)
    for one in kept:
        one.forget(by=by)


def _lock_discussions(question: Question) -> None:
    """In the order of a meeting, the discussion before its question: otherwise the two wait for each other."""
    list(Discussion.objects.select_for_update(of=("self",)).filter(items__question=question).order_by("pk"))


def _delete_words(question: Question) -> None:
    question.conversations.all().delete()
    question.answers.all().delete()
    question.agreed_steps.all().delete()
    question.discussion_items.all().delete()
    question.openings.all().delete()
    question.old_links.all().delete()
    question.handovers.update(note="", reason="", suggestion="", fields=[], link_digest=None, code_digest="")
    question.follow_ups.update(words="")


def _keep_only_the_month(question: Question) -> None:
    """Coarsen when things happened: an exact time or day, beside a calendar or a log, still tells who it was."""
    for name in MOMENTS:
        if moment := getattr(question, name):
            setattr(question, name, _month_of(moment))
    question.next_on = None
    for handover in question.handovers.all():
        for name in ("offered_at", "reminded_at", "accepted_at", "ended_at"):
            if moment := getattr(handover, name):
                setattr(handover, name, _month_of(moment))
        handover.answer_by, handover.link_until = handover.answer_by.replace(day=1), None
        handover.save()
    for asked in question.follow_ups.all():
        asked.asked_at = asked.asked_at and _month_of(asked.asked_at)
        asked.ended_at = asked.ended_at and _month_of(asked.ended_at)
        asked.due_on = asked.due_on.replace(day=1)
        asked.save()


def _month_of(moment: datetime) -> datetime:
    """The middle of the first day, so that it is the same month in every time zone of a server."""
    day = timezone.localdate(moment)
    return datetime(day.year, day.month, 1, 12, tzinfo=UTC)


def _leave_household(question: Question) -> None:
    household, question.household = question.household, None
    if household and not Question.objects.filter(household=household).exclude(pk=question.pk).exists():
        question.save(update_fields=["household"])
        household.delete()


def _delete_name_from_discussions(question: Question, called: str) -> None:
    if len(called) < 3:
        return
    for meeting in Discussion.objects.filter(house=question.house).exclude(present=""):
        present = without_name(meeting.present, called)
        if present != meeting.present:
            meeting.present = present
            meeting.save(update_fields=["present"])
