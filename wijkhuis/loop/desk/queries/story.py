"""The story of one question, from top to bottom in time, and who looked at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.journal.queries import lines_about
from wijkhuis.loop.desk.models import Question

LOOKS = ("desk.question_looked_at", "desk.question_listed", "desk.question_opened_with_reason", "desk.handover_read")


@dataclass(frozen=True)
class Moment:
    """One thing that happened: kind is asked, conversation, answer, handover, follow_up, step or reopened."""

    kind: str
    at: datetime
    what: Any


def story_of(question: Question) -> list[Moment]:
    """Everything that was said, tried, answered, offered and agreed, oldest first; five queries."""
    answers = question.answers.select_related("given_by", "given_by_partner", "entry", "professional", "key_person")
    handovers = question.handovers.select_related("partnership__partner", "professional__partner", "sender")
    moments = [Moment("asked", question.asked_at, question)]
    moments += [Moment("conversation", note.held_at, note) for note in question.conversations.select_related("by")]
    moments += [Moment("answer", answer.given_at, answer) for answer in answers]
    moments += [Moment("handover", handover.offered_at, handover) for handover in handovers]
    moments += [
        Moment("follow_up", follow_up.ended_at, follow_up)
        for follow_up in question.follow_ups.all()
        if follow_up.outcome and follow_up.ended_at
    ]
    steps = question.agreed_steps.select_related("item__discussion")
    moments += [Moment("step", step.item.discussed_at or question.asked_at, step) for step in steps]
    return sorted(moments, key=lambda moment: moment.at)


def who_looked(question: Question, *, at_most: int = 100) -> Sequence[JournalLine]:
    """Who looked at a question and when, newest first; what the resident sees too. Being on a list counts as well."""
    return list(lines_about(question).filter(action__in=LOOKS)[:at_most])
