"""The first sheet of an Excel file (xlsx), read row by row with what Python itself can do."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.sources.rules.tables import Line

MOST_BYTES = 400 * 1024 * 1024
MOST_PARTS = 2000
MOST_COLUMNS = 200
MOST_WORDS = 2_000_000
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
# Numbers that Excel shows as a day or a time.
_DAYS = {*range(14, 23), *range(45, 48)}


def read_sheet(content: bytes) -> Iterator[Line]:
    """The rows of the first sheet, a cell with a formula as its outcome; RuleBroken when it is no good file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            sheet = _first_sheet(file)
            words, days = _shared_words(file), _day_styles(file)
            with file.open(sheet) as stream:
                yield from _rows(stream, words, days)
    except (zipfile.BadZipFile, zlib.error, ParseError, EOFError, KeyError, ValueError, NotImplementedError, OSError):
        raise RuleBroken(_broken()) from None
    except (RuntimeError, OverflowError, RecursionError):
        raise RuleBroken(_broken()) from None


def _broken() -> str:
    return _("This Excel file cannot be read. Open it, save it again as .xlsx or CSV, and choose that file.")


def _first_sheet(file: zipfile.ZipFile) -> str:
    """The name of the first sheet, after a look whether the file is not a trap."""
    parts = file.infolist()
    too_much = sum(part.file_size for part in parts) > MOST_BYTES or len(parts) > MOST_PARTS
    odd = [part for part in parts if part.filename.startswith(("/", "\\")) or ".." in part.filename]
    if too_much:
        raise RuleBroken(_("This Excel file is too large when it is unpacked. Split it into smaller files."))
    if odd:
        raise RuleBroken(_("There are names in this Excel file that do not belong there. We do not open it."))
    sheets = [(int(found.group(1)), part.filename) for part in parts if (found := _SHEET.fullmatch(part.filename))]
    if not sheets:
        raise RuleBroken(_("There is no sheet in this file. Save the table as .xlsx or CSV and choose that file."))
    return min(sheets)[1]


def _shared_words(file: zipfile.ZipFile) -> list[str]:
    """The texts that cells point to."""
    if "xl/sharedStrings.xml" not in file.namelist():
        return []
    words: list[str] = []
    with file.open("xl/sharedStrings.xml") as stream:
        for one in _elements(stream, f"{MAIN}si"):
            words.append(_text(one))
            if len(words) > MOST_WORDS:
                raise ValueError
    return words


def _day_styles(file: zipfile.ZipFile) -> set[int]:
    """Which looks of a cell mean that its number is a day."""
    if "xl/styles.xml" not in file.namelist():
        return set()
    with file.open("xl/styles.xml") as stream:
        looks = next(_elements(stream, f"{MAIN}cellXfs"), None)
    formats = [int(one.get("numFmtId", "0")) for one in looks] if looks is not None else []
    return {place for place, number in enumerate(formats) if number in _DAYS}


def _elements(stream: IO[bytes], tag: str) -> Iterator[Element]:
    """Elements of one name, each forgotten after it is given; what holds them stays small."""
    above: list[Element] = []
    for event, element in iterparse(_without_doctype(stream), events=("start", "end")):  # noqa: S314
        if event == "start":
            above.append(element)
            continue
        above.pop()
        if element.tag == tag:
            yield element
            element.clear()
            if above:
                above[-1].clear()


def _without_doctype(stream: IO[bytes]) -> IO[bytes]:
    """The same stream; a file that defines words of its own is a trap."""
    start = stream.read(100_000)
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise ValueError
    stream.seek(0)
    return stream


def _rows(stream: IO[bytes], words: list[str], days: set[int]) -> Iterator[Line]:
    number = 0
    for row in _elements(stream, f"{MAIN}row"):
        number = int(row.get("r") or number + 1)
        cells: list[str] = []
        for cell in row:
            place = _column(cell.get("r"), len(cells))
            if place >= MOST_COLUMNS:
                break
            cells.extend([""] * (place + 1 - len(cells)))
            cells[place] = _value(cell, words, days)
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield Line(number, [*cells])


def _column(place: str | None, otherwise: int) -> int:
    """Column A is 0; a cell without a place comes after the one before it."""
    found = _PLACE.fullmatch(place or "")
    if not found:
        return otherwise
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - 64
    return column - 1


def _value(cell: Element, words: list[str], days: set[int]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v")
    if kind == "inlineStr":
        return _text(cell)
    if value is None or kind == "e":
        return ""
    if kind == "s":
        place = int(value)
        return words[place] if 0 <= place < len(words) else ""
    if kind == "b":
        return "ja" if value == "1" else "nee"
    return _number(value, is_day=int(cell.get("s", "0")) in days) if kind == "n" else value


def _number(value: str, *, is_day: bool) -> str:
    """A number as people write it: 42 rather than 42.0; a day as 2026-03-28, a time as 09:30."""
    number = float(value)
    if is_day and 0 <= number < 2_000_000:
        moment = datetime(1899, 12, 30) + timedelta(days=number)
        return f"{moment:%H:%M}" if number < 1 else f"{moment:%Y-%m-%d}"
    return str(int(number)) if number == int(number) else value


def _text(element: Element) -> str:
    """All the words in an element, without the way to pronounce them."""
    return "".join(part.text or "" for part in element.iter(f"{MAIN}t"))
