"""Closing a meeting, and reading back what was decided and agreed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkhuis.base import clock
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.agenda.forms import ClosingForm, seats_to_choose
from wijkhuis.loop.agenda.models import Meeting
from wijkhuis.loop.agenda.queries.meetings import points_of
from wijkhuis.loop.agenda.views.finding import found_meeting


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was there, what else was said, and then everybody can go home."""
    found = found_meeting(request, pk)
    if found.closed_at and request.method == "GET":
        return redirect("agenda:minutes", pk)
    names = ", ".join(seat.first_name for seat in seats_to_choose(found))
    form = ClosingForm(request.POST or None, initial={"present": names[:400]})
    if form.is_valid() and _is_closed(request, found, form):
        messages.success(request, _("The meeting is closed. These are the minutes."), extra_tags=f"saved:closing-{pk}")
        return redirect("agenda:minutes", pk)
    context = {"form": form, **_brought(found)}
    return render(request, "agenda/close.html", context, status=422 if form.errors else 200)


def _is_closed(request: HttpRequest, found: Meeting, form: ClosingForm) -> bool:
    """Close it; who presses twice sees the minutes, who wrote something else keeps what they wrote."""
    said = form.cleaned_data
    if found.closed_at and (found.present, found.notes) == (said["present"], said["notes"]):
        return True
    return is_done(form, lambda: actions.close_meeting(found, by=actor_of(request), **said))


@require_GET
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """What a meeting decided and agreed."""
    found = found_meeting(request, pk)
    return render(request, "agenda/minutes.html", _brought(found))


@require_GET
def minutes_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The same on paper."""
    found = found_meeting(request, pk)
    back_url = reverse("agenda:minutes", args=[pk])
    context = {**_brought(found), "house": found.group.house, "back_url": back_url}
    return render(request, "agenda/minutes_paper.html", context)


def _brought(found: Meeting) -> dict[str, Any]:
    return {
        "meeting": found,
        "decisions": list(found.decisions.select_related("theme").order_by("pk")),
        "tasks": list(found.tasks.select_related("seat__user", "theme")),
        "other": [
            point
            for point in points_of(found, today=clock.today())
            if point.item.words or (point.decision is None and point.item.theme_id)
        ],
    }
