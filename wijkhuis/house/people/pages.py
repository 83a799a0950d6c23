"""What every page of staff shows on top: the house, and the pages that each room hangs there itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from wijkhuis.base.accounts.models import User
from wijkhuis.house.people.access import houses_of, roles_of
from wijkhuis.house.people.here import chosen_of


class Spot(Enum):
    """Where on top of the page: in the menu, or at one of the fixed spots."""

    MENU = "menu"
    NEW_QUESTION = "new_question_url"
    CHOOSE_HOUSE = "choose_house_url"
    HELP = "help_url"
    START = "start_url"


@dataclass(frozen=True)
class StaffPage:
    """A page of a room: its address, its words, who may open it (None: everybody of staff), where it stands."""

    address: str
    label: str | Promise = ""
    kinds: frozenset[str] | None = None
    place: int = 0
    spot: Spot = Spot.MENU
    # How much waits there for somebody, at most one query; nothing is said of zero.
    count: Callable[[User], int] | None = None
    # Who may open it without one of these roles: somebody with a seat in a group, say; at most one query.
    also: Callable[[User], bool] | None = None
    # Whether work begins here for who may open it; of several the first.
    begins: bool = False

    def is_open_to(self, user: User) -> bool:
        """Whether somebody finds this page on top; everybody who works here finds a page without kinds."""
        roles = roles_of(user)
        if roles and (self.kinds is None or any(role.kind in self.kinds for role in roles)):
            return True
        return self.also is not None and self.also(user)


def staff_pages(request: HttpRequest) -> dict[str, Any]:
    """The house somebody works in and the pages they may open; nothing for residents."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    open_pages = [page for page in pages_of_rooms() if page.is_open_to(user)]
    if not open_pages:
        return {}
    houses = houses_of(user)
    menu = [(_address(page.address), _label(page, user)) for page in open_pages if page.spot is Spot.MENU]
    # Of two addresses that lie in one another, only the longest is where we are.
    within = {url: url for url, _label in menu} | _beneath()
    here = within.get(max((url for url in within if request.path.startswith(url)), key=len, default=""), "")
    return {
        "house": chosen_of(houses, request=request) if houses else None,
        "my_houses": houses,
        "nav": [(url, label, url == here) for url, label in menu],
        "account_url": _address("my_account"),
        "begin_url": next((_address(page.address) for page in open_pages if page.begins), menu[0][0] if menu else ""),
        **{page.spot.value: _address(page.address) for page in open_pages if page.spot is not Spot.MENU},
    }


def _label(page: StaffPage, user: User) -> str | Promise:
    waiting = page.count(user) if page.count else 0
    return f"{page.label} ({waiting})" if waiting else page.label


@cache
def _address(name: str) -> str:
    return reverse(name)


@cache
def _beneath() -> dict[str, str]:
    """Addresses that belong to a page of the menu: each room says so itself, in `BENEATH` of its `pages.py`."""
    said = [pair for room in _doors() for pair in getattr(room, "BENEATH", {}).items()]
    return {reverse(address): reverse(page) for page, addresses in said for address in addresses}


@cache
def pages_of_rooms() -> Sequence[StaffPage]:
    """What the rooms hang there, each in its own `pages.py`, in the order of their places."""
    found = [page for room in _doors() for page in getattr(room, "STAFF_PAGES", ())]
    return sorted(found, key=lambda page: page.place)


def _doors() -> Sequence[ModuleType]:
    doors = [f"{app.name}.pages" for app in apps.get_app_configs() if app.name.startswith("wijkhuis.")]
    return [import_module(door) for door in doors if find_spec(door)]
