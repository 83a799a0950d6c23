"""What the pages of this room begin with."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.ui.doing import is_done
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as
from wijkhuis.house.people.access import houses_of
from wijkhuis.house.people.here import chosen_of
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.models import Approach, Pledge, Step
from wijkhuis.loop.signals.access import seats_of

View = Callable[..., HttpResponse]


def frame(request: HttpRequest, house: House | None = None) -> dict[str, Any]:
    """The layout a reader gets: staff their own menu, everybody else the house of the page."""
    if isinstance(request.user, User) and houses_of(request.user):
        return {"layout": "ui/staff.html"}
    if house is None:
        return {"layout": "ui/resident.html"}
    speak_as(house, request=request)
    return {"layout": "ui/resident.html", **reach_of(house)}


def house_of(request: HttpRequest) -> House | None:
    """The house somebody works in now, or of whose group they are a part."""
    if not isinstance(request.user, User):
        return None
    houses = houses_of(request.user) or [seat.group.house for seat in seats_of(request.user)]
    return chosen_of(houses, request=request) if houses else None


def with_approach(view: View) -> View:
    """Give a view the approach that its reader may work on."""

    @wraps(view)
    def find(request: SignedIn, pk: int, **more: Any) -> HttpResponse:
        approach = get_object_or_404(access.visible_approaches(request.user), pk=pk)
        _demand_works(request, approach)
        return view(request, approach, **more)

    return find


def step_of(request: SignedIn, pk: int) -> Step:
    """A step of an approach that its reader may work on."""
    known = Step.objects.select_related("approach__theme")
    step = get_object_or_404(known, pk=pk, approach__in=_visible_ids(request))
    _demand_works(request, step.approach)
    return step


def pledge_of(request: SignedIn, pk: int) -> Pledge:
    """A promise in an approach that its reader may work on."""
    known = Pledge.objects.select_related("approach__theme", "partner")
    pledge = get_object_or_404(known, pk=pk, approach__in=_visible_ids(request))
    _demand_works(request, pledge.approach)
    return pledge


def _visible_ids(request: SignedIn) -> object:
    return access.visible_approaches(request.user).values("pk").order_by()


def _demand_works(request: SignedIn, approach: Approach) -> None:
    may = access.may_work_on(request.user, approach)
    demand(may, _("This is for the people of this approach."), error=NotYours)


def form_page(
    request: HttpRequest,
    form: forms.Form,
    *,
    act: Callable[[], object],
    saved: str,
    then: Approach,
    template: str = "approaches/form.html",
    **context: Any,
) -> HttpResponse:
    """Show one form about an approach, do what it asks, and go back to its page."""
    if request.method == "POST" and form.is_valid() and is_done(form, act):
        messages.success(request, saved, extra_tags=f"saved:{request.path}")
        return redirect("approaches:approach", then.pk)
    context |= {"form": form, "approach": then}
    return render(request, template, context, status=422 if form.errors else 200)
