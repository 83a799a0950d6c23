"""Where a question is on the ladder, and what may fit there now that it was opened again."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.clock import today
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.models import Question, Rung, Shared
from wijkhuis.loop.desk.queries.ladder import ASKS, Suggestion, step_for
from wijkhuis.loop.desk.views.record.shared import with_question
from wijkhuis.loop.desk.views.rungs import ADDRESSES


def rung_now(question: Question) -> dict[str, Any] | None:
    """The rung of a question that was opened again and what to ask there; otherwise None. No queries."""
    if not question.is_open or question.answered_at is not None or not question.times_reopened:
        return None
    rung = Rung(question.rung)
    return {"label": rung.label, "ask": ASKS[rung]}


@require_GET
@with_question
def rung(request: SignedIn, question: Question) -> HttpResponse:
    """What fits these words on the rung of now, as a part of the record; as a page it is the one of answering."""
    if not request.headers.get("HX-Request"):
        return redirect("desk:answer", question.pk)
    words = question.words if Shared.WORDS in access.shared_with(request.user, question) else ""
    step = step_for(Rung(question.rung), words, house=question.house, on=today())
    people = [one.record for one in step.suggestions if one.kind == "key_person"]
    record_each("directory.key_person_listed", people, by=actor_of(request))
    items = [_item(one) for one in step.suggestions]
    return render(request, "desk/record/rung_fits.html", {"question": question, "items": items})


def _item(one: Suggestion) -> dict[str, Any]:
    address = ADDRESSES.get(one.kind)
    return {"title": one.title, "why": one.why, "url": reverse(address, args=[one.record.pk]) if address else ""}
