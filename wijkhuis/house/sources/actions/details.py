"""Further places and opening times as a source says them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
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

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Details):
            return NotImplemented
        return _alike(self.locations, other.locations) and _alike(self.times, other.times)


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


def keep_details(entries: dict[int, Details]) -> None:
    """Replace the places and times of these entries."""
    told = {pk: one for pk, one in entries.items() if one.locations or one.times}
    if entries:
        OpeningTime.objects.filter(entry__in=entries).delete()
        Location.objects.filter(entry__in=entries).delete()
    places = [Location(entry_id=pk, **place) for pk, one in told.items() for place in one.locations]
    Location.objects.bulk_create(places)
    of_entry: dict[int, list[Location]] = defaultdict(list)
    for place in places:
        of_entry[place.entry_id].append(place)
    OpeningTime.objects.bulk_create(_time(pk, one, of_entry[pk]) for pk, all_ in told.items() for one in all_.times)


def _time(entry_id: int, told: dict[str, Any], places: list[Location]) -> OpeningTime:
    where = told.get("location")
    one = OpeningTime(entry_id=entry_id, location=places[where] if where is not None and where < len(places) else None)
    for name in WORDS:
        setattr(one, name, told[name])
    for name in HOURS:
        setattr(one, name, time.fromisoformat(told[name]) if told[name] else None)
    for name in DAYS:
        setattr(one, name, date.fromisoformat(told[name]) if told[name] else None)
    return one
