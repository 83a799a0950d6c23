"""The map as a table, with the columns that we read ourselves."""

from collections.abc import Iterator
from math import ceil

from django.contrib.auth.models import AnonymousUser

from wijkhuis.base.batches import batches_by_key
from wijkhuis.house.directory.access import visible_entries
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.rules.columns import COLUMNS

BATCH = 500
# About a second and a half of work.
A_PART = 3000


def rows_of_the_map(part: int | None = None) -> Iterator[list[str]]:
    """The names of the columns, and then a row per entry that everybody may see; few in memory at a time.

    `part` counts from 1: only so many rows as an Excel file is made of while somebody waits.
    """
    yield list(COLUMNS)
    entries = visible_entries(AnonymousUser())
    if part is not None:
        keys = entries.order_by("pk").values_list("pk", flat=True)[(part - 1) * A_PART : part * A_PART]
        entries = entries.filter(pk__in=list(keys))
    for batch in batches_by_key(entries, size=BATCH):
        for entry in batch:
            yield [_cell(entry, column) for column in COLUMNS]


def parts_of_the_map() -> int:
    """In how many Excel files the map fits, at least one."""
    return max(1, ceil(visible_entries(AnonymousUser()).count() / A_PART))


def _cell(entry: Entry, column: str) -> str:
    if column == "id":
        return str(entry.uid)
    if column == "neighbourhood":
        return entry.neighbourhood.name if entry.neighbourhood else entry.area
    value = getattr(entry, column)
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)
