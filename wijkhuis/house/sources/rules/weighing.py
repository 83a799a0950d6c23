"""What a source says now, what it said before, and what we say: which of these stays."""

import json
from dataclasses import dataclass, field
from typing import Any

from wijkhuis.house.sources.rules.facts import FACTS, ONLY_NEW, is_blank, is_same
from wijkhuis.house.sources.rules.said import Said


@dataclass
class Known:
    """What a source last said about an entry of ours."""

    pk: int
    number: str
    said: Any
    kept: Any
    entry_id: int
    was_dropped: bool
    differs: bool

    def __post_init__(self) -> None:
        self.said = json.loads(self.said) if isinstance(self.said, str) else self.said
        self.kept = json.loads(self.kept) if isinstance(self.kept, str) else self.kept

    def is_news(self, said: Said) -> bool:
        """Whether the source says anything else than before, or has it again."""
        facts = {name: value for name, value in said.facts.items() if name not in ONLY_NEW}
        return (
            self.was_dropped
            or any(name not in self.said or self.said[name] != value for name, value in facts.items())
            or (bool(said.provider) and self.said.get("provider") != said.provider)
            or self.has_details(said)
        )

    def has_details(self, said: Said) -> bool:
        """Whether the source says anything else about places or times than before."""
        places, times = said.locations, said.times
        return (places is not None and places != self.said.get("locations")) or (
            times is not None and times != self.said.get("times")
        )


@dataclass
class Weighed:
    """Which facts of ours change, and how many of the source we did not take over."""

    news: dict[str, Any] = field(default_factory=dict)
    kept_ours: int = 0


def weigh(known: Known, theirs: dict[str, Any], ours: dict[str, Any]) -> Weighed:
    """What we corrected ourselves stays; what nobody touched follows the source."""
    weighed = Weighed()
    for name in FACTS:
        if name not in theirs or is_same(name, theirs[name], ours[name]):
            continue
        untouched = is_same(name, known.said[name], ours[name]) if name in known.said else is_blank(name, ours[name])
        if untouched:
            weighed.news[name] = theirs[name]
        elif name not in known.kept or not is_same(name, known.kept[name], theirs[name]):
            weighed.kept_ours += 1
    return _ages_run_upwards(weighed, ours)


def _ages_run_upwards(weighed: Weighed, ours: dict[str, Any]) -> Weighed:
    """Ages of ours and theirs together may make no sense: then ours stay."""
    low, high = ({**ours, **weighed.news}[name] for name in ("minimum_age", "maximum_age"))
    if low is not None and high is not None and low > high:
        for name in ("minimum_age", "maximum_age"):
            weighed.kept_ours += weighed.news.pop(name, None) is not None
    return weighed
