"""Keeping further places and opening times as a source says them."""

from collections import defaultdict
from datetime import date, time
from typing import Any

from wijkhuis.house.directory.models import Location, OpeningTime
from wijkhuis.house.sources.queries.details import DAYS, HOURS, WORDS, Details


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
