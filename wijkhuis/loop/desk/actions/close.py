"""How a question ends, and how what was said is forgotten."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.language.words import without_name
from wijkhuis.base.messages.actions import withdraw_messages
from wijkhuis.loop.desk.actions.shared import lock, mine_or_the_residents
from wijkhuis.loop.desk.models import Discussion, FollowUp, Handover, Question


def close(question: Question, *, ending: str, by: Actor) -> None:
    """End a locked question; who calls this checked who may."""
    now = clock.now()
    question.closed_at = question.closed_at or now
    question.ending = ending
    question.save(update_fields=["closed_at", "ending", "last_contact_at"])
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
    question = lock(question) if by == SYSTEM else mine_or_the_residents(question, by=by)
    if question.is_open:
        close(question, ending=Question.Ending.DELETED, by=by)
    called = question.contact.called if question.contact else ""
    withdraw_messages(about=question)
    _delete_words(question)
    _leave_household(question)
    _delete_name_from_discussions(question, called)
    contact, question.contact = question.contact, None
    question.words = question.gives_back = question.next_step = ""
    question.link_token = question.short_code = None
    question.asked_at = question.asked_at.replace(day=1, hour=12, minute=0, second=0, microsecond=0)
    question.forgotten_at = clock.now()
    question.save()
    if contact:
        contact.delete()
    record("desk.question_forgotten", question, by=by)
    return question


def _delete_words(question: Question) -> None:
    question.conversations.all().delete()
    question.answers.all().delete()
    question.agreed_steps.all().delete()
    question.discussion_items.all().delete()
    question.openings.all().delete()
    question.handovers.update(note="", reason="", suggestion="", fields=[], link_digest=None, code_digest="")
    question.follow_ups.update(words="")


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
