"""Streets with a house number; a street without one is a public place."""

import re
from collections.abc import Iterator
from functools import cache

from wijkhuis.base.language.identity.lists import DATA, lists, plain
from wijkhuis.base.language.identity.spans import Kind, Span, free_of

# A word ending like this and a number behind it: also in lower case.
STREETS = (
    "straat|straatje|str|laan|laantje|weg|kade|plein|gracht|singel|dijk|dijkje|hof|hofje|steeg|pad|dreef|plantsoen|burgwal|"
    "boulevard|allee|avenue|promenade|gaarde|meent|hage|oever|hoeve|esplanade|flat|dwarsweg"
)
# These only with a capital: "meer 3" and "bos 12" are no streets.
_MAYBE = (
    "ring|wal|haven|baan|dam|vest|waard|weide|akker|zoom|donk|rade|schans|wetering|vliet|lei|warande|kwartier|brink|veste|hoven|horst|wijk|kamp|erf|toren|grift|sluis|"
    "markt|park|veld|berg|poort|brug|hoek|bos|land|zijde|eind|einde|burg|heuvel|kerk|meer|molen|rak|rug|slag|slot|stede|tuin|tocht|"
    "veen|voorde|zand|zicht|kreek|beek|dal|gang|plaats|plas|polder|werf|eiland|oord|hoogte|kamer|monde|balk|ham|vaart|diep|"
    "lust|rust|bergen|huizen|es|stroom|linde|berk|eik|roos|tulp|staete|state|residentie|huis|bolwerk|gat|gors|gouw|kolk|kreek|steen|stein|"
    "plaat|stee|waarde|mark|borg|wei|hout|bosch|hil|pas|"
    "passage|galerij|terras|stoep|pier|terp|"
    "til|tille|end|bogen|akkers|hagen|laren|kampen|velden|dorp|werven|weiden|landen|dreven|gaarden|erven|"
    "bocht|laak|delft|zijl|loop|sloot|vonder"
)
_ROMAN = r"(?:[-\s/]?(?:I{1,3}|IV|VI?)\b)"
_TAIL = (
    rf"(?:\s?[-/]\s?(?:\d{{1,4}}|[a-z]{{1,2}}|hs|bis|huis)\b|\s?[a-z]\b(?![’'])"
    rf"|\s?(?:hs|bis|zw|rd|rood|zwart|huis|boven|beneden)\b"
    rf"|\s(?:achter|voor|links|rechts|achterhuis|bovenhuis|benedenhuis)\b|\s?(?:t/m|tm|tot en met)\s?\d{{1,4}}\b"
    rf"|,?\s(?:kmr|kamer|apt|app|unit)\.?\s?\d{{1,4}}[a-z]?\b|{_ROMAN})"
)
_HIGH = (
    r"(?:\s?[-,]?\s?(?:\d|[1-9]\d|een|twee|drie|vier|vijf)\s?-?hoog"
    r"(?:\s+(?:links|rechts|voor|achter))?|,?\s?\(?\d{1,2}e\s(?:etage|verdieping)\)?)"
)
_MORE = r"(?:(?:,\s\d{1,4}[a-z]?)*\s(?:en|&)\s\d{1,4}[a-z]?\b)"
NUMBER = rf"\d{{1,5}}{_TAIL}{{0,2}}{_HIGH}?{_MORE}?"
NOT_NUMBER = (
    r"(?!\s*(?:[:.]\d\d|\s\d{3}\b|[%€]|[-–]\s?\d+\s?(?:jaar|uur)|(?:hoog|uur|min|minuten|minuut|euro|keer|jaar|dagen|dag|weken|week|maanden|maand|meter|km|"
    r"kilometer|auto|auto's|kinderen|mensen|personen|bomen|huizen|woningen|buren|families|paaltjes|lantaarns|lantaarnpalen|"
    r"bankjes|plekken|plaatsen|parkeerplaatsen|procent|jongens|honden|ongelukken|haltes|lampen|gaten|tegels|januari|februari|"
    r"maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b))"
)
_SIGN = r"[\s,]{1,2}(?:op\s+)?(?:(?:nr|nummer|no|n°|huisnummer|huisnr|num)\.?\s*)?"
# "Parallelweg Zuid 9", "Kanaal NZ 12".
_WIND = (
    r"(?:\s(?:[Nn]oord|[Zz]uid|[Oo]ost|[Ww]est|"
    r"[Nn]oordzijde|[Zz]uidzijde|[Oo]ostzijde|[Ww]estzijde|[Mm]idden|[NZOW]Z|[nzow]z|I{1,3}))?"
)
_PART = r"(?:(?:[A-ZÀ-Þ][\w'’-]*\.?|van|de|den|der|het|'t|ter|ten|te|in|op|aan|la|du|von|el|\d{1,3}e|[ev]\.?d\.?)[ ])"
STOP = r"(?!\d)(?![^\W\d_]{2})"
STREET = re.compile(
    rf"(?<![\w-])(?!onderweg|halverwege)(?:[\w'’-]{{0,60}}?(?:(?i:{STREETS}))\.?){_WIND}{_SIGN}(?P<number>(?i:{NUMBER})){STOP}{NOT_NUMBER}"
)
PLACE = re.compile(
    rf"(?<![\w-])(?:[A-ZÀ-Þ][\w'’-]*(?:{_MAYBE})|Markt|Brink|Dam|Haven|Ring|Werf|Park|Veld|Kolk|Wal|Vest){_WIND}{_SIGN}(?P<number>(?i:{NUMBER})){STOP}{NOT_NUMBER}"
)
BEFORE = re.compile(rf"{_PART}{{1,4}}$")
LIVES = re.compile(
    r"\b(?:wo+n(?:en|t|ende?|achtig)?|adres|woonadres|huisadres|ligt|huis|thuisadres|address|adresim?|adrese?|mieszkam|live)\b"
    r"[\s:,]*(?:(?:ik|wij|we|hij|zij|ze|is|nu|al|jaren|aan|op|in|de|het|van|mijn|at|on|przy|ul\.?|is:)[\s:]+){0,4}"
    rf"(?P<place>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?{_SIGN}{NUMBER}){STOP}{NOT_NUMBER}"
)
# "Kerkstraat12", "Kerkstraat nummer twaalf".
GLUED = re.compile(
    r"(?<![\w-])[^\W\d_]{2,}(?:straat|laan|weg|plein|hof|kade|singel|dijk|dreef|gracht)"
    r"(?:\d{1,3}[a-z]?(?!\w)|\s(?:nummer|huisnummer|nr\.?)\s(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|"
    r"\w{3,6}tien|\w*tig|\w*honderd\w*)\b)",
    re.I,
)
FOREIGN = re.compile(
    rf"\b(?:ul\.|ulica|rue|rua|calle|via|strada|str\.|sokak|sk\.|вул\.|ул\.)\s+[\w'’-]+(?:\s[\w'’-]+)?,?\s+(?:no\.?\s?:?)?{NUMBER}|"
    r"\b\d{1,4}\s[A-Z][\w'’-]+\s(?:Street|Road|Lane|Avenue)\b",
    re.I,
)
# "De Zeester 118": a building has a name; what lists and everyday words know is none.
NAMED = re.compile(
    rf"(?<![\w-])(?P<article>(?:De|Het|'t|Den)\s)?(?P<name>[A-ZÀ-Þ][^\W\d_]{{3,}}(?:\s[A-ZÀ-Þ][^\W\d_]{{3,}})?)\s(?:nr\.?\s)?(?P<number>\d{{1,3}}(?!\d){_TAIL}?){STOP}{NOT_NUMBER}"
    r"(?=\s*(?:$|[,.;:!?)]|\s(?:en|is|heeft|staat|op|bij|zoekt|vraagt|wil|belt|klaagt|mist|krijgt|woont|komt|kan|ligt|zit)\b))"
)
# "Achter de Kerk 2", "Korte Bleek 3a".
PREFIXED = re.compile(
    r"(?<![\w-])(?:Korte|Lange|Oude|Nieuwe|Grote|Kleine|Achter|Hoge|Lage|Groene|Rode|Witte|Hof van|Onder|Aan|Bij)"
    rf"\s(?:(?:de|het|den|'t)\s)?[A-ZÀ-Þ][\w'’-]+{_SIGN}(?i:{NUMBER}){STOP}{NOT_NUMBER}"
)
# "Torenvalk 33", "de Wulp 71": streets are named after birds, flowers, painters.
AFTER_SOMETHING = re.compile(
    rf"(?<![\w-])(?:(?P<lives>\b(?:woon|woont|wonen|adres|op|in|aan|naar|van|bij)[:\s]+(?:op\s|in\s|aan\s)?)?(?P<article>(?:de|het|De|Het|'t)\s)?)"
    rf"(?P<name>[^\W\d_][^\W\d_]{{2,}}){_SIGN}(?i:{NUMBER}){STOP}{NOT_NUMBER}"
)


