"""What is known about a document: from a list, from the file itself, or else from its name."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from wijkhuis.base.language.words import fold, tidy

# Our name for each column, in both languages.
COLUMNS = {
    "file": ("file", "bestand", "bestandsnaam", "filename"),
    "title": ("title", "titel"),
    "author": ("author", "auteur", "organisatie", "organisation", "schrijver", "maker"),
    "year": ("year", "jaar", "datum", "date"),
    "language": ("language", "taal"),
    "licence": ("licence", "license", "licentie"),
    "kind": ("kind", "soort", "type"),
}
KINDS = {
    "plan": "plan visie beleid nota agenda wijkvisie wijkplan vision policy".split(),
    "minutes": "verslag notulen minutes bijeenkomst".split(),
    "method": "methode brochure handreiking werkwijze method guide handleiding".split(),
    "research": "onderzoek rapport research report evaluatie studie cijfers".split(),
    "news": "krant nieuwsbrief nieuws news artikel wijkkrant".split(),
}
LONGEST = {"title": 200, "author": 200, "licence": 120}
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_LANGUAGE = {"nederlands": "nl", "dutch": "nl", "engels": "en", "english": "en", "turks": "tr", "arabisch": "ar"}


def column_named(heading: str) -> str:
    """Our name for a column of a list, or nothing."""
    plain = fold(heading).strip()
    return next((name for name, words in COLUMNS.items() if plain in words), "")


def facts_of(
    file_name: str, *, listed: Mapping[str, Any] | None = None, found: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Title, author, year (or None), language, licence and kind: what a list says goes before what the file says."""
    known = {name: words for name, value in (listed or {}).items() if (words := _words(value))}
    said = {name: _words(value) for name, value in (found or {}).items()} | known
    title = said.get("title") or title_from(file_name)
    named = year_in(title) or year_in(PurePath(file_name).stem)
    return {
        "title": title[: LONGEST["title"]],
        "author": said.get("author", "")[: LONGEST["author"]],
        # The year a file was made says less than the one in its name.
        "year": year_in(known.get("year", "")) or named or year_in(said.get("year", "")),
        "language": language_of(said.get("language", "")),
        "licence": said.get("licence", "")[: LONGEST["licence"]],
        "kind": kind_of(said.get("kind", "")) or kind_of(f"{title} {PurePath(file_name).stem}") or "other",
    }


def title_from(file_name: str) -> str:
    """A title from the name of a file: 'verslag_2024-03.pdf' becomes 'Verslag 2024-03'."""
    words = " ".join(re.split(r"[\s_+]+", PurePath(file_name).stem)).strip(" .-")
    return words[:1].upper() + words[1:] or "?"


def kind_of(words: str) -> str:
    """The kind of source that somebody means, or nothing."""
    said = re.findall(r"[a-z]+", fold(words))
    found = (kind for kind, names in KINDS.items() for name in names if name in said)
    return next((kind for kind in (*KINDS, "other") if kind in said), "") or next(found, "")


def year_in(words: str) -> int | None:
    """The first year in a text, between 1800 and 2099."""
    found = _YEAR.search(words)
    return int(found.group()) if found else None


def language_of(words: str) -> str:
    """A language as two letters; Dutch when nobody says."""
    plain = fold(words).strip()
    code = _LANGUAGE.get(plain, plain[:2])
    return code if re.fullmatch("[a-z]{2}", code) else "nl"


def _words(value: Any) -> str:
    return " ".join(tidy(str(value)).split()) if value is not None else ""
