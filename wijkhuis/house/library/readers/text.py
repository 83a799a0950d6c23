"""Plain text in whatever letters."""

import codecs
import re

from wijkhuis.house.library.readers.said import Said, Unreadable
from wijkhuis.house.library.readers.sections import numbered

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What stands in Dutch, German, French and Spanish beside the plain letters.
WESTERN = frozenset("éèëêáàäâíìïîóòöôúùüûñçßÉËÄÖÜÏÈÇ€’‘“”–—…•·°½²©")
# This much of the beginning tells which letters a text is written in.
ENOUGH = 100_000
_STRANGE = re.compile("[\x00-\x08\x0e-\x1f]")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)|(?=[A-Z0-9][^.!?]{2,70}\n?$)", re.ASCII)


def read(content: bytes) -> Said:
    """A text by its blank lines."""
    words = decode(content)
    if len(_STRANGE.findall(words[:ENOUGH])) > len(words[:ENOUGH]) / 100 + 2:
        raise Unreadable("unknown_kind")
    if not words.strip():
        raise Unreadable("empty")
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", words.replace("\r\n", "\n")) if part.strip()]
    yield {"facts": {"format": "text", "title": _title(paragraphs[0])}}
    yield from numbered((bool(_HEADING.match(part)), part.lstrip("# ")) for part in paragraphs)


def decode(content: bytes) -> str:
    """The letters of a text: what it says itself, UTF-8, what it most looks like, or Western European."""
    for mark, letters in MARKS:
        if content.startswith(mark):
            return content.decode(letters, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    western = content.decode("cp1252", "replace")
    others = [letter for letter in western[:ENOUGH] if letter > "\x7f"]
    if sum(letter in WESTERN for letter in others) > len(others) * 0.7:
        return western
    # Seldom needed, and long to read in.
    from charset_normalizer import from_bytes

    best = from_bytes(content[:ENOUGH]).best()
    return content.decode(best.encoding, "replace") if best else western


def _title(first: str) -> str:
    line = first.lstrip("# ").splitlines()[0].strip()
    return line if len(line) <= 120 else ""
