"""The team, the settings and the hours of one house."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.messages.queries import failed_messages
from wijkhuis.house.neighbourhood.models import ClosedDay, House
from wijkhuis.house.people.access import house_ids_of, is_administrator
from wijkhuis.house.people.here import KEY, choose_house, chosen_of
from wijkhuis.house.people.models import Role
from wijkhuis.house.people.rules import DESK_KINDS, MANAGE_KINDS, OVERSIGHT_KINDS
from wijkhuis.site.office import access, actions, forms, queries


def office(request: HttpRequest) -> HttpResponse:
    """What needs care today, and the way to the rest; before there is any house, to the page where one is made."""
    if is_administrator(person_of(request)) and not House.objects.exists():
        return redirect("office:city")
    houses = queries.demand_houses(person_of(request))
    house = chosen_of(houses, request=request)
    managed = house_ids_of(person_of(request), *MANAGE_KINDS)
    context = {
        "office_house": house,
        "office_houses": houses,
        "failed": failed_messages(house_ids=managed)[:20],
        "dead": access.visible_dead_addresses(person_of(request))[:20],
        "waits": queries.what_waits(house),
        "begin": queries.beginning_of(house),
        "may_see_looks": bool(house_ids_of(person_of(request), *OVERSIGHT_KINDS)),
        "coordinates": bool(house_ids_of(person_of(request), Role.Kind.COORDINATOR)),
        "may_see_city": is_administrator(person_of(request)),
    }
    return render(request, "office/office.html", context)


@require_POST
def revive_address(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody says that an address works again."""
    address = get_object_or_404(access.visible_dead_addresses(person_of(request)), pk=pk)
    actions.revive_address(address, by=actor_of(request))
    messages.success(request, _("From now on we write to this address again."))
    return redirect("office:office")


def team(request: HttpRequest) -> HttpResponse:
    """Who works in the house; invite somebody."""
    house = _house(request)
    form = forms.InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = actions.invite(house, by=actor_of(request), **form.cleaned_data)
        messages.success(request, _("%(name)s gets an e-mail and can sign in.") % {"name": user.first_name})
        return redirect("office:team")
    roles = access.visible_team(person_of(request), house)
    context = {"office_house": house, "form": form, "people": queries.by_person(roles)}
    return render(request, "office/team.html", context)


def settings(request: HttpRequest) -> HttpResponse:
    """How the house works."""
    house = _house(request)
    team_now = [role.user for role in access.visible_team(person_of(request), house) if role.kind in DESK_KINDS]
    form = forms.SettingsForm(request.POST or None, instance=house, team=team_now)
    if request.method == "POST" and form.is_valid():
        actions.change_settings(house, settings=form.settings(), by=actor_of(request))
        messages.success(request, _("Saved."))
        return redirect("office:settings")
    return render(request, "office/settings.html", {"office_house": house, "form": form})


def hours(request: HttpRequest) -> HttpResponse:
    """When the house is open."""
    house = _house(request)
    place = get_object_or_404(house.places.order_by("-is_main", "pk"), **_place(request))
    form = forms.HoursForm(request.POST or None, place=place)
    if request.method == "POST" and form.is_valid():
        actions.set_opening_hours(place, hours=form.hours(), by=actor_of(request))
        messages.success(request, _("Saved."))
        return redirect(request.get_full_path())
    closed = house.closed_days.filter(on__gte=clock.today()).order_by("on")
    context = {
        "office_house": house,
        "place": place,
        "places": house.places.order_by("-is_main", "name"),
        "form": form,
        "closed_days": closed,
        "closed_form": forms.ClosedDayForm(),
    }
    return render(request, "office/hours.html", context)


@require_POST
def closed_day(request: HttpRequest) -> HttpResponse:
    """Close the house on a day, or take that back."""
    house = _house(request)
    if back := request.POST.get("back"):
        day = get_object_or_404(ClosedDay, house=house, pk=queries.number(back))
        actions.open_again_on(day, by=actor_of(request))
        return redirect("office:hours")
    form = forms.ClosedDayForm(request.POST)
    if form.is_valid():
        actions.close_on(house, by=actor_of(request), **form.cleaned_data)
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Choose a day that exists."))
    return redirect("office:hours")


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Work in another house from now on."""
    house = get_object_or_404(House, pk=queries.number(request.POST.get("house", "")))
    if access.visible_houses(person_of(request)).filter(pk=house.pk).exists() and is_administrator(person_of(request)):
        request.session[KEY] = house.pk
    else:
        choose_house(request, house)
    back = request.POST.get("next", "")
    return redirect(back if queries.is_own_page(back) else "/")


def _house(request: HttpRequest) -> House:
    return chosen_of(queries.demand_houses(person_of(request)), request=request)


def _place(request: HttpRequest) -> dict[str, int | bool]:
    chosen = queries.number(request.GET.get("plek", ""))
    return {"pk": chosen} if chosen else {"is_main": True}
