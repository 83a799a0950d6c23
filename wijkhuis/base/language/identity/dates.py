"""Dates of birth: a date counts when something says that somebody was born on it, or when it lies many years back."""

import re
from collections.abc import Iterator

from wijkhuis.base.language.identity.spans import Kind, Span

_MONTHS = (
    "januari|jan|februari|feb|maart|mrt|april|apr|mei|juni|jun|juli|jul|augustus|aug|september|sept|sep|oktober|okt|"
    "november|nov|december|dec|january|february|march|may|june|july|august|october|"
    "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|"
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|"
    "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
)
_ORDINALS = (
    r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|"
    r"(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?(?:twintig|dertig)|(?:de\s+)?(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende|"
    r"zestiende|zeventiende|achttiende|negentiende|(?:(?:een|één|twee|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?(?:twintigste|dertigste)))"
)
_YEAR_SAID = (
    r"(?:(?:negentien(?:\s?honderd)?|tweeduizend|twintig)\s?(?:en\s?)?(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?"
    r"(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|"
    r"tachtig|negentig|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)?)\b"
)
_YEAR = r"(?:(?:19|20)\d{2}|['’]?\d{2})"
DATE = (
    rf"(?:\d{{1,2}}\s?[-/.–]\s?\d{{1,2}}\s?[-/.–]\s?{_YEAR}|(?:19|20)\d{{2}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?[\s-]+(?:{_MONTHS})\.?(?:[\s-]+{_YEAR}(?!\d))?"
    rf"|{_ORDINALS}\s+(?:van\s+)?(?:{_MONTHS})(?:\s+(?:{_YEAR}(?!\d)|{_YEAR_SAID}))?"
    rf"|(?:{_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{{2}}"
    rf"|(?:de\s+)?\d{{1,2}}e\s+van\s+(?:{_MONTHS})\s+{_YEAR}"
    r"|\d{1,2}\s\d{1,2}\s(?:(?:19|20)\d{2}|\d{2}(?![\d-]))|(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d))"
)
_BORN = (
    r"(?:\bgeb(?:oren|\.?\s?dat(?:um)?|\.|\b)|geboorte\s?datum|geboorte\s?dag|geboren\s?op|\bd\.?o\.?b\b\.?|\bborn(?:\s+on)?"
    r"|date\s+of\s+birth|birth\s?da(?:y|te)|doğum\s+tarih\w*|dogum\s+tarih\w*|data\s+urodzenia|\bur\.|urodz\w*"
    r"|né\(?e?\)?\s+le|date\s+de\s+naissance|fecha\s+de\s+nacimiento|data\s+nașterii|nascut\w*|născut\w*"
    r"|تاريخ\s+الميلاد|تاريخ\s+ميلاد\w*|дата\s+народження|народи\w+|дата\s+рождения|родил\w+|\b(?:ik\s+ben|(?:hij|zij|ze|die|dochter|zoon|moeder|vader|man|vrouw|kind)\s+is)\s+(?:nu\s+)?van(?:\s+de)?(?=\s+\d)|\bjarig|\bverjaar\w*|(?<!\w)[*°](?=\s?\d))"
)
AFTER = re.compile(
    rf"{_BORN}[\s.:;,=(-]*(?:(?:is|op|on|le|el|op\s+de|van|ben\s+ik|was|in\s+\w+\s+op|te\s+\w+(?:\s+op)?|in|dnia|mijn|zijn|haar|kind|zoon|dochter|man|vrouw|moeder|vader|client|cliënt|baby)[\s.:,-]*){{0,3}}"
    rf"(?P<date>{DATE})",
    re.I,
)
YEAR_AFTER = re.compile(
    r"\b(?:geboren\s+(?:in|uit)|geb\.?|geboortejaar|jaargang|bouwjaar\s+van\s+mij\s+is|ik\s+ben\s+(?:van|uit)|(?:hij|zij|ze)\s+is\s+(?:van|uit))[\s.:]*(?:het\s+jaar\s+|is\s+)?"
    rf"(?P<date>(?:(?:{_MONTHS})\.?\s+)?(?:19\d{{2}}|20[01]\d|['’]\d{{2}}))(?![\d-])",
    re.I,
)
BEFORE = re.compile(
    rf"(?P<date>{DATE})\)?[\s,]*(?:ben\s+ik\s+|is\s+(?:hij|zij|ze)\s+|werd\s+\w+\s+)?(?:geboren|born|doğumlu|dogumlu)\b",
    re.I,
)
# A whole date of many years ago is somebody's birthday, unless it says of what it is the date.
_LONG_AGO = r"(?:19[1-9]\d|200\d|201[0-4]|['’][0-9]\d)"
FULL = re.compile(
    rf"(?<![\w/.-])(?P<date>\d{{1,2}}\s?[-/.–]\s?\d{{1,2}}\s?[-/.–]\s?(?:{_LONG_AGO}|[3-9]\d)|{_LONG_AGO}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|"
    rf"\d{{1,2}}[\s-]+(?:{_MONTHS})\.?[\s-]+{_LONG_AGO}|{_ORDINALS}\s+(?:van\s+)?(?:{_MONTHS})\s+(?:{_LONG_AGO}|{_YEAR_SAID}))(?![\w-])",
    re.I,
)
_OTHER_DATE = re.compile(
    r"(?:sinds|sedert|vanaf|per|d\.?d\.?|brief|besluit|beschikking|getrouwd|gehuwd|trouw\w*|huwelijk|overleden|tot|gebouwd|watersnood|oorlog|"
    r"contract|wet|gescheiden|aangekomen|ingeschreven|gekomen|foto'?s?|film|dossier|krant|rapport|diploma|gestorven|begraven|bevrijding|ramp)\b[^.!?]{0,25}$",
    re.I,
)


