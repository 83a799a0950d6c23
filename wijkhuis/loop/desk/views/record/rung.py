"""Where a question is on the ladder, and what may fit there now that it was opened again."""

from typing import Any

from django.urls import reverse

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.clock import today
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.desk.models import Question, Rung
from wijkhuis.loop.desk.queries.ladder import Suggestion, step_for
from wijkhuis.loop.desk.views.rungs import ADDRESSES


def rung_now(request: SignedIn, question: Question, *, words: str) -> dict[str, Any] | None:
    """The rung of a question that was opened again, what to ask there and what fits these words; otherwise None."""
    if not question.is_open or question.answered_at is not None or not question.times_reopened:
        return None
    step = step_for(Rung(question.rung), words, house=question.house, on=today())
    people = [one.record for one in step.suggestions if one.kind == "key_person"]
    record_each("directory.key_person_listed", people, by=actor_of(request))
    return {"label": step.rung.label, "question": step.ask, "items": [_item(one) for one in step.suggestions]}


def _item(one: Suggestion) -> dict[str, Any]:
    address = ADDRESSES.get(one.kind)
    return {"title": one.title, "why": one.why, "url": reverse(address, args=[one.record.pk]) if address else ""}
