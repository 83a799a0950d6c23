"""Further places and opening times, as a source says them and as they are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wijkhuis.house.directory.models import Location, OpeningTime
from wijkhuis.house.sources.rules.cleaning import OF_A_PLACE

WORDS = ("frequency", "days", "note")
HOURS = ("opens_at", "closes_at")
DAYS = ("valid_from", "valid_to")


@dataclass
class Details:
    """The places and times of one entry, as JSON; two are the same when they say the same, whatever one leaves out."""

    locations: list[dict[str, Any]]
    times: list[dict[str, Any]]

    @classmethod
    def of(cls, said: dict[str, Any]) -> "Details":
        """What a source said about places and times."""
        return cls(list(said.get("locations") or []), list(said.get("times") or []))

    def __str__(self) -> str:
        """The places and the times in one line."""
        places = [one.get("name") or one.get("address") or "" for one in self.locations]
        times = [" ".join(filter(None, [one.get("days"), _hours(one), one.get("note")])) for one in self.times]
        return "; ".join(part for part in [*places, *times] if part)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Details):
            return NotImplemented
        return _alike(self.locations, other.locations) and _alike(self.times, other.times)


def _hours(one: dict[str, Any]) -> str:
    return "-".join(moment[:5] for moment in (one.get("opens_at"), one.get("closes_at")) if moment)


def _alike(some: list[dict[str, Any]], others: list[dict[str, Any]]) -> bool:
    """Whether two lists say the same; a point that was looked up later is no difference."""
    return len(some) == len(others) and all(
        all(one[name] == other[name] for name in one.keys() & other.keys())
        for one, other in zip(some, others, strict=True)
    )


def read_details(ids: Iterable[int]) -> dict[int, Details]:
    """The places and times of these entries as they are now."""
    wanted = set(ids)
    found: dict[int, Details] = defaultdict(lambda: Details([], []))
    places: dict[int, int] = {}
    for place in Location.objects.filter(entry__in=wanted).order_by("id"):
        places[place.pk] = len(found[place.entry_id].locations)
        found[place.entry_id].locations.append({name: getattr(place, name) for name in (*OF_A_PLACE, "name", "note")})
    for one in OpeningTime.objects.filter(entry__in=wanted).order_by("id"):
        told = {name: getattr(one, name) for name in WORDS}
        told |= {name: moment.isoformat() if (moment := getattr(one, name)) else None for name in (*HOURS, *DAYS)}
        told["location"] = places.get(one.location_id) if one.location_id else None
        found[one.entry_id].times.append(told)
    return found
