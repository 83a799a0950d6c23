"""Which pages the page of themes leads to; every room says so itself, in `SIGNAL_PAGES` of its `pages.py`."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from wijkhuis.base.accounts.models import User
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.pages import SignalPage


def doors_for(user: User, house: House) -> list[SignalPage]:
    """The pages somebody may open for this house."""
    return [page for page in _all_pages() if page.is_open(user, house)]


@cache
def _all_pages() -> list[SignalPage]:
    names = [f"{app.name}.pages" for app in apps.get_app_configs() if app.name.startswith("wijkhuis.")]
    rooms = [import_module(name) for name in names if find_spec(name)]
    return [page for room in rooms for page in getattr(room, "SIGNAL_PAGES", ())]
