"""Planning a meeting, preparing its agenda on a screen, and taking it along on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done
from wijkhuis.loop.agenda import access, actions, rules
from wijkhuis.loop.agenda.forms import MeetingForm, PointForm
from wijkhuis.loop.agenda.models import Meeting
from wijkhuis.loop.agenda.queries import meetings as queries
from wijkhuis.loop.agenda.queries.screen import sentences_on_paper
from wijkhuis.loop.agenda.views.finding import found_meeting, group_of, without_group
from wijkhuis.loop.signals.access import read_themes
from wijkhuis.loop.signals.models import SignalGroup, Theme

MOST_EARLIER = 12


@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """The next meeting, what is late, what was agreed, and earlier meetings."""
    group = group_of(request)
    if group is None:
        return without_group(request)
    known = access.visible_meetings(person_of(request)).filter(group=group)
    context = {
        "group": group,
        "late": queries.late_answers(group, on=clock.today()),
        "to_write": known.filter(pk__in=queries.meetings_to_write_down(clock.now())).order_by("starts_at"),
        "coming": known.filter(pk__in=queries.coming_meetings(clock.now())).order_by("starts_at"),
        "tasks": queries.open_tasks(group),
        "earlier": known.exclude(closed_at=None).order_by("-starts_at")[:MOST_EARLIER],
        "today": clock.today(),
    }
    return render(request, "agenda/meetings.html", context)


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """Plan the next meeting: the day in the rhythm of the group, the chair in turn."""
    group = group_of(request)
    if group is None:
        return without_group(request)
    seats = queries.chairs_in_turn(group, on=clock.today())
    moment = queries.proposed_moment(group, now=clock.now())
    theme = _chosen_theme(request, group)
    form = MeetingForm(request.POST or None, seats=seats, moment=moment, initial={"chair": seats.first()})
    made: list[Meeting] = []
    if form.is_valid() and is_done(
        form, lambda: made.append(actions.plan_meeting(group, theme=theme, by=actor_of(request), **form.facts))
    ):
        messages.success(request, _("The meeting is planned. The agenda made itself; change what you like."))
        return redirect("agenda:meeting", made[0].pk)
    context = {"form": form, "group": group, "theme": theme}
    return render(request, "agenda/plan.html", context, status=422 if form.errors else 200)


def _chosen_theme(request: HttpRequest, group: SignalGroup) -> Theme | None:
    number = request.GET.get("thema", "")
    if not number.isdecimal() or len(number) > 9:
        return None
    return read_themes(person_of(request)).open().filter(house_id=group.house_id, pk=number).first()


@require_GET
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda of a meeting, to put in order beforehand."""
    found = found_meeting(request, pk)
    return redirect("agenda:minutes", pk) if found.closed_at else meeting_page(request, found, PointForm())


def meeting_page(request: HttpRequest, found: Meeting, form: PointForm) -> HttpResponse:
    """The agenda, with a point of one's own as far as it was typed."""
    points = queries.points_of(found, today=clock.today())
    minutes = queries.minutes_of(points)
    context = {
        "meeting": found,
        "points": points,
        "minutes": minutes,
        "is_long": minutes > rules.LONG_MEETING,
        "tasks": queries.open_tasks(found.group),
        "form": form,
    }
    return render(request, "agenda/meeting.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day, another place, another chair."""
    found = found_meeting(request, pk)
    seats = queries.chairs_in_turn(found.group, on=clock.today(), but=found)
    first = {"place": found.place, "chair": found.chair_id}
    form = MeetingForm(request.POST or None, seats=seats, moment=found.starts_at, initial=first)
    if form.is_valid() and is_done(form, lambda: actions.change_meeting(found, by=actor_of(request), **form.facts)):
        messages.success(request, _("The meeting is changed."))
        return redirect("agenda:meeting", pk)
    context = {"form": form, "meeting": found}
    return render(request, "agenda/change.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a planned meeting away, after asking whether that is meant."""
    found = found_meeting(request, pk)
    if request.method == "GET":
        return (
            redirect("agenda:minutes", pk)
            if found.closed_at
            else render(request, "agenda/cancel.html", {"meeting": found})
        )
    actions.cancel_meeting(found, by=actor_of(request))
    messages.success(request, _("The meeting is cancelled."))
    return redirect("agenda:meetings")


@require_GET
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda on paper, in large type, with room to write for a meeting without a screen."""
    found = found_meeting(request, pk)
    points = queries.points_of(found, today=clock.today())
    said = sentences_on_paper(point.item for point in points)
    context = {
        "meeting": found,
        "house": found.group.house,
        "points": [(point, said.get(point.item.proposal_id or 0)) for point in points],
        "minutes": queries.minutes_of(points),
        "tasks": queries.open_tasks(found.group),
        "back_url": reverse("agenda:meeting", args=[pk]),
    }
    return render(request, "agenda/meeting_paper.html", context)
