"""What the pages of signals begin with."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.ui import doing
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.access import houses_of
from wijkhuis.house.people.here import chosen_of
from wijkhuis.house.people.rules import STAFF_KINDS
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.access import seats_of


def house_of(request: SignedIn) -> House:
    """Where somebody works, or sits in the signal group."""
    houses = houses_of(request.user, *STAFF_KINDS) or [seat.group.house for seat in seats_of(request.user)]
    demand(bool(houses), _("This is for people who work in a house or sit in its signal group."), error=NotYours)
    return chosen_of(houses, request=request)


def is_done(form: Any, act: Callable[[], object]) -> bool:
    """Do it; what breaks a rule, or may say who it is about, comes back with all that was typed."""

    def act_or_show() -> None:
        try:
            act()
        except actions.HoldsIdentity as holds:
            show_found(form, holds)

    return doing.is_done(form, act_or_show)


def show_found(form: Any, holds: actions.HoldsIdentity) -> None:
    """Show the words that were found; those that may be no person can be confirmed, the others must go."""
    words = ", ".join(f"“{one.words}”" for one in holds.found)
    form.add_error("sentence", f"{holds.sentence} {words}")
    unsure = [one.words for one in holds.found if not one.is_sure]
    form.ask_about([*form.cleaned_data.get("confirmed", ()), *unsure])


def number_of(text: str) -> int:
    """The number of a record as a page sent it; 0, which nothing has, when it is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
