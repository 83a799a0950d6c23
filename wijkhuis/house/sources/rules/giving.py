"""Rows as a table that a spreadsheet opens: CSV and Excel. What looks like a formula stays text."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import IO, Any

# What a spreadsheet would calculate; a phone number that begins with a plus is none.
FORMULA = re.compile(r"^(?:[=@\t\r|]|[+-](?![\d\s().-]*$))")
# Excel in the Netherlands begins a new cell after a semicolon; a blank before the sign makes it text again.
SPLIT = re.compile(r"([;,\n\r]\"?)(?=[=@+|-])")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_csv(rows: Iterable[list[str]]) -> Iterator[str]:
    """Lines of a CSV file, with the mark by which Excel knows UTF-8; one row in memory at a time."""
    line = io.StringIO()
    writer = csv.writer(line)
    yield "\ufeff"
    for row in rows:
        writer.writerow([as_csv_cell(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def write_excel(rows: Iterable[list[str]], file: IO[bytes]) -> None:
    """An Excel file with one sheet; every cell is text, so nothing in it is ever calculated."""
    # Imported here: it takes a while, and few ever ask for an Excel file.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("kaart")
    for row in rows:
        sheet.append(_as_text(row, sheet))
    book.save(file)


def as_csv_cell(cell: str) -> str:
    """The words of a cell so that no spreadsheet calculates them."""
    apart = SPLIT.sub(r"\1 ", cell)
    return f"'{apart}" if FORMULA.match(apart) else apart


def _as_text(row: list[str], sheet: Any) -> list[Any]:
    """Cells with these words; openpyxl makes a formula of what begins with = and an error of what looks like #N/A."""
    from openpyxl.cell import WriteOnlyCell

    cells: list[Any] = [NOT_IN_XML.sub("", cell) or None for cell in row]
    for place, words in enumerate(cells):
        if words and words.startswith(("=", "#")):
            cells[place] = WriteOnlyCell(sheet, value=words)
            cells[place].data_type = "s"
    return cells
