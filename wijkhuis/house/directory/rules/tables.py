"""A file of somebody else's making, read as a table: which letters, which separator, which rows."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken

LARGEST_FILE = 60 * 1024 * 1024
SEPARATORS = ";,\t"
# The reader's own limit is meant for machines; ours is per column and comes with a sentence.
csv.field_size_limit(LARGEST_FILE)

_BEGINNINGS = {
    b"PK\x03\x04": "Excel",
    b"\xd0\xcf\x11\xe0": "Excel",
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x1f\x8b": "gzip",
}
_SEPARATOR_LINE = re.compile(r"\Asep=(.)\r?\n")
_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


@dataclass(frozen=True)
class Line:
    """One row of the table: the line where it begins, its cells, and what was wrong with its quotation marks."""

    number: int
    cells: list[str]
    problem: str = ""


def read_lines(content: bytes) -> Iterator[Line]:
    """The rows of a CSV file, the header first, empty rows left out; RuleBroken with a sentence when it is no table."""
    text = decode(content)
    text, separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            yield Line(begins, [], _quotes(problem))
            cells = []
        if any(cell.strip() for cell in cells):
            yield Line(begins, cells)
        begins = reader.line_num + 1


def _quotes(problem: csv.Error) -> str:
    if "end of data" in str(problem):
        return _("A quotation mark is opened here and never closed. Nothing from here on was read.")
    return _("A quotation mark in this row stands in the middle of a cell.")


def decode(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252; RuleBroken when it is something else."""
    if not content.strip():
        raise RuleBroken(_("This file is empty. Choose a file with a row of column names and rows below it."))
    if len(content) > LARGEST_FILE:
        raise RuleBroken(_("This file is larger than 60 MB. Split it into smaller files."))
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            sentence = _("This is a file of the kind %(kind)s. Save it as CSV (UTF-8) and choose that file.")
            raise RuleBroken(sentence % {"kind": kind})
    text = _decode(content)
    if len(_STRANGE.findall(text[:100_000])) > len(text[:100_000]) / 50 + 5:
        raise RuleBroken(_("This file holds no text that we can read. Save the table as CSV (UTF-8)."))
    return text


def _decode(content: bytes) -> str:
    """With a byte order mark as it says; without: UTF-16 when every other byte is zero, else UTF-8, else Windows."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    start = content[:2000]
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if len(start) > 3 and zeros.count(0) > len(zeros) * 0.7:
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _separator(text: str) -> tuple[str, str]:
    """The sign between cells: what Excel wrote above the table, or what the header holds most of."""
    if told := _SEPARATOR_LINE.match(text):
        # The line stays as an empty one, so that line numbers are right.
        return "\n" + text[told.end() :], told.group(1) if told.group(1) in SEPARATORS else ";"
    header = next((line for line in text[:20_000].splitlines() if line.strip()), "")
    return text, max(SEPARATORS, key=header.count)
