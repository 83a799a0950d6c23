"""What exists already for a theme, before something new is made."""

from dataclasses import dataclass

import numpy as np
from django.db.models import Q

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries import Found, search_by_kinds
from wijkhuis.loop.signals.models import Signal, Theme
from wijkhuis.loop.signals.queries.profiles import edition
from wijkhuis.loop.signals.rules import packing

CENTRAL = 3
# What fits less than this part of the best is no answer to a theme.
WORTH = 0.35
GROUPS = (Entry.Kind.GROUP, Entry.Kind.MEETING_PLACE)
HELP = (Entry.Kind.SERVICE, Entry.Kind.SCHEME, Entry.Kind.FUND, Entry.Kind.ORGANISATION)


@dataclass(frozen=True)
class Existing:
    """Groups and places, help, and earlier themes of the same kind in this house."""

    groups: list[Found[Entry]]
    help: list[Found[Entry]]
    earlier: list[Theme]


def what_exists_for(theme: Theme, *, limit: int = 5) -> Existing:
    """What the map has for what a theme is about, and earlier themes of the house about the same."""
    said = " ".join([theme.name, *central_sentences(theme)])
    groups, help_ = search_by_kinds(said, groups=[GROUPS, HELP], house=theme.house, limit=limit, faint=WORTH)
    return Existing(groups=groups, help=help_, earlier=_earlier(theme))


def central_sentences(theme: Theme, *, count: int = CENTRAL) -> list[str]:
    """The sentences that say best what a theme is about: those most like all others."""
    told = list(Signal.objects.filter(theme=theme).order_by("pk").values_list("sentence", "meaning"))
    mark = packing.mark_of(edition())
    known = [(sentence, bytes(kept or b"")) for sentence, kept in told]
    rows = [(sentence, kept) for sentence, kept in known if kept.startswith(mark)]
    if not rows:
        return sorted(sentence for sentence, _kept in known)[:count]
    numbers = packing.unpack([kept for _sentence, kept in rows], width=packing.WIDEST)
    fits = np.asarray(numbers @ numbers.sum(axis=0).T).ravel()
    best = sorted(range(len(rows)), key=lambda at: (-fits[at], rows[at][0]))[:count]
    return [rows[at][0] for at in best]


def _earlier(theme: Theme) -> list[Theme]:
    if not theme.known_as:
        return []
    same = Theme.objects.filter(house=theme.house_id, known_as=theme.known_as, merged_into=None).exclude(pk=theme.pk)
    return list(same.filter(Q(closed_on__isnull=False) | Q(decided_on__isnull=False)).order_by("-confirmed_on", "pk"))
