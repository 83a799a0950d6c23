"""What the signal group of De Brug reads: themes over a year, one that stays under five, and proposals that wait."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from typing import Any

from wijkhuis.base import clock
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.loop.signals.actions import make_theme
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Proposal, Signal, Theme
from wijkhuis.loop.signals.rules.marks import quarter_of
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.district import District


def make_themes(district: District) -> None:
    """Tell of the themes the group confirmed, and of what waits for its yes or no."""
    told, house = reading.facts("themes"), district.houses["de-brug"]
    for one in told["theme"]:
        signals = list(_signals(house, one, district.neighbourhoods))
        make_theme(house, name=one["name"], signals=signals, by=district.by("carla"))
    month = clock.today().replace(day=1)
    for one in told["proposal"]:
        theme = Theme.objects.filter(house=house, name=one.get("theme", "")).first()
        other = Theme.objects.filter(house=house, name=one.get("other", "")).first()
        said = [_signal(house, words, who=f"{words}", month=month) for words in one.get("sentence", ())]
        proposal = Proposal.objects.create(
            house=house,
            kind=one.get("kind", Proposal.Kind.NEW),
            name=one.get("name", ""),
            theme=theme,
            other=other,
            closeness=one["closeness"],
            made_on=clock.today(),
        )
        there = Signal.objects.filter(theme=other or theme, sentence__in=one.get("takes", ())) if theme else []
        proposal.signals.set([*said, *there])


def _signals(house: House, one: dict[str, Any], places: dict[str, Neighbourhood]) -> Iterator[Signal]:
    words, where, whence = cycle(one["sentence"]), cycle(one["neighbourhoods"]), cycle(one["sources"])
    for ago, people in one["people"].items():
        month = clock.add_months(quarter_of(clock.today()), 1 - 3 * int(ago))
        for number in range(people):
            who = f"{one['name']} {ago} {number}"
            yield _signal(house, next(words), who=who, month=month, place=places[next(where)], source=next(whence))


def _signal(
    house: House,
    words: str,
    *,
    who: str,
    month: date,
    place: Neighbourhood | None = None,
    source: str = Signal.Source.DESK,
) -> Signal:
    return Signal.objects.create(
        house=house, sentence=words, month=month, neighbourhood=place, source=source, pool_token=pool_token(who)
    )
