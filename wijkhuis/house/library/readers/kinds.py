"""What kind of file it is, by what stands in it; its name may say anything."""

import io
import re
import zipfile
from collections.abc import Callable
from importlib import import_module

from wijkhuis.house.library.readers.said import LARGEST_UNPACKED, Said, Unreadable

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh")

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b", re.IGNORECASE)


def reader_of(content: bytes) -> Callable[[bytes], Said]:
    """The reader for a file; Unreadable when it is empty or of a kind that we do not read."""
    if not content.strip(b"\x00\xef\xbb\xbf \t\r\n"):
        raise Unreadable("empty")
    start = content[:1024]
    if b"%PDF-" in start:
        return _reader("pdf")
    if content.startswith(b"PK"):
        check_package(content)
        return _reader("word")
    if content.startswith(OLD_OFFICE):
        raise Unreadable("old_office")
    if content.startswith(PICTURES):
        raise Unreadable("picture")
    if content.startswith((*PACKED, b"\x7fELF", b"MZ\x90", b"{\\rtf")):
        raise Unreadable("unknown_kind")
    return _reader("html" if _looks_like_html(start) else "text")


def _reader(name: str) -> Callable[[bytes], Said]:
    """Only the reader that is needed: reading them all in takes longer than most files."""
    read: Callable[[bytes], Said] = import_module(f"{__package__}.{name}").read
    return read


def _looks_like_html(start: bytes) -> bool:
    return bool(_HTML.search(start.replace(b"\x00", b"")))


def check_package(content: bytes) -> None:
    """Unreadable when a package is broken, locked, no DOCX, or becomes far larger than it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
    except zipfile.BadZipFile:
        raise Unreadable("broken") from None
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("encrypted")
    if len(parts) > 5_000 or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Unreadable("too_much")
    if not any(part.filename == "word/document.xml" for part in parts):
        raise Unreadable("unknown_kind")
