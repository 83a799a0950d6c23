"""Who works in the neighbourhood, and how to reach them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.trail.leaving import told_to_lie_with
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners import access, actions, queries
from wijkhuis.house.partners.forms import FilterForm, NewProfessionalForm, ProfessionalForm, WeekForm
from wijkhuis.house.partners.models import Attendance, Professional
from wijkhuis.house.people.here import current_house

PER_PAGE = 48
MOST_FOUND = 15
MOST_LEFT = 20


@require_GET
def faces(request: HttpRequest) -> HttpResponse:
    """Everybody who works with this house, who is here today first."""
    house, today = _house(request), clock.today()
    form = FilterForm(request.GET, house=house)
    chosen = form.cleaned_data if form.is_valid() else {}
    shown = queries.faces_of(
        house,
        on=today,
        weekday=chosen.get("day"),
        neighbourhood_id=getattr(chosen.get("neighbourhood"), "pk", None),
        partner_id=getattr(chosen.get("partner"), "pk", None),
    )
    if said := chosen.get("q"):
        found = queries.professionals_for(said, house=house, on=today, limit=MOST_FOUND)
        shown = shown.filter(pk__in=[face.professional.pk for face in found])
    context: dict[str, Any] = {"form": form, "page": Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))}
    may_manage = access.may_manage_partners(request.user, house)
    left = list(access.visible_leavers(request.user)[:MOST_LEFT]) if may_manage else []
    context |= {"may_manage": may_manage, "asked": said or "", "left": left, "is_narrow": any(request.GET.values())}
    return render(request, "partners/faces.html", context)


@require_GET
def face(request: HttpRequest, pk: int) -> HttpResponse:
    """One professional: for whom, when, and how to reach them directly."""
    house = _house(request)
    faces = access.visible_professionals(request.user).select_related("partner", "user")
    found = get_object_or_404(faces, pk=pk)
    here = {present.professional.pk for present in queries.here_on(house, on=clock.today())}
    may_keep = access.may_keep_face(request.user, found)
    may_edit = may_keep or access.is_own_face(request.user, found)
    context = {
        "face": found,
        "week": Attendance.objects.filter(professional=found).select_related("house"),
        "is_here": found.pk in here,
        "may_edit": may_edit,
        "may_set_days": access.may_set_days(request.user, found, house),
        "may_keep": may_keep,
        "keeper": None if may_edit else access.keeper_of(found),
        "works_here": queries.partnerships_of(house).filter(partner=found.partner).exists(),
    }
    return render(request, "partners/face.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add a face, after a look at who of the same name works there already: houses share the faces of a partner."""
    house = _house(request)
    may = access.may_manage_partners(request.user, house)
    demand(may, _("Ask the coordinator of your house to do this."), error=NotYours)
    form, there = NewProfessionalForm(request.POST or None, house=house), list[Professional]()
    if form.is_valid() and "is_other" not in request.POST:
        there = queries.namesakes(form.cleaned_data, among=access.visible_professionals(request.user))
    by, made = actor_of(request), list[Professional]()
    if (
        form.is_valid()
        and not there
        and is_done_with(
            form, lambda said: made.append(actions.add_professional(said["partner"], said, house=house, by=by))
        )
    ):
        return redirect("partners:week", made[0].pk)
    context = {"form": form, "there": there}
    return render(request, "partners/face_form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a face: one's own, or one that the own house keeps."""
    found = get_object_or_404(access.visible_professionals(request.user), pk=pk)
    may = access.may_edit_professional(request.user, found)
    demand(may, _("Only they themselves or the coordinator change this."), error=NotYours)
    form = ProfessionalForm(request.POST or None, instance=found)
    if form.is_valid():
        actions.change_professional(found, form.cleaned_data, by=actor_of(request))
        messages.success(request, _("The change is saved."), extra_tags=f"saved:face-{pk}")
        return redirect("partners:face", pk)
    context = {"form": form, "face": found}
    return render(request, "partners/face_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def week(request: HttpRequest, pk: int) -> HttpResponse:
    """On which days somebody is in this house."""
    house = _house(request)
    found = get_object_or_404(access.visible_professionals(request.user), pk=pk)
    may = access.may_set_days(request.user, found, house)
    demand(may, _("Only they themselves or the coordinator change this."), error=NotYours)
    known = list(Attendance.objects.filter(professional=found, house=house))
    form = WeekForm(request.POST or None, week=known)
    if form.is_valid():
        hours = [actions.Hours(*day) for day in form.hours()]
        actions.set_attendance(found, house=house, week=hours, by=actor_of(request))
        messages.success(request, _("The days are saved."))
        return redirect("partners:face", pk)
    context = {"form": form, "face": found}
    return render(request, "partners/week.html", context, status=422 if form.errors else 200)


@require_POST
def here(request: HttpRequest, pk: int) -> HttpResponse:
    """Say in one tap that somebody is, or is not, here today."""
    found = get_object_or_404(access.visible_professionals(request.user), pk=pk)
    is_here = request.POST.get("is_here") == "1"
    house = _house(request)
    actions.say_attendance_change(found, house=house, on=clock.today(), is_here=is_here, by=actor_of(request))
    return redirect("partners:face", pk)


@require_http_methods(["GET", "POST"])
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody left: first what lies with them and where it goes, then it is done."""
    found = get_object_or_404(access.visible_professionals(request.user), pk=pk)
    may = access.may_keep_face(request.user, found)
    demand(may, _("Ask the coordinator of your house to do this."), error=NotYours)
    if request.method == "POST":
        actions.retire_professional(found, by=actor_of(request))
        messages.success(request, _("%(name)s is no longer shown.") % {"name": found.first_name})
        return redirect("partners:faces")
    context = {
        "title": _("Does %(name)s not work here any more?") % {"name": found.first_name},
        "lead": _("Then they are no longer shown, and their days are taken off."),
        "lying": told_to_lie_with(found),
        "button": _("%(name)s does not work here any more") % {"name": found.first_name},
        "back_url": reverse("partners:face", args=[pk]),
    }
    return render(request, "partners/leave.html", context)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who left works here again, or left by mistake."""
    found = get_object_or_404(access.visible_leavers(request.user), pk=pk)
    actions.return_professional(found, by=actor_of(request))
    messages.success(request, _("%(name)s is shown again. Fill in their days.") % {"name": found.first_name})
    return redirect("partners:face", pk)


def _house(request: HttpRequest) -> House:
    return current_house(request, *access.LOOKERS)
