"""Rows as a table that a spreadsheet opens: CSV and Excel. What looks like a formula stays text."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO
from xml.sax.saxutils import escape

# What a spreadsheet would calculate; a phone number that begins with a plus is none.
FORMULA = re.compile(r"^(?:[=@\t\r|]|[+-](?![\d\s().-]*$))")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MOST_IN_A_CELL = 32_767
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""",
    "xl/workbook.xml": f"""<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">
<sheets><sheet name="kaart" sheetId="1" r:id="rId1"/></sheets></workbook>""",
}
CELL = '<c t="inlineStr"><is><t xml:space="preserve">'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_csv(rows: Iterable[list[str]]) -> Iterator[str]:
    """Lines of a CSV file, with the mark by which Excel knows UTF-8; one row in memory at a time."""
    line = io.StringIO()
    writer = csv.writer(line)
    yield "\ufeff"
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def write_excel(rows: Iterable[list[str]], file: IO[bytes]) -> None:
    """An Excel file with one sheet; every cell is text, so nothing in it is ever calculated."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in PARTS.items():
            book.writestr(name, HEAD + text)
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'{HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for number, row in enumerate(rows, start=1):
                cells = "".join(f"{CELL}{_xml(cell)}</t></is></c>" for cell in row)
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")


def _plain(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def _xml(cell: str) -> str:
    return escape(NOT_IN_XML.sub("", cell)[:MOST_IN_A_CELL])
