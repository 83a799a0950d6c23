"""An Excel file whose parts we write over by hand, so that it can be as wrong as we like."""

import io
import zipfile
from xml.sax.saxutils import escape

from openpyxl import Workbook

SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
CONTENTS = "[Content_Types].xml"
SHARED = (
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)


def cell(place, value):
    """A cell: a tuple is a formula and its outcome, a number a number, other things words."""
    if isinstance(value, tuple):
        return f'<c r="{place}" t="str"><f>{escape(value[0])}</f><v>{escape(value[1])}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def sheet(rows):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{chr(65 + place)}{number}", value) for place, value in enumerate(row) if value != "")
        lines.append(f'<row r="{number}">{cells}</row>')
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet {SPACE}><sheetData>{"".join(lines)}</sheetData></worksheet>'
    )


def workbook(rows=None, **parts):
    """The bytes of a file with one sheet; `parts` are further files in it, or other words for what is there."""
    if rows is not None:
        parts = {"xl/worksheets/sheet1.xml": sheet(rows), **parts}
    whole = {**_empty_book(), **parts}
    if "xl/sharedStrings.xml" in parts:
        whole[CONTENTS] = whole[CONTENTS].replace(b"</Types>", f"{SHARED}</Types>".encode())
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    return file.getvalue()


def _empty_book():
    """What is in a file that has a sheet in name only."""
    file = io.BytesIO()
    book = Workbook()
    book.active["A1"] = "words"
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist() if "worksheets/sheet" not in name}
