"""What exists already for a theme, before something new is made."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import Q
from django.urls import reverse

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries import ENOUGH, Found, search_by_kinds
from wijkhuis.loop.signals.models import Signal, Theme
from wijkhuis.loop.signals.queries.profiles import edition
from wijkhuis.loop.signals.rules import packing

CENTRAL = 3
# What fits less than this part of the best is no answer to a theme.
WORTH = 0.35
# And what fits less than `ENOUGH` is none, also when nothing fits better. Measured with the 190 Dutch questions and 260
# entries of benchmarks/words, which are judged: of what `WORTH` leaves, 13 % is right below it (43 of 343) and 44 %
# above (218 of 492). Of the 42 themes of benchmarks/themes and the 325 of the library one in twenty finds nothing.
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
    kinds, house = [GROUPS, HELP], theme.house
    groups, help_ = search_by_kinds(said, groups=kinds, house=house, limit=limit, faint=WORTH, enough=ENOUGH)
    return Existing(groups=groups, help=help_, earlier=_earlier(theme))


def rows_of_existing(theme: Theme, *, limit: int = 5) -> list[dict[str, Any]]:
    """Groups, places and help of the map that fit a theme, then earlier themes of its kind, with an address each."""
    found = what_exists_for(theme, limit=limit)
    rows = [
        {
            "url": reverse("directory:entry", args=[one.entry.pk]),
            "who": one.entry.name,
            "what": one.entry.get_kind_display(),
            "next": one.why,
        }
        for one in (*found.groups, *found.help)
    ]
    return rows + [
        {"url": reverse("signals:theme", args=[one.pk]), "who": one.name, "what": one.get_standing_display()}
        for one in found.earlier
    ]


def central_sentences(theme: Theme, *, count: int = CENTRAL) -> list[str]:
    """The sentences that say best what a theme is about: those most like all others."""
    told = Signal.objects.filter(theme=theme).only("sentence", "meaning")
    mark = packing.mark_of(edition())
    known = [(one.sentence, bytes(one.meaning or b"")) for one in sorted(told, key=lambda one: one.pk)]
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
