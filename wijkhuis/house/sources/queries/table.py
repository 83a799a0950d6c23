"""The map as a table, with the columns that we read ourselves."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser

from wijkhuis.base.batches import batches_by_key
from wijkhuis.house.directory.access import visible_entries
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.rules.columns import COLUMNS

BATCH = 500


def rows_of_the_map() -> Iterator[list[str]]:
    """The names of the columns, and then a row per entry that everybody may see; few in memory at a time."""
    yield list(COLUMNS)
    for batch in batches_by_key(visible_entries(AnonymousUser()), size=BATCH):
        for entry in batch:
            yield [_cell(entry, column) for column in COLUMNS]


def _cell(entry: Entry, column: str) -> str:
    if column == "id":
        return str(entry.uid)
    if column == "neighbourhood":
        return entry.neighbourhood.name if entry.neighbourhood else entry.area
    value = getattr(entry, column)
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)
