"""In which house somebody works now, when they work in more than one."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.access import houses_of

KEY = "house_id"


def current_house(request: HttpRequest, *kinds: str) -> House:
    """The house chosen in this session, or the first one where somebody has one of these roles."""
    houses = houses_of(person_of(request), *kinds)
    demand(bool(houses), _("You do not work in a house. Ask the coordinator of your house."), error=NotYours)
    return chosen_of(houses, request=request)


def chosen_of(houses: Sequence[House], *, request: HttpRequest) -> House:
    """Of these houses (at least one) the one chosen in this session, otherwise the first."""
    chosen = request.session.get(KEY)
    return next((house for house in houses if house.pk == chosen), houses[0])


def choose_house(request: HttpRequest, house: House) -> None:
    """Work in another house from now on."""
    demand(house in houses_of(person_of(request)), _("You do not work in this house."), error=NotYours)
    request.session[KEY] = house.pk
