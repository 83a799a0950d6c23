"""Words as people type them, made safe to keep without changing what was said."""

import re
import unicodedata

from stdnum.nl import bsn

# Characters that steer the direction or hide themselves; zero-width joiners stay, Arabic and Persian need them.
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\u2060]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MANY_BLANK_LINES = re.compile(r"\n{3,}")
# With at most two blanks, points or dashes of any kind between the digits.
_NINE_DIGITS = re.compile("(?<![\\d+])\\d(?:[\\s.\\-\u2010-\u2015]{0,2}\\d){8}(?!\\d)")


def tidy(text: str) -> str:
    """The same words without NUL, control or direction-override characters, composed (NFC) and trimmed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _STEERING.sub("", _CONTROL.sub("", text))
    text = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    return _MANY_BLANK_LINES.sub("\n\n", text).strip()


def fold(text: str) -> str:
    """Lower case without accents, to compare and to sort: 'Çelik' becomes 'celik'."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def holds_bsn(text: str) -> bool:
    """Whether the text holds nine digits that pass the test of a Dutch citizen service number (elfproef)."""
    return any(bsn.is_valid(re.sub(r"\D", "", found)) for found in _NINE_DIGITS.findall(ascii_digits(text)))


def first_words(text: str, *, at_most: int = 90) -> str:
    """The beginning of a text on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= at_most:
        return line
    return line[: at_most + 1].rsplit(" ", 1)[0][:at_most].rstrip(" ,;:") + "…"


def without_name(text: str, name: str) -> str:
    """The text with a name made unreadable, however its letters, accents and spaces are written."""
    hidden = {place for start, end in places_of(text, name) for place in range(start, end)}
    if not hidden:
        return text
    kept = ["\0" if place in hidden else char for place, char in enumerate(text)]
    return re.sub("\0+", "…", "".join(kept))


def places_of(text: str, name: str) -> list[tuple[int, int]]:
    """Where a name stands, from start up to end in code points, however its letters, accents and spaces are written."""
    # One letter of the text may fold into more or fewer: each folded letter remembers where it came from.
    letters = [(part, place) for place, char in enumerate(text) for part in _plain(char)]
    folded, wanted = "".join(part for part, _place in letters), _plain(name)
    places = []
    found = folded.find(wanted) if wanted else -1
    while found >= 0:
        places.append((letters[found][1], letters[found + len(wanted) - 1][1] + 1))
        found = folded.find(wanted, found + len(wanted))
    return places


def ascii_digits(text: str) -> str:
    """Digits of other scripts written as 0 to 9, so that they are recognised too."""
    return "".join(str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char for char in text)


def _plain(text: str) -> str:
    return "".join(fold(text).replace("ı", "i").split())
