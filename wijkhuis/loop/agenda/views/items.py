"""The points of a meeting: put in order beforehand, and one at a time on a screen that everybody sees."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wijkhuis.base import clock
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.agenda.forms import PointForm, TaskForm, seats_to_choose
from wijkhuis.loop.agenda.models import Item
from wijkhuis.loop.agenda.queries import meetings as queries
from wijkhuis.loop.agenda.queries import screen as on_screen
from wijkhuis.loop.agenda.queries.themes import CHOICES
from wijkhuis.loop.agenda.views.finding import found_item, found_meeting, found_theme
from wijkhuis.loop.agenda.views.meetings import meeting_page


@require_GET
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """The opening of a meeting: who chairs, what was agreed last time, and what is on today."""
    found = found_meeting(request, pk)
    points = queries.points_of(found, today=clock.today())
    context = {
        "meeting": found,
        "points": points,
        "tasks": queries.open_tasks(found.group),
        "next_item": points[0].item if points else None,
        "number": 0,
        "total": len(points),
    }
    return render(request, "agenda/screen.html", context)


@require_GET
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One point, large and calm, with what can be decided."""
    return item_page(request, found_item(request, pk))


def item_page(request: HttpRequest, found: Item, task_form: TaskForm | None = None) -> HttpResponse:
    """One point, with a task as far as it was typed."""
    points = queries.points_of(found.meeting, today=clock.today())
    at = next((place for place, point in enumerate(points) if point.item.pk == found.pk), None)
    if at is None:
        messages.info(request, _("This point is no longer on the agenda."))
        return redirect("agenda:meeting", found.meeting_id)
    sentences = on_screen.sentences_of(found)
    context: dict[str, Any] = {
        "meeting": found.meeting,
        "point": points[at],
        "item": points[at].item,
        "number": at + 1,
        "total": len(points),
        "next_item": points[at + 1].item if at + 1 < len(points) else None,
        "previous_item": points[at - 1].item if at else None,
        "sentences": sentences[: on_screen.MOST_SENTENCES],
        "more": max(len(sentences) - on_screen.MOST_SENTENCES, 0),
        "may_take_no_back": _was_a_no_today(found),
        "tasks": on_screen.tasks_beside(found),
        "task_form": task_form or TaskForm(seats=seats_to_choose(found.meeting)),
        "choices": CHOICES,
    }
    return render(request, "agenda/item.html", context, status=422 if task_form else 200)


@require_POST
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """Put on the agenda what came up since."""
    number = actions.add_what_waits(found_meeting(request, pk), by=actor_of(request))
    messages.success(request, _("The agenda is up to date.") if number else _("Nothing new waits."))
    return redirect("agenda:meeting", pk)


@require_POST
def put(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a point of one's own."""
    found, form = found_meeting(request, pk), PointForm(request.POST)
    if not form.is_valid() or not is_done(
        form, lambda: actions.put_point(found, words=form.cleaned_data["words"], by=actor_of(request))
    ):
        return meeting_page(request, found, form)
    messages.success(request, _("It is on the agenda."), extra_tags="saved:point")
    return redirect("agenda:meeting", pk)


@require_POST
def put_theme(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a theme on the agenda of the next meeting."""
    theme = found_theme(request, pk)
    coming = queries.coming_meetings(clock.now()).filter(group__house_id=theme.house_id).first()
    if coming is None:
        messages.info(request, _("Plan a meeting first. This theme then stands on its agenda."))
        return redirect(f"{reverse('agenda:plan')}?thema={theme.pk}")
    actions.put_theme(coming, theme=theme, by=actor_of(request))
    messages.success(request, _("It is on the agenda."))
    return redirect("agenda:meeting", coming.pk)


@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Up or down."""
    found = found_item(request, pk)
    actions.move_item(found, up=request.POST.get("to") == "up", by=actor_of(request))
    return _back_to(found)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Off the agenda."""
    found = found_item(request, pk)
    actions.remove_item(found, by=actor_of(request))
    messages.success(request, _("It is off the agenda."))
    return redirect("agenda:meeting", found.meeting_id)


@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Talked about; on to the next point."""
    found = found_item(request, pk)
    actions.finish_item(found, is_done=request.POST.get("done") != "no", by=actor_of(request))
    return _on_from(found) if request.POST.get("done") != "no" else redirect("agenda:item", pk)


@require_POST
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Yes or no to what the computer proposes."""
    found = found_item(request, pk)
    is_yes = request.POST.get("answer") == "yes"
    if request.POST.get("answer") == "after_all":
        actions.take_no_back(found, by=actor_of(request))
        return redirect("agenda:item", pk)
    asked = found.proposal.asked if found.proposal else None
    actions.answer_proposal(found, is_yes=is_yes, name=request.POST.get("name", ""), by=actor_of(request))
    messages.success(request, asked.done if asked and is_yes else _("All right, not this."))
    return redirect("agenda:item", pk)


def _was_a_no_today(found: Item) -> bool:
    proposal = found.proposal
    return proposal is not None and proposal.accepted is False and proposal.decided_on == clock.today()


def _on_from(found: Item) -> HttpResponse:
    following = on_screen.next_item(found)
    if following is not None:
        return redirect("agenda:item", following.pk)
    return redirect("agenda:close_meeting", found.meeting_id)


def _back_to(found: Item) -> HttpResponse:
    response = redirect("agenda:meeting", found.meeting_id)
    response["Location"] += f"#item-{found.pk}"
    return response
