"""The first sheet of an Excel file (xlsx), row by row. openpyxl reads it; what is a trap is refused before."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, time, timedelta

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.sources.rules.tables import Line

MOST_BYTES = 400 * 1024 * 1024
MOST_PARTS = 2000
# One more than a table may have, so that who has too many hears it.
MOST_COLUMNS = 201
# Excel itself has no rows below this one.
LAST_ROW = 1_048_576
# What shrinks more than this is made to burst: a real sheet shrinks ten to thirty times. Apache POI does the same.
MOST_SHRUNK = 100
SMALL_PART = 4 * 1024 * 1024


def read_sheet(content: bytes) -> Iterator[Line]:
    """The rows of the first sheet, a cell with a formula as its outcome; RuleBroken when it is no good file."""
    try:
        _refuse_traps(content)
        yield from _rows(content)
    except RuleBroken:
        raise
    # A damaged file makes a reader of others stumble in any way there is.
    except Exception as problem:
        sentence = _("This Excel file cannot be read. Open it, save it again as .xlsx or CSV, and choose that file.")
        raise RuleBroken(sentence) from problem


def _refuse_traps(content: bytes) -> None:
    """RuleBroken when an archive grows too large, or holds names that lead out of it."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = file.infolist()
    too_much = sum(part.file_size for part in parts) > MOST_BYTES or len(parts) > MOST_PARTS
    if too_much or any(part.file_size > SMALL_PART + part.compress_size * MOST_SHRUNK for part in parts):
        raise RuleBroken(_("This Excel file is too large when it is unpacked. Split it into smaller files."))
    if any(part.filename.startswith(("/", "\\")) or ".." in part.filename for part in parts):
        raise RuleBroken(_("There are names in this Excel file that do not belong there. We do not open it."))


def _rows(content: bytes) -> Iterator[Line]:
    """What is in the first sheet; any error of openpyxl when it cannot be read."""
    # Imported here: it takes a while, and few ever read an Excel file.
    import openpyxl
    from openpyxl.cell.cell import ERROR_CODES

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    with closing(book):
        if not book.worksheets:
            raise RuleBroken(_("There is no sheet in this file. Save the table as .xlsx or CSV and choose that file."))
        # The size that a file says it has is not always true.
        size = {"min_row": 1, "min_col": 1, "max_row": LAST_ROW + 1, "max_col": MOST_COLUMNS}
        for number, row in enumerate(book.worksheets[0].iter_rows(**size, values_only=True), start=1):
            if number > LAST_ROW:
                raise ValueError
            # Of rows that are skipped there may be a million.
            if row.count(None) == len(row):
                continue
            cells = ["" if value is None or value in ERROR_CODES else _as_written(value) for value in row]
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                yield Line(number, [*cells])


def _as_written(value: object) -> str:
    """A value as people write it: 42 rather than 42.0; a day as 2026-03-28, a time as 09:30."""
    match value:
        case bool(ticked):
            return "ja" if ticked else "nee"
        case float(number) if number == int(number):
            return str(int(number))
        case datetime() as moment:
            return f"{moment:%Y-%m-%d}"
        case time() as moment:
            return f"{moment:%H:%M}"
        case timedelta() as length:
            hours, seconds = divmod(int(length.total_seconds()), 3600)
            return f"{hours:02}:{seconds // 60:02}"
        case other:
            return str(other)
