"""Further places and times of an entry, always kept as a whole list; called by actions that asked who may."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from wijkhuis.base.errors import demand
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory.models import Entry, Location, OpeningTime

PLACE = ("name", "address", "postcode", "town", "step_free", "note")
TIME = ("frequency", "days", "opens_at", "closes_at", "valid_from", "valid_to", "note")
MOST_ROWS = 40


def keep_places(entry: Entry, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Make these the further places: values by the names of PLACE, with `id` of a place that was there already.

    Gives their numbers, in order.
    """
    there = {place.pk: place for place in entry.locations.all()}
    return [place.pk for place in _keep(there, rows, PLACE, lambda: Location(entry=entry))]


def keep_times(entry: Entry, rows: Sequence[Mapping[str, Any]]) -> None:
    """Make these the times: values by the names of TIME, `id` of a time that was there, `location_id` of its place."""
    there = {time.pk: time for time in entry.times.all()}
    places = set(entry.locations.values_list("pk", flat=True))
    kept = _keep(there, rows, TIME, lambda: OpeningTime(entry=entry))
    for time, row in zip(kept, rows, strict=True):
        where = row.get("location_id")
        time.location_id = where if where in places else None
        time.save(update_fields=["location"])


def _keep(there: dict[int, Any], rows: Sequence[Mapping[str, Any]], names: Sequence[str], new: Any) -> list[Any]:
    demand(len(rows) <= MOST_ROWS, _("These are more rows than we can keep."))
    kept: list[models.Model] = []
    for row in rows:
        one = there.pop(row.get("id") or 0, None) or new()
        for name in (name for name in names if name in row):
            value = row[name]
            setattr(one, name, tidy(value) if isinstance(value, str) else value)
        words = " ".join(str(row.get(name) or "") for name in ("name", "address", "note"))
        refuse_bsn(words)
        if isinstance(one, Location) and not one.is_located:
            # Another address: the point of the old one says nothing any more.
            one.latitude = one.longitude = None
            one.bag_id = one.located_for = ""
        one.full_clean()
        one.save()
        kept.append(one)
    for gone in there.values():
        gone.delete()
    return kept
