"""The pages of this room on top of every page of staff, and those that are reached from the page of themes."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.accounts.models import User
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people import rules
from wijkhuis.house.people.access import has_role
from wijkhuis.house.people.pages import StaffPage
from wijkhuis.loop.signals import access


@dataclass(frozen=True)
class SignalPage:
    """A page that the page of themes leads to: its address, its words, one line of explanation, and who may open it.

    Every room hangs its own there, in `SIGNAL_PAGES` of its `pages.py`.
    """

    address: str
    label: str | Promise
    says: str | Promise = ""
    is_open: Callable[[User, House], bool] = access.in_group

    @property
    def url(self) -> str:
        """Where it is."""
        return reverse(self.address)


def sees_offers(user: User, house: House) -> bool:
    """Whether somebody sees what was not there, in the list of the house."""
    return has_role(user, house, *rules.HOUSE_LIST_KINDS)


# How much waits is said on the page itself: a count here would be a question to the database on every page.
STAFF_PAGES = [
    StaffPage(
        "signals:themes",
        _("Themes"),
        rules.STAFF_KINDS,
        place=4,
        also=lambda user: bool(access.seats_of(user)),
    ),
]
BENEATH = {"signals:themes": ["signals:give", "signals:offers", "signals:rounds"]}
SIGNAL_PAGES = [
    SignalPage(
        "signals:give", _("Write down what you notice"), _("One sentence, ten seconds."), access.may_give_signal
    ),
    SignalPage(
        "signals:offers",
        _("What was not there"),
        _("Needs that were not met, and what partners could not take over."),
        sees_offers,
    ),
    SignalPage("signals:rounds", _("Rounds in the street"), _("Residents who ask residents."), access.may_give_signal),
    SignalPage("signals:over_time", _("Themes over time and where"), _("A picture, and the same as a table.")),
    SignalPage("signals:group", _("The signal group"), _("Who sits there, and until when."), access.may_see_group),
]
