"""The city: its districts, neighbourhoods, houses, and who works for all of them."""

from django.contrib import messages
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.neighbourhood.models import City, District, House, Neighbourhood, Place
from wijkhuis.house.people.access import is_administrator
from wijkhuis.house.people.actions import end_role
from wijkhuis.house.people.here import KEY
from wijkhuis.site.office import access, actions, forms


def city(request: HttpRequest) -> HttpResponse:
    """The whole city on one page; invite somebody who works for all houses."""
    _demand_administrator(request)
    form = forms.InviteForm(request.POST or None, for_city=True)
    if request.method == "POST" and form.is_valid():
        actions.invite(None, by=actor_of(request), **form.cleaned_data)
        return _saved(request)
    context = {
        "city": City.objects.first(),
        "districts": District.objects.prefetch_related("neighbourhoods").order_by("name"),
        "houses": House.objects.prefetch_related("neighbourhoods"),
        "roles": access.visible_city_roles(person_of(request)),
        "form": form,
    }
    return render(request, "office/city.html", context)


def district(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Keep a district."""
    _demand_administrator(request)
    part = get_object_or_404(District, pk=pk) if pk else District(city=City.objects.first())
    return _part(request, forms.DistrictForm(request.POST or None, instance=part))


def neighbourhood(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Keep a neighbourhood."""
    _demand_administrator(request)
    part = get_object_or_404(Neighbourhood, pk=pk) if pk else Neighbourhood()
    return _part(request, forms.NeighbourhoodForm(request.POST or None, instance=part))


def house(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Keep a house and its main place."""
    _demand_administrator(request)
    kept = get_object_or_404(House, pk=pk) if pk else House(city=City.objects.first())
    place = (kept.places.order_by("-is_main", "pk").first() if pk else None) or Place()
    initial = {"street": place.street, "postcode": place.postcode, "town": place.town}
    form = forms.HouseForm(request.POST or None, instance=kept, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        place.name, place.street = values["name"], values["street"]
        place.postcode, place.town = values["postcode"], values["town"]
        actions.keep_house(form.instance, place=place, neighbourhoods=values["neighbourhoods"], by=actor_of(request))
        return _begin_with(form.instance, request=request) if pk is None else _saved(request)
    return render(request, "office/part.html", {"form": form})


def end_city_role(request: HttpRequest, pk: int) -> HttpResponse:
    """End a role for the whole city."""
    _demand_administrator(request)
    role = get_object_or_404(access.visible_city_roles(person_of(request)), pk=pk)
    if request.method == "POST":
        end_role(role, by=actor_of(request))
        return _saved(request)
    return render(request, "office/end_role.html", {"role": role})


def _begin_with(house: House, *, request: HttpRequest) -> HttpResponse:
    request.session[KEY] = house.pk
    messages.success(request, _("%(house)s is there. Now invite a coordinator.") % {"house": house.name})
    return redirect("office:team")


def _saved(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("office:city")


def _part(request: HttpRequest, form: ModelForm) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        actions.keep_part_of_city(form.instance, by=actor_of(request))
        return _saved(request)
    return render(request, "office/part.html", {"form": form})


def _demand_administrator(request: HttpRequest) -> None:
    demand(is_administrator(person_of(request)), _("Ask the administrator of the city to do this."), error=NotYours)
