"""PDF, by PDFium: the text layer of each page, where its words stand, and its picture."""

import ctypes
import io
import re
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from wijkhuis.house.library.readers.said import Said, Unreadable

# A picture is never larger than this, whatever the page says.
MOST_POINTS = 8_000_000
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = re.compile(r"[.?!:;…\"”)]$")
_BEGIN = re.compile(r"[•●▪■◦–—*-]\s|\d{1,2}[.)]\s|[a-z][.)]\s")
_YEAR = re.compile(r"D:((?:19|20)\d\d)")


def read(content: bytes) -> Said:
    """What stands in the text layer, page by page; of a scanned document without one, empty pages."""
    document = open_pdf(content)
    about = document.get_metadata_dict(skip_empty=True)
    made = _YEAR.match(about.get("CreationDate", ""))
    title = about.get("Title", "")
    facts = {"title": "" if title.lower().endswith((".doc", ".docx", ".indd")) else title}
    facts |= {"author": about.get("Author", ""), "year": made.group(1) if made else ""}
    yield {"facts": {"format": "pdf", "pages": len(document), **facts}}
    for at in range(len(document)):
        yield {"number": at + 1, "words": _words_of(document, at)}


def open_pdf(content: bytes) -> pdfium.PdfDocument:
    """A document that can be read; Unreadable when it is locked, broken or without pages."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as problem:
        locked = getattr(problem, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Unreadable("encrypted" if locked or b"/Encrypt" in content else "broken") from None
    if not len(document):
        raise Unreadable("empty")
    return document


def _words_of(document: pdfium.PdfDocument, at: int) -> str:
    try:
        page = document[at]
    except pdfium.PdfiumError:
        return ""
    text = page.get_textpage()
    words = text.get_text_bounded() if text.count_chars() else ""
    text.close()
    page.close()
    return paragraphs_of(words)


def paragraphs_of(words: str) -> str:
    """The lines of a page put together as paragraphs, with words that were cut at the end of a line in one piece."""
    words = words.replace("\r\n", "\n").replace("\ufffe\n", "").replace("\x02\n", "").replace("\ufffe", "")
    words = re.sub(r"(?<=[a-zà-ÿ])[\u00ad-]\n(?=[a-zà-ÿ])", "", words)
    lines = [" ".join(line.split()) for line in words.split("\n")]
    longest = max(map(len, lines), default=0)
    parts = lines[:1]
    for before, line in pairwise(lines):
        short = len(before) < longest * 0.72
        ended = bool(_END.search(before))
        # A number in the middle of a sentence may stand first on a line too.
        begins = bool(_BEGIN.match(line)) and (short or ended or not line[0].isdigit())
        ends = not before or not line or begins or (short and ended)
        # A short line that does not end as a sentence does, before a capital: a heading.
        heading = short and line[:1].isupper() and not before.endswith((",", "-"))
        if ends or heading:
            parts.append(line)
        else:
            parts[-1] = f"{parts[-1]} {line}".strip()
    return "\n\n".join(part for part in parts if part)


def draw_page(content: bytes, *, page: int, largest: int) -> tuple[dict[str, Any], bytes]:
    """Size and words ([word, left, top, width, height] in points of the picture), and the picture as WebP."""
    document = open_pdf(content)
    if not 1 <= page <= len(document):
        raise Unreadable("no_such_page")
    sheet = document[page - 1]
    width, height = sheet.get_size()
    scale = min(largest / max(width, height, 1), (MOST_POINTS / max(width * height, 1)) ** 0.5)
    wide, high = max(1, round(width * scale)), max(1, round(height * scale))
    picture = io.BytesIO()
    sheet.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB").save(picture, "WEBP", quality=80, method=2)
    return {"width": wide, "height": high, "words": list(_places(sheet, wide, high))}, picture.getvalue()


def _places(sheet: pdfium.PdfPage, wide: int, high: int) -> Any:
    text = sheet.get_textpage()
    letters = text.get_text_range() if text.count_chars() else ""
    if len(letters) > 60_000:
        return
    for found in WORD.finditer(letters):
        first = raw.FPDFText_GetCharIndexFromTextIndex(text, found.start())
        count = text.count_rects(first, found.end() - found.start()) if first >= 0 else 0
        for at in range(count):
            left, bottom, right, top = text.get_rect(at)
            x, y = _on_picture(sheet, wide, high, left, top)
            x2, y2 = _on_picture(sheet, wide, high, right, bottom)
            box = [min(x, x2), min(y, y2), abs(x2 - x), abs(y2 - y)]
            yield [found.group(), *box]


def _on_picture(sheet: pdfium.PdfPage, wide: int, high: int, x: float, y: float) -> tuple[int, int]:
    """A place on the page as a point of the picture, whichever way the page was turned."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(sheet, 0, 0, wide, high, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value, down.value
