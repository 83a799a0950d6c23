"""A JSON list of objects, read as a table; one object at a time."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.sources.rules.cells import Cell
from wijkhuis.house.sources.rules.tables import Line

MOST_KEYS = 200
_SPACE = re.compile(r"[\s,]*")


def read_objects(text: str) -> tuple[list[str], Iterator[Line]]:
    """The keys of all objects as headings, and the objects as rows; RuleBroken when it is no list of objects."""
    headings: dict[str, None] = {}
    for _line, one in _objects(text):
        headings.update(dict.fromkeys(one))
        if len(headings) > MOST_KEYS:
            raise RuleBroken(_("This list has more than 200 different names for its columns."))
    keys = list(headings)
    rows = (Line(line, [_cell(one.get(key)) if key in one else None for key in keys]) for line, one in _objects(text))
    return keys, rows


def _objects(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each object with the line where it begins."""
    decoder = json.JSONDecoder()
    place = text.index("[") + 1
    line, counted = 1, 0
    while True:
        place = _space_after(text, place)
        if text[place : place + 1] in ("]", ""):
            return
        line += text.count("\n", counted, place)
        counted = place
        try:
            one, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            sentence = _("This is no good JSON from line %(line)d on. Ask whoever made this file to look at it.")
            raise RuleBroken(sentence % {"line": line}) from None
        if not isinstance(one, dict):
            raise RuleBroken(_("This JSON is no list of objects with names such as id and name."))
        yield line, one


def _space_after(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return [part for part in map(_plain, value) if part]
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "" if value is None or isinstance(value, dict | list) else str(value)
