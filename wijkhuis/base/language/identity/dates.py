"""Dates of birth: a date counts only when something says that somebody was born on it."""

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
_YEAR = r"(?:(?:19|20)\d{2}|['’]?\d{2})"
DATE = (
    rf"(?:\d{{1,2}}\s?[-/.–]\s?\d{{1,2}}\s?[-/.–]\s?{_YEAR}|(?:19|20)\d{{2}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?[\s-]+(?:{_MONTHS})\.?(?:[\s-]+{_YEAR}(?!\d))?"
    rf"|(?:{_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{{2}}"
    r"|\d{1,2}\s\d{1,2}\s(?:19|20)\d{2}|(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d))"
)
_BORN = (
    r"(?:\bgeb(?:oren|\.?\s?dat(?:um)?|\.|\b)|geboorte\s?datum|geboorte\s?dag|geboren\s?op|\bd\.?o\.?b\b\.?|\bborn(?:\s+on)?"
    r"|date\s+of\s+birth|birth\s?da(?:y|te)|doğum\s+tarih\w*|dogum\s+tarih\w*|data\s+urodzenia|\bur\.|urodz\w*"
    r"|né\(?e?\)?\s+le|date\s+de\s+naissance|fecha\s+de\s+nacimiento|data\s+nașterii|nascut\w*|născut\w*"
    r"|تاريخ\s+الميلاد|تاريخ\s+ميلاد\w*|дата\s+народження|народи\w+|дата\s+рождения|родил\w+|\bjarig|\bverjaar\w*|(?<!\w)[*°](?=\s?\d))"
)
AFTER = re.compile(
    rf"{_BORN}[\s.:;,=(-]*(?:(?:is|op|on|le|el|op\s+de|van|ben\s+ik|was|in\s+\w+\s+op|te\s+\w+(?:\s+op)?|in|dnia|mijn|zijn|haar)[\s.:,-]*){{0,3}}"
    rf"(?P<date>{DATE})",
    re.I,
)
YEAR_AFTER = re.compile(r"\b(?:geboren\s+in|geb\.?|geboortejaar|bouwjaar\s+van\s+mij\s+is)[\s.:]*(?:is\s+)?(?P<date>19\d{2}|20[01]\d)(?![\d-])", re.I)
BEFORE = re.compile(rf"(?P<date>{DATE})\)?[\s,]*(?:ben\s+ik\s+|is\s+(?:hij|zij|ze)\s+|werd\s+\w+\s+)?(?:geboren|born|doğumlu|dogumlu)\b", re.I)
FULL = re.compile(r"\(?\s?(?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:19\d{2}|200\d|201\d))(?!\d)")


def find_dates_of_birth(text: str) -> Iterator[Span]:
    """Dates that somebody says are a date of birth."""
    for pattern in (AFTER, YEAR_AFTER, BEFORE):
        for one in pattern.finditer(text):
            yield Span(*one.span("date"), Kind.DATE_OF_BIRTH)


def find_dates_beside(text: str, names: list[Span]) -> Iterator[Span]:
    """Dates of years ago that stand right behind a name: "T. Smit (7-5-1962)"."""
    for name in names:
        between = re.match(r"[\s,]{0,2}\(?\s?", text[name.end : name.end + 5])
        start = name.end + (between.end() if between else 0)
        if one := FULL.match(text, start):
            yield Span(*one.span("date"), Kind.DATE_OF_BIRTH)
