"""What somebody wrote in a cell, as the value of a fact."""

import re
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from wijkhuis.base.language.words import first_words, fold, tidy
from wijkhuis.house.sources.rules.facts import LISTS
from wijkhuis.house.sources.rules.kinds import kind_of
from wijkhuis.house.sources.rules.problems import BadCell

Cell = str | list[str]

# As our own table says it.
YES, NO = "ja", "nee"
_YES = frozenset("ja j yes y true waar 1 x drempelvrij toegankelijk".split())
_NO = frozenset("nee n no false onwaar 0 drempels trappen".split())
_PARTLY = frozenset("deels gedeeltelijk partly beperkt".split())
_FREE = frozenset("gratis free geen kosteloos niets".split())
# Languages as people write them; other words are asked as a code.
_LANGUAGES = {
    "nederlands": "nl", "dutch": "nl", "engels": "en", "english": "en", "turks": "tr", "turkish": "tr",
    "arabisch": "ar", "arabic": "ar", "marokkaans": "ar", "darija": "ary", "berbers": "ber",
    "tamazight": "ber", "pools": "pl",
    "polish": "pl", "oekraiens": "uk", "ukrainian": "uk", "russisch": "ru", "duits": "de", "frans": "fr",
    "spaans": "es", "portugees": "pt", "italiaans": "it", "roemeens": "ro", "bulgaars": "bg", "hongaars": "hu",
    "somalisch": "so", "somali": "so", "tigrinya": "ti", "farsi": "fa", "perzisch": "fa", "dari": "prs", "pashto": "ps",
    "koerdisch": "ku", "chinees": "zh", "mandarijn": "zh", "kantonees": "yue", "papiaments": "pap", "papiamentu": "pap",
    "sranan": "srn", "sranantongo": "srn", "hindi": "hi", "urdu": "ur", "vietnamees": "vi", "gebarentaal": "dse",
    "fries": "fy", "grieks": "el", "servisch": "sr", "kroatisch": "hr", "bosnisch": "bs", "albanees": "sq",
}  # fmt: skip


def read_cell(column: str, cell: Cell) -> dict[str, Any]:
    """The facts that a cell of this column tells; BadCell when it can be read in no way.

    A kind in a word that we do not know is told under "unknown_kind" and left out.
    """
    if isinstance(cell, str) and cell.lstrip().startswith(("=", "@")):
        raise BadCell(_("This is a formula."), _("Put the outcome of the formula in the cell."))
    if column in LISTS:
        return {column: _parts(column, cell)}
    text = tidy("; ".join(cell)) if isinstance(cell, list) else cell.strip()
    if column == "kind":
        return _kind(tidy(text))
    if column == "by_residents":
        return _by_residents(text)
    if column == "neighbourhood":
        return {"area": text}
    return {column: READ[column](text) if column in READ else text}


def _parts(column: str, cell: Cell) -> list[str]:
    signs = r"[;,/]| en " if column == "languages" else ";"
    parts = cell if isinstance(cell, list) else re.split(signs, cell)
    if column != "languages":
        return parts
    return [_language(part) for part in parts if part.strip()]


def _language(word: str) -> str:
    plain = fold(tidy(word))
    code = _LANGUAGES.get(plain, plain)
    if not re.fullmatch("[a-z]{2,3}", code):
        reason = _("We do not know the language '%(word)s'.") % {"word": first_words(word, at_most=40)}
        raise BadCell(reason, _("Write its code, such as nl, tr or ar."))
    return code


def _kind(word: str) -> dict[str, Any]:
    if not word:
        return {"kind": "service", "is_informal": False}
    found = kind_of(word)
    if found is None:
        return {"unknown_kind": first_words(word, at_most=40)}
    kind, is_informal = found
    return {"kind": kind, "is_informal": is_informal}


def _by_residents(text: str) -> dict[str, Any]:
    """Whether residents make it themselves; an empty cell leaves that to the word for the kind."""
    word = fold(tidy(text))
    if word and word not in _YES | _NO:
        raise BadCell(_("We do not know this word."), _("Use one of: %(words)s.") % {"words": f"{YES}, {NO}"})
    return {"is_informal": word in _YES} if word else {}


def _step_free(text: str) -> str:
    word = fold(text).split(" ")[0].strip(".,;:")
    if word in _YES:
        return "yes"
    if word in _PARTLY:
        return "partly"
    return "no" if word in _NO else text


def _amount(text: str) -> Any:
    """Euros as people write them: '€ 2,50', '1.250,00', 'gratis'; None when the cell is empty."""
    if fold(text) in _FREE:
        return 0
    number = text.lower().replace("euro", "").strip(" €-").replace(" ", "")
    if "," in number:
        number = number.replace(".", "").replace(",", ".")
    return number.rstrip(".") or None


def _age(text: str) -> Any:
    return text.lower().removesuffix("jaar").removesuffix("+").strip() or None


READ: dict[str, Callable[[str], Any]] = {
    "step_free": _step_free,
    "amount": _amount,
    "minimum_age": _age,
    "maximum_age": _age,
}
