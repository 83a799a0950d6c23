"""What the house already knows about a person, found in a text however it is written."""

import re
from collections.abc import Collection, Iterator

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.lists import WORD, lists, plain
from wijkhuis.base.language.identity.spans import Kind, Span
from wijkhuis.base.language.words import ascii_digits, places_of

# From this length on a value is found inside other words too; "Jan" is not found in "januari".
_LONG = 6
_DIGITS = 6
_TAILS = ("s", "tje", "je", "'s")


def find_known(text: str, *, known: Collection[str]) -> Iterator[Span]:
    """The places of these values and, for names of several words, of their parts."""
    for value in known:
        digits = re.sub(r"\D", "", ascii_digits(value))
        if len(digits) >= _DIGITS:
            yield from _number(text, digits)
        for start, end in places_of(text, value):
            if len(value.strip()) >= _LONG or _whole(text, start, end):
                yield Span(start, end, _kind(value))
        yield from _parts(text, value)


def _parts(text: str, value: str) -> Iterator[Span]:
    """ "Yıldız" of "Fatma Yıldız": parts that are ordinary words count only with a capital."""
    words = WORD.findall(value)
    if len(words) < 2:
        return
    for word in words:
        key = plain(word)
        if len(key) < 3 or key in cues.PARTICLES or key in cues.TITLES or key in cues.NEVER:
            continue
        for start, end in places_of(text, word):
            ordinary = key in lists().ordinary and not text[start].isupper()
            if _whole(text, start, end) and not ordinary:
                yield Span(start, end, _kind(word))


def _number(text: str, digits: str) -> Iterator[Span]:
    """The same digits, whatever stands between them; a telephone number also without its country."""
    short = digits.removeprefix("00").removeprefix("31").removeprefix("0")
    wanted = r"[\s().\-/–]{0,3}".join(short)
    for one in re.finditer(rf"(?:\+|00)?(?:31)?[\s().-]{{0,3}}0?[\s().-]{{0,3}}{wanted}", ascii_digits(text)):
        yield Span(one.start(), one.end(), Kind.PHONE)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a place is a word of its own, perhaps with an ending: "Fatma", "Fatma's", "Jans"."""
    if start and text[start - 1].isalnum():
        return False
    rest = re.match(r"[^\W\d_]*", text[end:])
    return rest is None or rest.group().lower() in ("", *_TAILS)


def _kind(value: str) -> Kind:
    if "@" in value:
        return Kind.EMAIL
    return Kind.ADDRESS if any(char.isdigit() for char in value) else Kind.NAME
