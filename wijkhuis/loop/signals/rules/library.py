"""The themes that recur in neighbourhoods, each with how people speak of it: the files of the folder `library`."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "library"
# The languages in which the examples are written; Dutch decides.
SPOKEN = ("nl", "tr", "ar", "en", "pl", "uk", "fr")
# Lines that belong to no theme: what a desk hears once.
NONE = "none.txt"


@dataclass(frozen=True)
class KnownTheme:
    """One theme of the library."""

    key: str
    name: str
    english: str
    signal: str
    said: tuple[str, ...]


@cache
def known_themes() -> tuple[KnownTheme, ...]:
    """Every theme of the library, in the order of the files and headings."""
    return tuple(
        _theme(key, lines)
        for path in sorted(FOLDER.glob("*.toml"))
        for key, lines in tomllib.loads(path.read_text("utf-8")).items()
    )


@cache
def theme_known_as(key: str) -> KnownTheme | None:
    """The theme with this heading; nothing when the library does not have it (any more)."""
    return {theme.key: theme for theme in known_themes()}.get(key)


@cache
def no_theme() -> tuple[str, ...]:
    """What people say that belongs to no theme."""
    return tuple(_lines((FOLDER / NONE).read_text("utf-8")))


@cache
def edition() -> str:
    """A name for the library as it is now; another line is another edition."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.t*")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _theme(key: str, lines: dict[str, str]) -> KnownTheme:
    return KnownTheme(
        key=key,
        name=lines["name"],
        english=lines["english"],
        signal=lines["signal"],
        said=tuple(line for language in SPOKEN for line in _lines(lines[language])),
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
