"""Pictures of pages, drawn when somebody looks and kept for a while on this machine; never in a backup."""

import json
import os
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings

from wijkhuis.base import clock
from wijkhuis.house.library.models import Document, DocumentFile
from wijkhuis.house.library.reading import CannotRead, draw_page

FOLDER = settings.HUIS_HOME / "cache" / "archive"
SIZES = {"page": 1100, "large": 2400}
KEPT = timedelta(days=30)
# So many at once in one process: more visitors get the words only.
_DRAWING = BoundedSemaphore(2)
PATIENCE_SECONDS = 3


@dataclass(frozen=True)
class Picture:
    """A page as a picture: the file (WebP), how large it is, and [word, left, top, width, height] of its words."""

    file: Path
    width: int
    height: int
    words: list[list[Any]]


def picture_of(document: Document, number: int, *, size: str = "page") -> Picture | None:
    """The picture of a page of a PDF; None when it cannot be drawn, or too many are being drawn now."""
    if not document.is_pdf:
        return None
    folder = FOLDER / document.checksum[:2] / document.checksum
    file, facts = folder / f"{number}-{size}.webp", folder / f"{number}-{size}.json"
    if not (file.exists() and facts.exists()):
        if not _DRAWING.acquire(timeout=PATIENCE_SECONDS):
            return None
        try:
            _draw(document, number, size, file=file, facts=facts)
        except CannotRead:
            return None
        finally:
            _DRAWING.release()
    told = json.loads(facts.read_text())
    return Picture(file=file, width=told["width"], height=told["height"], words=told["words"])


def _draw(document: Document, number: int, size: str, *, file: Path, facts: Path) -> None:
    content = DocumentFile.objects.values_list("content", flat=True).get(document=document)
    told, picture = draw_page(bytes(content), page=number, largest=SIZES[size])
    # What only staff may read is no picture for everybody who works on this machine.
    FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    FOLDER.chmod(0o700)
    file.parent.mkdir(parents=True, exist_ok=True)
    for path, what in ((file, picture), (facts, json.dumps(told).encode())):
        half = path.with_suffix(f".{os.getpid()}.half")
        half.write_bytes(what)
        half.replace(path)


def forget_pictures(checksum: str) -> None:
    """Let go of the pictures of a document."""
    shutil.rmtree(FOLDER / checksum[:2] / checksum, ignore_errors=True)


def forget_old_pictures() -> int:
    """Let go of pictures of this machine that are old, or whose document is gone; gives of how many documents."""
    there = set(Document.objects.values_list("checksum", flat=True))
    oldest, gone = (clock.now() - KEPT).timestamp(), 0
    for folder in FOLDER.glob("*/*"):
        if folder.name not in there or folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)
            gone += 1
    return gone
