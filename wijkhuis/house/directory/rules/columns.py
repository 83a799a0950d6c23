"""What may stand in each column of an imported map, and what to say when it does not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.language.words import first_words, fold, holds_bsn, tidy

LONGEST = {
    "id": 120,
    "name": 160,
    "organisation": 160,
    "kind": 60,
    "description": 4000,
    "topics": 60,
    "audience": 60,
    "neighbourhood": 120,
    "address": 200,
    "phone": 30,
    "email": 254,
    "website": 190,
    "opening": 300,
}
COLUMNS = tuple(LONGEST)
NEEDED = ("id", "name")
LISTS = ("topics", "audience")
MOST_IN_A_LIST = 40

DUTCH_COLUMNS = {
    "naam": "name",
    "organisatie": "organisation",
    "aanbieder": "organisation",
    "soort": "kind",
    "type": "kind",
    "omschrijving": "description",
    "beschrijving": "description",
    "onderwerpen": "topics",
    "themas": "topics",
    "thema": "topics",
    "doelgroep": "audience",
    "voorwie": "audience",
    "buurt": "neighbourhood",
    "wijk": "neighbourhood",
    "adres": "address",
    "telefoon": "phone",
    "telefoonnummer": "phone",
    "mail": "email",
    "openingstijden": "opening",
    "open": "opening",
}

# Words of the sector, folded, for our four kinds.
KINDS = {
    **dict.fromkeys(("organisation", "organisatie", "instelling", "stichting", "vereniging"), "organisation"),
    **dict.fromkeys(
        ("service", "dienst", "spreekuur", "loket", "regeling", "fonds", "cursus", "training", "hulp", "aanbod",
         "vrijwilligersaanbod", "inloopspreekuur", "scheme", "fund", "course"),
        "service",
    ),
    **dict.fromkeys(
        ("group", "groep", "activiteit", "activity", "lotgenotengroep", "bewonersgroep", "bewonersinitiatief",
         "initiatief", "zelfhulpgroep", "maatjesgroep", "initiative"),
        "group",
    ),
    **dict.fromkeys(
        ("meeting place", "meeting_place", "ontmoetingsplek", "ontmoetingsplaats", "plek", "inloop", "buurthuis",
         "buurtkamer", "buurttuin", "place"),
        "meeting_place",
    ),
}  # fmt: skip
BY_RESIDENTS = frozenset({"bewonersgroep", "bewonersinitiatief", "initiatief", "initiative"})

IS_WEBSITE = URLValidator(schemes=["http", "https"])
NO_BSN = gettext_lazy("This looks like a citizen service number. We do not keep that.")
TAKE_IT_OUT = gettext_lazy("Take it out.")


@dataclass(frozen=True)
class Problem:
    """What was wrong in which row and column, and how to mend it."""

    line: int
    column: str
    reason: str
    mend: str

    def __str__(self) -> str:
        where = _("line %(line)d, column %(column)s") if self.column else _("line %(line)d")
        return f"{where % {'line': self.line, 'column': self.column}}: {self.reason} {self.mend}"


class BadCell(Exception):
    """A cell that cannot be kept: the reason, and how to mend it."""

    def __init__(self, reason: object, mend: object) -> None:
        super().__init__(str(reason))
        self.reason = str(reason)
        self.mend = str(mend)


def read_header(cells: list[str]) -> tuple[list[str | None], list[str]]:
    """Which of our columns each cell names (None: not ours), and the names we do not know."""
    names = [_column(cell) for cell in cells]
    ours = [name for name in names if name]
    if missing := [name for name in NEEDED if name not in ours]:
        sentence = _("The first row must name the columns, with at least id and name. Missing: %(missing)s.")
        raise RuleBroken(sentence % {"missing": ", ".join(missing)})
    if twice := sorted({name for name in ours if ours.count(name) > 1}):
        raise RuleBroken(_("These columns are named twice: %(names)s.") % {"names": ", ".join(twice)})
    unknown = [tidy(cell)[:60] for cell, name in zip(cells, names, strict=True) if cell.strip() and not name]
    return names, unknown


def read_cell(column: str, cell: str) -> Any:
    """The value of one cell, clean; BadCell with a reason when it cannot be kept."""
    if "\x00" in cell:
        raise BadCell(_("There is a NUL character in this cell."), TAKE_IT_OUT)
    value = tidy(cell)
    if value.startswith(("=", "@")):
        raise BadCell(_("This is a formula."), _("Put the outcome of the formula in the cell."))
    if column in LISTS:
        return _list(column, value)
    if len(value) > LONGEST[column]:
        reason = _("This is %(length)d characters long; at most %(most)d fit.")
        raise BadCell(reason % {"length": len(value), "most": LONGEST[column]}, _("Make it shorter."))
    if column not in ("id", "phone") and holds_bsn(value):
        raise BadCell(NO_BSN, TAKE_IT_OUT)
    return CLEAN[column](value) if column in CLEAN else value


def _column(cell: str) -> str | None:
    word = "".join(char for char in fold(tidy(cell)) if char.isalpha())
    return word if word in COLUMNS else DUTCH_COLUMNS.get(word)


def _list(column: str, value: str) -> list[str]:
    items = list(dict.fromkeys(" ".join(part.split()) for part in value.split(";") if part.strip()))
    if any(len(item) > LONGEST[column] for item in items):
        reason = _("One of the items is longer than %(most)d characters.") % {"most": LONGEST[column]}
        raise BadCell(reason, _("Separate items with a semicolon (;)."))
    if len(items) > MOST_IN_A_LIST:
        raise BadCell(_("There are more than %(most)d items.") % {"most": MOST_IN_A_LIST}, _("Keep the main ones."))
    if any(holds_bsn(item) for item in items):
        raise BadCell(NO_BSN, TAKE_IT_OUT)
    return items


def _needed(value: str) -> str:
    if not value:
        raise BadCell(_("This cell is empty."), _("Every row needs an id and a name."))
    return " ".join(value.split())


def _kind(value: str) -> tuple[str, bool] | None:
    """The kind, and whether the word says that residents do it themselves; None when the cell is empty."""
    word = fold(value)
    if not word:
        return None
    if word not in KINDS:
        reason = _("We do not know the kind '%(word)s'.") % {"word": first_words(value, at_most=40)}
        raise BadCell(reason, _("Use organisation, service, group or meeting place."))
    return KINDS[word], word in BY_RESIDENTS


def _email(value: str) -> str:
    try:
        if value:
            validate_email(value)
    except ValidationError:
        raise BadCell(_("This is not an e-mail address."), _("It looks like name@example.nl.")) from None
    return value


def _website(value: str) -> str:
    address = value if not value or "://" in value else f"https://{value}"
    try:
        if address:
            IS_WEBSITE(address)
    except ValidationError:
        raise BadCell(_("This is not the address of a website."), _("It looks like https://www.example.nl.")) from None
    return address


CLEAN: dict[str, Callable[[str], Any]] = {
    "id": _needed,
    "name": _needed,
    "kind": _kind,
    "email": _email,
    "website": _website,
}
