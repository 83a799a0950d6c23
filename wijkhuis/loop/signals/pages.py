"""The pages of signals as links: what the page of themes shows, for whom."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.people import rules


@dataclass(frozen=True)
class SignalPage:
    """A page of this room: its address, its words, one line of explanation, and who may open it."""

    address: str
    label: str | Promise
    says: str | Promise
    kinds: frozenset[str]


SIGNAL_PAGES = [
    SignalPage(
        "signals:give", _("Write down what you notice"), _("One sentence, ten seconds."), frozenset(rules.STAFF_KINDS)
    ),
    SignalPage(
        "signals:offers",
        _("What was not there"),
        _("Needs that were not met, and what partners could not take over."),
        frozenset(rules.HOUSE_LIST_KINDS),
    ),
    SignalPage(
        "signals:rounds",
        _("Rounds in the street"),
        _("Rounds: residents who ask residents"),
        frozenset(rules.STAFF_KINDS),
    ),
]