def streets(text: str) -> Iterator[Span]:
    found: list[Span] = []
    for pattern in (STREET, PLACE, PREFIXED, GLUED, FOREIGN):
        for one in pattern.finditer(text):
            start = one.start()
            # Capitals and small words in front belong to it: "Jan van Galenstraat 5".
            if pattern not in (GLUED, FOREIGN) and (front := BEFORE.search(text, max(0, start - 60), start)):
                start = _with_front(text, front.start(), start)
            found += free_of([Span(start, one.end(), Kind.ADDRESS)], found)
    for one in AFTER_SOMETHING.finditer(text):
        if plain(one["name"]) in _street_words() and (one["name"][0].isupper() or one["lives"]):
            start = one.start("article") if one["article"] else one.start("name")
            found += free_of([Span(start, one.end(), Kind.ADDRESS)], found)
    for one in LIVES.finditer(text):
        found += free_of([Span(*one.span("place"), Kind.ADDRESS)], found)
    for one in NAMED.finditer(text):
        words = one["name"].split()
        if (one["article"] and len(one["number"]) > 1) or (not any(is_word(word) for word in words)):
            found += free_of([Span(*one.span(), Kind.ADDRESS)], found)
    yield from found


@cache
def _street_words() -> frozenset[str]:
    lines = (DATA / "streets.txt").read_text("utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())


def is_word(word: str) -> bool:
    """Whether a word is known as something else than the name of a building."""
    known, key = lists(), plain(word)
    return key in known.ordinary or key in known.public or key in known.first or word.isupper()


def _with_front(text: str, front: int, start: int) -> int:
    """Where the name of a street begins: at a capital, not at the first word of a sentence like "Ik woon op de"."""
    small = {
        "ik",
        "wij",
        "we",
        "mijn",
        "op",
        "aan",
        "in",
        "de",
        "het",
        "van",
        "der",
        "den",
        "te",
        "ter",
        "ten",
        "'t",
        "woon",
        "bij",
    }
    words = list(re.finditer(r"\S+", text[front:start]))
    for at, word in enumerate(words):
        plain = word.group().lower()
        if word.group()[0].isupper() and plain not in small:
            return front + word.start()
        follows = at + 1 < len(words) or text[start].isupper()
        if word.group()[0].isupper() and follows and plain in ("van", "de", "den", "der", "ter", "het"):
            return front + word.start()
    return start
