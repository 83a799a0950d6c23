"""Where somebody lives: a street with a number, a postcode, a flat. A street without a number is a public place."""

import re
from collections.abc import Iterator

from wijkhuis.base.language.identity.lists import is_compound, plain
from wijkhuis.base.language.identity.spans import Kind, Span, free_of
from wijkhuis.base.language.identity.streets import NOT_NUMBER, NUMBER, STOP, STREETS, is_word, streets

POSTCODE = re.compile(
    r"(?<![\w€-])(?P<code>[1-9]\d{3}(?:\s?[A-Z]{2}|\s?[a-z]{2}))(?![\w]|-(?!\d{1,4}\b))"
    r"(?P<house>(?:,?\s|-)(?:(?:huisnr|nr|huisnummer|nummer)\.?\s)?\d{1,4}[a-z]?\b(?![-:.]\d))?(?P<town>,?\s[A-ZÀ-Þ][\w'’-]+)?"
)
_NO_POSTCODE = {
    "is",
    "en",
    "of",
    "in",
    "de",
    "om",
    "te",
    "op",
    "ik",
    "we",
    "er",
    "ja",
    "nu",
    "km",
    "kg",
    "cm",
    "mm",
    "sa",
    "sd",
    "ss",
    "zo",
    "ze",
    "je",
    "al",
    "na",
    "u",
    "mb",
    "gb",
    "to",
    "ml",
    "tl",
}
ALONE = re.compile(
    rf"\b(?:(?:op|van|bij|in|aan|naast|onder|boven|tegenover|buren|flat|huis|woning|appartement|deur)\s+)?"
    rf"(?P<sign>nr\.?|nummer|huisnummer|huisnr\.?)\s*:?\s?(?P<number>{NUMBER}){STOP}{NOT_NUMBER}",
    re.I,
)
ON = re.compile(
    rf"\b(?:woon(?:t|de)?|wonen|woonachtig|huis|flat|bovenburen|onderburen|buren|buurvrouw|buurman|bewoners?|gezin|familie|mevrouw|meneer|"
    rf"appartement|portiek|deur|hier|die|zij|hij|iemand|wij|ik)\s+(?:\w+\s+){{0,2}}?(?P<place>op\s+(?P<number>{NUMBER})){STOP}"
    r"(?!\s*(?:uur|min|maart|mei|jun|jul|jan|feb|apr|aug|sep|okt|nov|dec|jaar|euro|jarige|[-/.]\d|[:]\d|st\b|e\b|de\b|%|graden))",
    re.I,
)
HOUSING = re.compile(
    rf"\b(?:flat|appartement|app\.|apartment|portiek|wooneenheid|unit|huisje|toren|gebouw|woning|studio|daire)\s+"
    rf"(?:nr\.?\s*|nummer\s+)?(?P<number>(?:[A-Z]-?)?(?:\d{{1,2}}\.\d{{1,3}}|{NUMBER})){STOP}{NOT_NUMBER}",
    re.I,
)
SPLIT = re.compile(r"\bop\s+(?P<number>\d{1,4}\s?-\s?(?:I{1,3}|IV|V|hs|bis|[a-z]|\d)\b)", re.I)
ROOM = re.compile(
    r"\bkamer\s+(?:nr\.?\s*|nummer\s+)?[A-Z]?-?\d{1,4}[a-z]?\b(?=[^.!?]{0,40}\b(?:azc|opvang|huize|verpleeg\w*|"
    r"verzorg\w*|zorg\w*|hospice|hotel|pension|woon\w*|noodopvang|asiel\w*|studenten\w*)\b)|"
    r"(?:(?<=woont op )|(?<=woon op )|(?<=mevrouw op )|(?<=meneer op ))kamer\s+\d{1,4}[a-z]?",
    re.I,
)
FLAT_WITH_NAME = re.compile(
    rf"\b(?i:flat|serviceflat|gebouw|residentie|complex|huize|toren|hofje)\s+(?:De\s|Het\s|'t\s)?[A-ZÀ-Þ][\w'’-]+,?\s+(?:nr\.?\s*|kamer\s|nummer\s)?{NUMBER}{STOP}{NOT_NUMBER}"
)
# "oudewest 180c": a word that nobody knows and a number with a letter; "at 86 Kanaleneiland-Noord".
STRANGE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{5,})\s\d{1,3}\s?[a-d]\b(?!['’])")
AT_NUMBER = re.compile(r"\b(?:live|living|stay|staying|i'm|am)\s+at\s+(?P<place>\d{1,4}[a-z]?\s[A-ZÀ-Þ][\w'’-]+)", re.I)
POSTCODE_APART = re.compile(r"(?<![\d\w])[1-9](?:\s\d){3}\s+[a-zA-Z]\s?[a-zA-Z]\b|(?<!\w)[1-9]\d{3}\s[A-Z]\s[A-Z]\b")
_NO_HOUSE = re.compile(
    r"(?:lijn|bus|tram|volg|telefoon|dossier|zaak|klant|formulier|ticket|rekening|spoor|wagen|loket|order|factuur|meld\w*|klacht|"
    r"bestel\w*|polis\w*|plek|plaats|kamer|nood|bsn|service|kaart|rug|route|perron|balie|brief|vraag|punt|stap|artikel|noodnummer|"
    r"mobiel|06|112|tel|huur|antwoord|serie|kenteken|zaaknummer|dossiernummer|klantnummer|patient\w*|maat|klas|groep)\w*\W{0,3}$",
    re.I,
)

STREET_ALONE = re.compile(rf"[\s,]{{1,2}}(?:(?:in|aan|op|van)\s+(?:de|het)\s+)?[\w'’-]*(?:{STREETS})\b", re.I)
_EMERGENCY = {"112", "113", "114", "116", "0900"}


def find_addresses(text: str) -> list[Span]:
    """Every place in the text where somebody can be found at home; none overlap."""
    found: list[Span] = []
    for look in (streets, _postcodes, _numbers):
        found += free_of(look(text), found)
    return found


def _postcodes(text: str) -> Iterator[Span]:
    for one in POSTCODE.finditer(text):
        code = text[one.start() : one.end("code")]
        letters = code[4:].strip()
        year = 1900 <= int(code[:4]) <= 2100 and letters.islower()
        if (letters.lower() in _NO_POSTCODE and (letters.islower() or year)) or (year and " " in code):
            continue
        yield Span(*one.span(), Kind.ADDRESS)


def _numbers(text: str) -> Iterator[Span]:
    for whole in (FLAT_WITH_NAME, ROOM, POSTCODE_APART):
        yield from (Span(*one.span(), Kind.ADDRESS) for one in whole.finditer(text))
    yield from (Span(*one.span("place"), Kind.ADDRESS) for one in AT_NUMBER.finditer(text))
    for one in STRANGE.finditer(text):
        if not is_word(one["word"]) and not is_compound(plain(one["word"])):
            yield Span(*one.span(), Kind.ADDRESS)
    for pattern in (ALONE, ON, HOUSING, SPLIT):
        for one in pattern.finditer(text):
            if pattern is ALONE and (_NO_HOUSE.search(text, 0, one.start("sign")) or one["number"] in _EMERGENCY):
                continue
            start = one.start("sign") if pattern is ALONE else one.start("number")
            if pattern is HOUSING:
                start = one.start()
            street = STREET_ALONE.match(text, one.end()) if pattern is ALONE else None
            yield Span(start, street.end() if street else one.end(), Kind.ADDRESS)
