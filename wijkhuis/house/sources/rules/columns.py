"""Which column of somebody's table is which of our facts."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.language.words import fold, tidy

# The words our own table uses; a column that may hold the same under another name is in CALLED.
COLUMNS = (
    "id", "name", "organisation", "kind", "by_residents", "description", "topics", "audience", "neighbourhood",
    "address", "phone", "email", "website", "opening", "postcode", "town", "province", "conditions", "costs", "amount",
    "languages",
    "step_free", "minimum_age", "maximum_age", "how_to_apply", "people_say", "capacity", "places_free",
)  # fmt: skip
NEEDED = ("id", "name")
# The last column of our own table: when we last changed the entry before the table was made.
CHANGED_AT = "changed_at"
# A column that somebody chose to leave out.
NOTHING = "-"

_OTHER_WORDS = {
    "id": "nummer identifier sleutel code recordid",
    "name": "naam titel title naamactiviteit naamvoorziening",
    "organisation": "organisatie aanbieder instelling organization naamorganisatie uitvoerder",
    "kind": "soort type categorie soortaanbod",
    "by_residents": "vanbewoners doorbewoners informeel informal isinformal",
    "description": "omschrijving beschrijving toelichting watishet tekst",
    "topics": "onderwerpen onderwerp themes themas thema trefwoorden trefwoord",
    "audience": "doelgroep doelgroepen voorwie targetgroup targetgroups",
    "neighbourhood": "buurt wijk gebied neighborhood area",
    "address": "adres straat straatennummer bezoekadres locatie straathuisnummer",
    "phone": "telefoon telefoonnummer tel telnr telephone",
    "email": "mail emailadres mailadres",
    "website": "url site webadres link webpagina",
    "opening": "openingstijden open wanneer tijden openinghours tijdstip",
    "postcode": "pc postalcode zip",
    "town": "plaats woonplaats stad plaatsnaam city",
    "province": "provincie",
    "conditions": "voorwaarden voorwaarde eligibility",
    "costs": "kosten prijs watkosthet fees",
    "amount": "bedrag eurobedrag",
    "languages": "talen taal language gesprokentalen",
    "step_free": "drempelvrij toegankelijk rolstoeltoegankelijk zonderdrempels rolstoel",
    "minimum_age": "vanafleeftijd minimumleeftijd leeftijdvan minage",
    "maximum_age": "totleeftijd maximumleeftijd leeftijdtot maxage",
    "how_to_apply": "aanmelden aanmelding meedoen inschrijven howtotakepart",
    "people_say": "mensenzeggen mensenzeggenook zoekwoorden synoniemen",
    "capacity": "capaciteit plekken aantalplaatsen",
    "places_free": "vrijeplaatsen vrijeplekken",
}
_OURS = {
    **{"".join(char for char in name if char.isalpha()): name for name in (*COLUMNS, CHANGED_AT)},
    **{word: name for name, words in _OTHER_WORDS.items() for word in words.split()},
}
_HINTS = [(part, name) for part, name in _OURS.items() if len(part) >= 4]


def column_of(heading: str, *, matching: Mapping[str, str]) -> str | None:
    """Which of our columns a heading names, as somebody matched it before or as it is called; None when unknown."""
    matched = matching.get(tidy(heading)[:60])
    if matched:
        return matched if matched in COLUMNS else None
    return _OURS.get(_plain(heading))


def is_unknown(heading: str, *, matching: Mapping[str, str]) -> bool:
    """Whether nobody has said yet what a column is; a column that is left out on purpose is not unknown."""
    return bool(heading.strip()) and not matching.get(tidy(heading)[:60]) and _plain(heading) not in _OURS


def guess_column(heading: str, *, taken: set[str]) -> str:
    """The column that a heading probably means, not one of those taken; empty without a guess."""
    word = _plain(heading)
    fits = [(len(part), name) for part, name in _HINTS if name not in taken and (part in word or word in part) and word]
    return max(fits)[1] if fits and len(word) >= 3 else ""


def read_headings(headings: list[str], *, matching: Mapping[str, str]) -> list[str | None]:
    """Which of our columns each heading names; RuleBroken when id or name is missing, or one is named twice."""
    names = [column_of(heading, matching=matching) for heading in headings]
    if missing := [name for name in NEEDED if name not in names]:
        sentence = _("The first row must name the columns, with at least id and name. Missing: %(missing)s.")
        raise RuleBroken(sentence % {"missing": ", ".join(missing)})
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise RuleBroken(_("These columns are named twice: %(names)s.") % {"names": ", ".join(twice)})
    return names


def _plain(heading: str) -> str:
    return "".join(char for char in fold(tidy(heading[:200])) if char.isalpha())
