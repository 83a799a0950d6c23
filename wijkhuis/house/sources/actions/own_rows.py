"""Rows of our own table that come back: a correction of entries that are ours already."""

import re
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.geo import asked_for
from wijkhuis.base.journal.actions import Actor, record_each
from wijkhuis.house.directory.actions import forget_point, remember_facts
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.queries.differences import label_of, value_of
from wijkhuis.house.sources.queries.table import cell_of, moment_of
from wijkhuis.house.sources.rules.cells import read_cell
from wijkhuis.house.sources.rules.columns import CHANGED_AT, COLUMNS
from wijkhuis.house.sources.rules.facts import clean_fact, is_same
from wijkhuis.house.sources.rules.giving import as_csv_cell
from wijkhuis.house.sources.rules.problems import BadCell, Problem
from wijkhuis.house.sources.rules.said import Said

# As our own table writes a moment: in this form the later one is the larger one.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
COUNTED = ("capacity", "places_free")


def ours_among(some: Iterable[Said]) -> dict[str, Entry]:
    """The entries of our map whose own number a row carries, by that number, locked; a standard has its own way."""
    numbers = {one.number: uid for one in some if "uid" not in one.facts and (uid := _uid(one.number))}
    if not numbers:
        return {}
    known = Entry.objects.filter(uid__in=numbers.values()).select_related("neighbourhood").prefetch_related("times")
    found = {entry.uid: entry for entry in known.select_for_update(of=("self",)).order_by("pk")}
    return {number: found[uid] for number, uid in numbers.items() if uid in found}


def correct_ours(
    pairs: Iterable[tuple[Entry, Said]], *, place: Callable[[str], int | None], by: Actor
) -> tuple[list[int], list[Problem]]:
    """Write down what was mended in our own table, so that it can be undone; gives the entries that changed, and the
    rows that were left because somebody changed the entry after the table was made.

    A cell that says what our table says is no correction. `by` was asked already whether this is allowed.
    """
    told = [(entry, said, news) for entry, said in pairs if (news := _news(entry, said))]
    late = [_too_old(entry, said, news) for entry, said, news in told if _changed_since(entry, said)]
    mended = [(entry, news) for entry, said, news in told if not _changed_since(entry, said)]
    for entry, news in mended:
        remember_facts(entry, by=by)
        before = asked_for(entry.address, entry.postcode, entry.town)
        for name, value in news.items():
            setattr(entry, name, value)
        if "area" in news:
            entry.neighbourhood_id = place(news["area"])
        if any(name in news for name in COUNTED):
            entry.capacity_on = clock.today()
        if asked_for(entry.address, entry.postcode, entry.town) != before:
            forget_point(entry)
        entry.save()
    record_each("directory.entry_changed", [entry for entry, _news in mended], by=by)
    return [entry.pk for entry, _news in mended], late


def _changed_since(entry: Entry, said: Said) -> bool:
    """Whether an entry changed after the table was made; a row that does not say when is taken as it is."""
    return bool(MOMENT.fullmatch(said.changed_at)) and moment_of(entry) > said.changed_at


def _too_old(entry: Entry, said: Said, news: Iterable[str]) -> Problem:
    reason = _("After this list was made, somebody changed %(name)s on the map. The map stays as it is: %(facts)s.")
    facts = ", ".join(label_of(name) for name in news)
    mend = _("Look at it on the map. Is this row right all the same? Empty this cell and read the list again.")
    return Problem(said.line, CHANGED_AT, reason % {"name": entry.name, "facts": facts}, mend, said.number)


def _news(entry: Entry, said: Said) -> dict[str, Any]:
    """What a row says otherwise than our table; ages that make no sense together are not taken."""
    written = _as_written(entry)
    news = {
        name: value
        for name, value in said.facts.items()
        if not is_same(name, value, value_of(entry, name))
        and not any(name in one and is_same(name, value, one[name]) for one in written)
    }
    low, high = (news.get(name, getattr(entry, name)) for name in ("minimum_age", "maximum_age"))
    if low is not None and high is not None and low > high:
        return {name: value for name, value in news.items() if name not in ("minimum_age", "maximum_age")}
    return news


def _as_written(entry: Entry) -> list[dict[str, Any]]:
    """The facts that our own table tells of an entry when it is read again, from Excel and from CSV."""
    cells = {column: cell_of(entry, column) for column in COLUMNS if column != "id"}
    return [_read(cells), _read({column: as_csv_cell(cell) for column, cell in cells.items()})]


def _read(cells: dict[str, str]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for column, cell in cells.items():
        try:
            facts |= {name: clean_fact(name, value) for name, value in read_cell(column, cell).items()}
        except (BadCell, KeyError):
            # What cannot be read again is compared as it is kept.
            continue
    return facts


def _uid(number: str) -> UUID | None:
    try:
        return UUID(number)
    except ValueError:
        return None
