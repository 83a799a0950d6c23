"""The signal group: who sits there, for how long, and who composes it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.here import chosen_of
from wijkhuis.loop.signals import access, actions
from wijkhuis.loop.signals.forms.group import GroupForm, SeatForm
from wijkhuis.loop.signals.queries.group import GroupPage, group_page
from wijkhuis.loop.signals.queries.lists import theme_rows
from wijkhuis.loop.signals.views.finding import answer, group_house


@require_http_methods(["GET", "POST"])
def group(request: SignedIn) -> HttpResponse:
    """The group, and for who composes it a way to change it."""
    house = _house(request)
    found = group_page(house)
    form = GroupForm(request.POST if request.method == "POST" else None, instance=found.group)
    if request.method == "POST":
        _demand_composer(request, house)
        if form.is_valid() and is_done_with(
            form, lambda said: actions.compose_group(house, **said, by=actor_of(request))
        ):
            messages.success(request, _("The group is kept."))
            return redirect("signals:group")
    return _page(request, house, found, form=form, seat_form=SeatForm(house=house))


@require_POST
def give_seat(request: SignedIn) -> HttpResponse:
    """Give somebody a seat."""
    house = _house(request)
    _demand_composer(request, house)
    found = group_page(house)
    form = SeatForm(request.POST, house=house)
    made = found.group
    if made is None:
        messages.error(request, _("Give the group a name first."))
        return redirect("signals:group")
    if form.is_valid() and is_done_with(form, lambda said: actions.give_seat(made, **said, by=actor_of(request))):
        messages.success(request, _("The seat is given."))
        return redirect("signals:group")
    return _page(request, house, found, form=GroupForm(instance=made), seat_form=form)


@require_POST
def renew_seat(request: SignedIn, pk: int) -> HttpResponse:
    """Another term for somebody."""
    seat = get_object_or_404(access.visible_seats(request.user).select_related("group__house"), pk=pk)
    actions.renew_seat(seat, by=actor_of(request))
    messages.success(request, _("The term is renewed."))
    return redirect("signals:group")


@require_POST
def end_seat(request: SignedIn, pk: int) -> HttpResponse:
    """End somebody's seat today."""
    seat = get_object_or_404(access.visible_seats(request.user).select_related("group__house"), pk=pk)
    actions.end_seat(seat, by=actor_of(request))
    messages.success(request, _("The seat has ended."))
    return redirect("signals:group")


@require_GET
def sheet(request: SignedIn) -> HttpResponse:
    """What waits and what is open on paper, for a meeting without a screen."""
    house = group_house(request)
    waiting = access.visible_proposals(request.user).filter(house=house, decided_on=None)
    themes = access.read_themes(request.user).filter(house=house, closed_on=None).order_by("-people_shown", "name")
    proposals = list(
        waiting.select_related("theme", "other").prefetch_related("signals").order_by("-closeness", "pk")[:7]
    )
    context = {
        "theme_house": house,
        "proposals": [(one.asked, one) for one in proposals],
        "rows": theme_rows(themes[:40], {}, reads=True),
        "page": group_page(house),
        "back_url": reverse("signals:themes"),
    }
    return render(request, "signals/sheet.html", context)


def _page(request: SignedIn, house: House, found: GroupPage, *, form: GroupForm, seat_form: SeatForm) -> HttpResponse:
    context = {
        "theme_house": house,
        "page": found,
        "may_compose": access.may_compose_group(request.user, house),
        "form": form,
        "seat_form": seat_form,
    }
    return answer(request, "signals/group.html", context, form if form.errors else seat_form)


def _house(request: HttpRequest) -> House:
    user = person_of(request)
    houses = [house for house in access.theme_houses(user) if access.may_see_group(user, house)]
    demand(bool(houses), _("This is for the signal group of the house."), error=NotYours)
    return chosen_of(houses, request=request)


def _demand_composer(request: SignedIn, house: House) -> None:
    allowed = access.may_compose_group(request.user, house)
    demand(allowed, _("The coordinator or the manager does this."), error=NotYours)
