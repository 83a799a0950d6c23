"""Papers of the demo made of plain texts: PDF, Word and web page, with nothing but what the archive reads them with."""

import ctypes
import html
import io
import textwrap
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from docx import Document as Word
from PIL import Image, ImageDraw

from wijkhuis.base import clock

WIDE, HIGH, EDGE = 595, 842, 62
LETTERS_A_LINE = 86
FONTS = {False: b"Helvetica", True: b"Helvetica-Bold"}
# The beds of the garden on the drawing: left, bottom, width, height, and what stands beside it.
GARDEN = (
    (EDGE, 150, 471, 560, ""),
    *((90 + at % 4 * 110, 560 - at // 4 * 90, 80, 50, f"bak {at + 1}") for at in range(8)),
    (180, 330, 240, 36, "lange tafel onder de linde"),
    (90, 200, 120, 60, "kruidenhoek"),
    (300, 180, 60, 60, "regenton"),
    (420, 170, 90, 100, "haag van bessen"),
)

Line = tuple[str, bool]


def pdf(text: str, *, drawing: bool = False) -> bytes:
    """A text as a PDF with as many pages as it needs, and perhaps the drawing of the garden."""
    document = pdfium.PdfDocument.new()
    fonts = {bold: raw.FPDFText_LoadStandardFont(document, name) for bold, name in FONTS.items()}
    for lines in _sheets(text):
        page, y = document.new_page(WIDE, HIGH), HIGH - EDGE
        for words, is_heading in lines:
            y -= 24 if is_heading else 15
            _write(document, page, words, fonts[is_heading], size=14 if is_heading else 10.5, x=EDGE, y=y)
        page.gen_content()
    if drawing:
        page = document.new_page(WIDE, HIGH)
        _write(document, page, "De tuin van boven gezien", fonts[True], size=14, x=EDGE, y=HIGH - 90)
        for left, bottom, width, height, name in GARDEN:
            _draw(page, left, bottom, width, height)
            _write(document, page, name, fonts[False], size=9, x=left + 4, y=bottom + height / 2 - 3)
        page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx(text: str) -> bytes:
    """A text as a document of Word."""
    made, out = Word(), io.BytesIO()
    # Otherwise the year of the empty document of the library.
    made.core_properties.created = clock.now()
    for words, is_heading in paragraphs(text):
        if is_heading:
            made.add_heading(words, level=1)
        else:
            made.add_paragraph(words.removeprefix("- "), style="List Bullet" if words.startswith("- ") else None)
    made.save(out)
    return out.getvalue()


def web_page(text: str) -> bytes:
    """A text as a page of a web site."""
    parts = (
        f"<h2>{html.escape(words)}</h2>" if is_heading else f"<p>{html.escape(words)}</p>"
        for words, is_heading in paragraphs(text)
    )
    head = "<!doctype html><html lang='nl'><meta charset='utf-8'><title>Folder</title>"
    return f"{head}<nav>Terug naar de site</nav><main>{''.join(parts)}</main></html>".encode()


def scan() -> bytes:
    """A map of streets as a picture, as an old machine scans it: no word of it can be searched."""
    picture, out = Image.new("RGB", (827, 1169), "#f4efe2"), io.BytesIO()
    pen = ImageDraw.Draw(picture)
    for at in range(5):
        pen.line((90, 180 + at * 190, 740, 220 + at * 180), fill="#7b6b58", width=14)
        pen.line((150 + at * 130, 120, 130 + at * 135, 1060), fill="#7b6b58", width=10)
    pen.rectangle((330, 480, 520, 640), outline="#4a3c2c", width=6)
    picture.save(out, "PDF")
    return out.getvalue()


def paragraphs(text: str) -> Iterator[Line]:
    """Every paragraph of a text, every point of a list by itself, with whether it is a heading."""
    for part in text.strip().split("\n\n"):
        for words in part.split("\n"):
            yield words.removeprefix("# "), words.startswith("# ")


def _sheets(text: str) -> Iterator[Sequence[Line]]:
    """Lines that fit on a page, page by page."""
    sheet: list[Line] = []
    room = HIGH - 2 * EDGE
    for words, is_heading in paragraphs(text):
        lines: list[Line] = [(line, is_heading) for line in textwrap.wrap(words, LETTERS_A_LINE)]
        needed = len(lines) * (24 if is_heading else 15) + (60 if is_heading else 8)
        if sheet and needed > room:
            yield sheet
            sheet, room = [], HIGH - 2 * EDGE
        sheet += [*lines, ("", False)] if not is_heading else lines
        room -= sum(24 if bold else 15 for _line, bold in lines) + (0 if is_heading else 15)
    if sheet:
        yield sheet


def _write(document: object, page: object, words: str, font: object, *, size: float, x: float, y: float) -> None:
    if not words:
        return
    text = raw.FPDFPageObj_CreateTextObj(document, font, size)
    letters = ctypes.create_string_buffer(words.encode("utf-16-le") + b"\x00\x00")
    raw.FPDFText_SetText(text, ctypes.cast(letters, raw.FPDF_WIDESTRING))
    raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, x, y)
    raw.FPDFPage_InsertObject(page, text)


def _draw(page: object, left: float, bottom: float, width: float, height: float) -> None:
    box = raw.FPDFPageObj_CreateNewRect(left, bottom, width, height)
    raw.FPDFPageObj_SetStrokeColor(box, 60, 90, 60, 255)
    raw.FPDFPageObj_SetStrokeWidth(box, 1.5)
    raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_NONE, True)
    raw.FPDFPage_InsertObject(page, box)
