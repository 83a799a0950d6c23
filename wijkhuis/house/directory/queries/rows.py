"""Entries as lines of a list: who, what, which kind, where."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkhuis.base.language.words import first_words
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries.search import Found


def rows_of_entries(entries: Iterable[Entry], *, house: str = "") -> list[dict[str, Any]]:
    """One line per entry, with the beginning of its description; for a visitor the link keeps the house (its slug)."""
    return [_row(entry, first_words(entry.description) or ", ".join(entry.topics), house) for entry in entries]


def rows_of_found(found: Iterable[Found[Entry]], *, house: str = "") -> list[dict[str, Any]]:
    """One line per entry, with why it fits."""
    return [_row(one.entry, one.why, house) for one in found]


def _row(entry: Entry, what: str, house: str) -> dict[str, Any]:
    place = entry.neighbourhood.name if entry.neighbourhood else entry.area
    row = {
        "url": reverse("directory:entry", args=[entry.pk]) + (f"?huis={house}" if house else ""),
        "who": entry.name,
        "what": what,
        "since": entry.get_kind_display(),
        "next": place or _("the whole city"),
    }
    if not entry.is_published:
        return {**row, "mark": "late", "mark_words": _("off the map")}
    return {**row, "mark": "done", "mark_words": _("by residents")} if entry.is_informal else row
