"""From bytes, a file, a folder or an archive to objects of the standard, without trusting any of it."""

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken

MB = 1024 * 1024
MOST_BYTES = 200 * MB
MOST_LINE = 5 * MB
MOST_FILES = 100_000
ENDINGS = (".json", ".ndjson", ".jsonl")
# The name of a file or a folder may say what is in it.
SERVICES, ORGANIZATIONS = "service", "organization"
PASSED_OVER = ("service_at_location", "location", "taxonom", "index", "openapi", "datapackage")


def read_bytes(content: bytes, *, hint: str = "") -> Iterator[tuple[str, Any]]:
    """Objects in the bytes of a file: JSON, a line per object, or a zip of those; each with what it should be."""
    if content[:4] == b"PK\x03\x04":
        yield from _read_zip(content)
    else:
        yield from _read_stream(io.BytesIO(content), hint)


def read_path(path: Path) -> Iterator[tuple[str, Any]]:
    """Objects in a file, or in all files of a folder; links out of the folder are not followed."""
    if not path.is_dir():
        if zipfile.is_zipfile(path):
            yield from read_bytes(_whole(path))
        else:
            with path.open("rb") as file:
                yield from _read_stream(file, hint_of(path.name))
        return
    files = sorted(file for file in path.rglob("*") if file.suffix in ENDINGS and file.is_file())
    inside = [file for file in files if not file.is_symlink() and file.resolve().is_relative_to(path.resolve())]
    if len(inside) > MOST_FILES:
        raise RuleBroken(_("There are too many files in this folder."))
    for one in inside:
        with one.open("rb") as stream:
            yield from _read_stream(stream, hint_of(str(one.relative_to(path))))
    if not inside:
        raise RuleBroken(_("There is no JSON file in this folder."))


def hint_of(name: str) -> str:
    """What the name of a file or its folder says about the objects in it; '-' is not for us."""
    word = name.lower().replace("organisation", "organization")
    if any(part in word for part in PASSED_OVER):
        return "-"
    return next((hint for hint in (ORGANIZATIONS, SERVICES) if hint in word), "")


def objects_in(document: Any, *, hint: str = "") -> Iterator[tuple[str, Any]]:
    """The objects in one JSON document: an object, a list, or a page."""
    if isinstance(document, dict) and isinstance(document.get("contents"), list):
        document = document["contents"]
    for one in document if isinstance(document, list) else [document]:
        yield hint, one


def parse(text: bytes | str) -> Any:
    """JSON, or a sentence that says it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise RuleBroken(_("This is not JSON, or only half of it. Ask whoever made it for the whole file.")) from None


def _whole(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise RuleBroken(_too_big())
    return path.read_bytes()


def _read_zip(content: bytes) -> Iterator[tuple[str, Any]]:
    """The files of an archive are read where they are: no name in it is ever used as a path."""
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [one for one in archive.infolist() if one.filename.lower().endswith(ENDINGS)]
            if not names or len(names) > MOST_FILES:
                raise RuleBroken(_("There is no JSON file in this archive, or there are too many."))
            for one in sorted(names, key=lambda info: info.filename):
                with archive.open(one) as file:
                    held = file.read(left + 1)
                left -= len(held)
                if left < 0:
                    raise RuleBroken(_too_big())
                yield from _read_stream(io.BytesIO(held), hint_of(one.filename))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error):
        raise RuleBroken(_("This archive is broken or has a password. Make it again.")) from None


def _read_stream(file: IO[bytes], hint: str) -> Iterator[tuple[str, Any]]:
    if hint == "-":
        return
    first = file.readline(MOST_LINE).lstrip(b"\xef\xbb\xbf")
    if _is_line_of_many(first):
        yield from _lines(first, file, hint)
        return
    rest = file.read(MOST_BYTES + 1)
    if len(rest) > MOST_BYTES:
        raise RuleBroken(_too_big())
    yield from objects_in(parse(first + rest), hint=hint)


def _is_line_of_many(line: bytes) -> bool:
    """Whether the first line is an object by itself, with more lines to come."""
    if not (line.startswith(b"{") and line.endswith(b"\n")):
        return False
    try:
        one = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(one, dict) and "contents" not in one


def _lines(first: bytes, file: IO[bytes], hint: str) -> Iterator[tuple[str, Any]]:
    """A line per object, one in memory at a time."""
    line = first
    while line:
        if len(line) >= MOST_LINE:
            raise RuleBroken(_too_big())
        if line.strip():
            yield hint, parse(line)
        line = file.readline(MOST_LINE)


def _too_big() -> str:
    return _("This is more than we can read at once. Make smaller files.")
