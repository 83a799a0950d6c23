"""Entries as lines of a list: who, what, which kind, where."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.geo.shapes import Point
from wijkhuis.base.language.words import first_words
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries.search import Found
from wijkhuis.house.directory.queries.walking import walk_words
from wijkhuis.house.directory.rules.freshness import Age


def rows_of_entries(entries: Iterable[Entry], *, house: str = "", near: Point | None = None) -> list[dict[str, Any]]:
    """One line per entry, with the beginning of its description; for a visitor the link keeps the house (its slug).

    `near` is the point of the house, to say how far it is.
    """
    return [_row(one, first_words(one.description) or ", ".join(one.topics), house, near) for one in entries]


def rows_of_found(found: Iterable[Found[Entry]], *, house: str = "", near: Point | None = None) -> list[dict[str, Any]]:
    """One line per entry, with why it fits."""
    return [_row(one.entry, one.why, house, near) for one in found]


def made_by(entry: Entry, *, is_short: bool = False) -> dict[str, str]:
    """Who makes it, for a mark with a word, a picture and a colour: residents themselves or an organisation."""
    if entry.is_informal:
        return {"mark": "informal", "mark_words": _("residents") if is_short else _("by residents")}
    return {"mark": "formal", "mark_words": _("organisation") if is_short else _("by an organisation")}


def _row(entry: Entry, what: str, house: str, near: Point | None) -> dict[str, Any]:
    place = entry.neighbourhood.name if entry.neighbourhood else entry.area
    steps = _("no steps") if entry.step_free == Entry.StepFree.YES else ""
    where = [place or _("the whole city"), walk_words(entry.point, near), steps]
    return {
        "url": reverse("directory:entry", args=[entry.pk]) + (f"?huis={house}" if house else ""),
        "who": entry.name,
        "what": what,
        "since": ", ".join(filter(None, [entry.get_kind_display(), _state(entry)])),
        "next": " · ".join(filter(None, where)),
        **made_by(entry),
    }


def _state(entry: Entry) -> str:
    if not entry.is_published:
        return _("off the map")
    age = entry.age(clock.today())
    if age is Age.INACTIVE:
        return _("not checked for a year, residents do not see it")
    return _("not checked for half a year") if age is Age.OLD else ""
