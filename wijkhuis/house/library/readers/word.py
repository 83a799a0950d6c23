"""A document of Word (DOCX)."""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from wijkhuis.house.library.readers.said import Said, Unreadable
from wijkhuis.house.library.readers.sections import numbered


def read(content: bytes) -> Said:
    """The paragraphs and tables of a document in their order."""
    try:
        document = Document(io.BytesIO(content))
    except PackageNotFoundError:
        raise Unreadable("broken") from None
    about = document.core_properties
    paragraphs = list(_paragraphs(document))
    if not paragraphs:
        raise Unreadable("empty")
    heading = next((words for is_heading, words in paragraphs if is_heading), "")
    facts = {"title": about.title or heading, "author": about.author, "language": (about.language or "")[:2].lower()}
    facts["year"] = str(about.created.year) if about.created else ""
    yield {"facts": {"format": "docx", **facts}}
    yield from numbered(paragraphs)


def _paragraphs(document: Opened) -> Iterator[tuple[bool, str]]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))
                yield from [(False, " · ".join(filter(None, cells)))] if any(cells) else []
        elif part.text.strip():
            style = (part.style.name or "") if part.style else ""
            yield style.startswith(("Heading", "Title", "Kop")), part.text
