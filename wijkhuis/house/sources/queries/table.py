"""The map as a table, with the columns that we read ourselves."""

from collections.abc import Iterator
from datetime import UTC
from math import ceil

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from wijkhuis.base.batches import batches_by_key
from wijkhuis.house.directory.access import visible_entries
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries.sentences import opening_of
from wijkhuis.house.sources.rules.cells import NO, YES
from wijkhuis.house.sources.rules.columns import CHANGED_AT, COLUMNS
from wijkhuis.house.sources.rules.facts import TEXTS

BATCH = 500
# About a second and a half of work.
A_PART = 3000


def rows_of_the_map(part: int | None = None) -> Iterator[list[str]]:
    """The names of the columns, and then a row per entry that everybody may see; few in memory at a time.

    `part` counts from 1: only so many rows as an Excel file is made of while somebody waits.
    """
    yield [*COLUMNS, CHANGED_AT]
    entries = visible_entries(AnonymousUser()).prefetch_related("times")
    if part is not None:
        keys = entries.order_by("pk").values_list("pk", flat=True)[(part - 1) * A_PART : part * A_PART]
        entries = entries.filter(pk__in=list(keys))
    for batch in batches_by_key(entries, size=BATCH):
        for entry in batch:
            yield [cell_of(entry, column) for column in (*COLUMNS, CHANGED_AT)]


def parts_of_the_map() -> int:
    """In how many Excel files the map fits, at least one."""
    return max(1, ceil(visible_entries(AnonymousUser()).count() / A_PART))


def cell_of(entry: Entry, column: str) -> str:
    """What our own table says about an entry, found with its neighbourhood and times, in one column."""
    if column == "id":
        return str(entry.uid)
    if column == CHANGED_AT:
        return moment_of(entry)
    if column == "by_residents":
        return YES if entry.is_informal else NO
    if column == "opening":
        return _opening(entry)
    if column == "neighbourhood":
        return entry.neighbourhood.name if entry.neighbourhood else entry.area
    value = getattr(entry, column)
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)


def moment_of(entry: Entry) -> str:
    """When an entry last changed, to the second, in a form that no spreadsheet takes for a day of its own."""
    return f"{entry.updated_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _opening(entry: Entry) -> str:
    """When it is open; times that are kept one by one as sentences, in the language of the table."""
    with translation.override(settings.LANGUAGE_CODE):
        return opening_of(entry, at_most=TEXTS["opening"])
