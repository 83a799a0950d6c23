"""A file of somebody else's making, read as a table: CSV, Excel or JSON, which letters, which separator, which rows."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.sources.rules.cells import Cell

LARGEST_FILE = 60 * 1024 * 1024
SEPARATORS = ";,\t"
# The reader's own limit is meant for machines; ours is per fact and comes with a sentence.
csv.field_size_limit(LARGEST_FILE)

_BEGINNINGS = {
    b"\xd0\xcf\x11\xe0": "Excel 97",
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x1f\x8b": "gzip",
}
_SEPARATOR_LINE = re.compile(r"\Asep=(.)\r?\n")
_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


@dataclass(frozen=True)
class Line:
    """One row of a table: the line where it begins, its cells, and what was wrong with its quotation marks."""

    number: int
    # None: this row says nothing about this column.
    cells: list[Cell | None]
    problem: str = ""


def check_file(content: bytes) -> None:
    """RuleBroken with a sentence when a file is empty, too large, or of a kind that is no table."""
    if not content.strip():
        raise RuleBroken(_("This file is empty. Choose a file with a row of column names and rows below it."))
    if len(content) > LARGEST_FILE:
        raise RuleBroken(_("This file is larger than 60 MB. Split it into smaller files."))
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            sentence = _("This is a file of the kind %(kind)s. Save it as CSV (UTF-8) and choose that file.")
            raise RuleBroken(sentence % {"kind": kind})


def read_csv(content: bytes) -> Iterator[Line]:
    """The rows of a CSV file, the header first, empty rows left out; RuleBroken when it holds no text."""
    start, letters = letters_of(content)
    if len(_STRANGE.findall(start)) > len(start) / 50 + 5:
        raise RuleBroken(_("This file holds no text that we can read. Save the table as CSV (UTF-8)."))
    text = io.TextIOWrapper(io.BytesIO(content), encoding=letters, errors="replace", newline="")
    begins = 1
    separator = _separator(start)
    if _SEPARATOR_LINE.match(start):
        text.readline()
        begins = 2
    reader = csv.reader(text, delimiter=separator, strict=True)
    first, begins = begins, begins
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            yield Line(begins, [], _quotes(problem))
            cells = []
        if any(cell.strip() for cell in cells):
            yield Line(begins, [*cells])
        begins = reader.line_num + first


def _quotes(problem: csv.Error) -> str:
    if "end of data" in str(problem):
        return _("A quotation mark is opened here and never closed. Nothing from here on was read.")
    return _("A quotation mark in this row stands in the middle of a cell.")


def letters_of(content: bytes) -> tuple[str, str]:
    """The first 100,000 letters of a file, and in which encoding it is: UTF-8, UTF-16 or Windows-1252."""
    letters = _encoding(content)
    start = content[:200_000].decode(letters, "replace")[:100_000]
    return start, letters


def _encoding(content: bytes) -> str:
    """With a byte order mark as it says; without: UTF-16 when every other byte is zero, else UTF-8, else Windows."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = content[:2000]
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if len(start) > 3 and zeros.count(0) > len(zeros) * 0.7:
            return encoding
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        for place in range(0, len(content), 1_000_000):
            decoder.decode(content[place : place + 1_000_000])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _separator(start: str) -> str:
    """The sign between cells: what Excel wrote above the table, or what the header holds most of."""
    if told := _SEPARATOR_LINE.match(start):
        return told.group(1) if told.group(1) in SEPARATORS else ";"
    header = next((line for line in start[:20_000].splitlines() if line.strip()), "")
    return max(SEPARATORS, key=header.count)