# So young that any whole date beside them is theirs: "baby Sem, 3-2-2025", "geboortekaartje: ... 7 september 2025".
YOUNG = re.compile(
    rf"\b(?:baby\w*|onze kleine|mijn kleine|kleintje|pasgeboren\w*|geboortekaart\w*|geboorte|zoontje|dochtertje|"
    rf"kleinzoon|kleindochter|"
    rf"peuter|kleuter|tweeling)\b[^.!?\d]{{0,40}}(?P<date>{DATE})",
    re.I,
)
# "wordt 14 april negentig", "op 3 mei word ik 70".
_AGE_SAID = (
    r"(?:\d{1,3}|\w*tig|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|"
    r"zeventien|achttien|negentien|honderd)"
)
TURNS = re.compile(
    rf"\bwordt\s+(?:op\s+)?(?P<date>{DATE})\s+(?:{_AGE_SAID}|jarig)\b|(?P<day>{DATE})\s+wordt?\s+\w+\s+{_AGE_SAID}\b",
    re.I,
)
# "voor mijn zoon van 11-09-2016", "dochter, 11-09-2016".
OF_KIN = re.compile(
    rf"\b(?:zoon|dochter|kind|jongen|meisje|man|vrouw|moeder|vader|oma|opa|zus|broer|neef|nicht)(?:\s\w+)?"
    rf"(?:\svan|,|\s\()\s?(?P<date>{DATE})(?<=\d\d)(?!\s*(?:uur|om\b|jaar|%|euro))",
    re.I,
)
_WHOLE = re.compile(r"(?:19|20)\d{2}|\d['’]?\d{2}$|\D['’]?\d{2}$")
_BEHIND_NAME = re.compile(rf"[\s,:(]{{1,3}}(?:op\s)?(?P<date>{DATE})(?!\s*(?:uur|u\b|om\s))", re.I)


def find_dates_beside(text: str, names: list[Span]) -> Iterator[Span]:
    """Whole dates right behind somebody's name: "Farid, 17.10.2014", "dewi kartosen 04 07 88"."""
    for name in names:
        one = _BEHIND_NAME.match(text, name.end)
        if one and _WHOLE.search(one["date"]):
            yield Span(*one.span("date"), Kind.DATE_OF_BIRTH)


def find_dates_of_birth(text: str) -> Iterator[Span]:
    """Dates that are said to be a date of birth, and whole dates of long ago that are said to be nothing else."""
    for pattern in (AFTER, YEAR_AFTER, BEFORE, OF_KIN):
        for one in pattern.finditer(text):
            yield Span(*one.span("date"), Kind.DATE_OF_BIRTH)
    for one in TURNS.finditer(text):
        yield Span(*one.span("date" if one["date"] else "day"), Kind.DATE_OF_BIRTH)
    for one in YOUNG.finditer(text):
        if _WHOLE.search(one["date"]):
            yield Span(*one.span("date"), Kind.DATE_OF_BIRTH)
    for one in FULL.finditer(text):
        if not _OTHER_DATE.search(text, max(0, one.start() - 60), one.start()):
            yield Span(*one.span("date"), Kind.DATE_OF_BIRTH)
