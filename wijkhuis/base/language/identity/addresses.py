"""Where somebody lives: a street with a number, a postcode, a flat. A street without a number is a public place."""

import re
from collections.abc import Iterator

from wijkhuis.base.language.identity.lists import is_compound, lists, plain
from wijkhuis.base.language.identity.spans import Kind, Span, free_of

# A word ending like this and a number behind it: also in lower case.
_STREETS = (
    "straat|straatje|str|laan|laantje|weg|kade|plein|gracht|singel|dijk|dijkje|hof|hofje|steeg|pad|dreef|plantsoen|burgwal|"
    "boulevard|allee|avenue|promenade|gaarde|meent|hage|oever|hoeve|esplanade|flat|dwarsweg"
)
# These only with a capital: "meer 3" and "bos 12" are no streets.
_MAYBE = (
    "ring|wal|haven|baan|dam|vest|waard|weide|akker|zoom|donk|rade|schans|wetering|vliet|lei|warande|kwartier|brink|veste|hoven|horst|wijk|kamp|erf|toren|grift|sluis|"
    "markt|park|veld|berg|poort|brug|hoek|bos|land|zijde|eind|einde|burg|heuvel|kerk|meer|molen|rak|rug|slag|slot|stede|tuin|tocht|"
    "veen|voorde|zand|zicht|kreek|beek|dal|gang|plaats|plas|polder|werf|eiland|oord|hoogte|kamer|monde|balk|ham|vaart|"
    "lust|rust|bergen|huizen|es|stroom|linde|berk|eik|roos|tulp|staete|state|residentie|huis|bolwerk|gat|gors|gouw|kolk|kreek|steen|stein"
)
_ROMAN = r"(?:[-\s/]?(?:I{1,3}|IV|VI?)\b)"
_TAIL = (
    rf"(?:\s?[-/]\s?(?:\d{{1,4}}|[a-z]{{1,2}}|hs|bis|huis)\b|\s?[a-z]\b(?![’'])"
    rf"|\s?(?:hs|bis|zw|rd|rood|zwart|huis|boven|beneden)\b|,?\s(?:kmr|kamer|apt|app|unit)\.?\s?\d{{1,4}}[a-z]?\b|{_ROMAN})"
)
_HIGH = (
    r"(?:\s?[-,]?\s?(?:\d|[1-9]\d|een|twee|drie|vier|vijf)\s?-?hoog"
    r"(?:\s+(?:links|rechts|voor|achter))?|,?\s?\(?\d{1,2}e\s(?:etage|verdieping)\)?)"
)
NUMBER = rf"\d{{1,5}}{_TAIL}{{0,2}}{_HIGH}?"
_NOT_NUMBER = (
    r"(?!\s*(?:[:.]\d\d|\s\d{3}\b|[%€]|[-–]\s?\d+\s?(?:jaar|uur)|(?:hoog|uur|min|minuten|minuut|euro|keer|jaar|dagen|dag|weken|week|maanden|maand|meter|km|"
    r"kilometer|auto|auto's|kinderen|mensen|personen|bomen|huizen|woningen|buren|families|paaltjes|lantaarns|lantaarnpalen|"
    r"bankjes|plekken|plaatsen|parkeerplaatsen|procent|jongens|honden|ongelukken|haltes|lampen|gaten|tegels|januari|februari|"
    r"maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b))"
)
_SIGN = r"[\s,]{1,2}(?:op\s+)?(?:(?:nr|nummer|no|n°|huisnummer|huisnr|num)\.?\s*)?"
_PART = r"(?:(?:[A-ZÀ-Þ][\w'’-]*\.?|van|de|den|der|het|'t|ter|ten|te|in|op|aan|la|du|von|el|\d{1,3}e|[ev]\.?d\.?)[ ])"
_STOP = r"(?!\d)(?![^\W\d_]{2})"
STREET = re.compile(
    rf"(?<![\w-])(?!onderweg|halverwege)(?:[\w'’-]*?(?:(?i:{_STREETS}))\.?){_SIGN}(?P<number>(?i:{NUMBER})){_STOP}{_NOT_NUMBER}"
)
PLACE = re.compile(
    rf"(?<![\w-])(?:[A-ZÀ-Þ][\w'’-]*(?:{_MAYBE})|Markt|Brink|Dam|Haven|Ring|Werf|Park|Veld|Kolk|Wal|Vest){_SIGN}(?P<number>(?i:{NUMBER})){_STOP}{_NOT_NUMBER}"
)
BEFORE = re.compile(rf"{_PART}{{1,4}}$")
LIVES = re.compile(
    r"\b(?:wo+n(?:en|t|ende?|achtig)?|adres|woonadres|huisadres|ligt|huis|thuisadres|address|adresim?|adrese?|mieszkam|live)\b"
    r"[\s:,]*(?:(?:ik|wij|we|hij|zij|ze|is|nu|al|jaren|aan|op|in|de|het|van|mijn|at|on|przy|ul\.?|is:)[\s:]+){0,4}"
    rf"(?P<place>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?{_SIGN}{NUMBER}){_STOP}{_NOT_NUMBER}"
)
FOREIGN = re.compile(
    rf"\b(?:ul\.|ulica|rue|rua|calle|via|strada|str\.|sokak|sk\.|вул\.|ул\.)\s+[\w'’-]+(?:\s[\w'’-]+)?,?\s+(?:no\.?\s?:?)?{NUMBER}|"
    r"\b\d{1,4}\s[A-Z][\w'’-]+\s(?:Street|Road|Lane|Avenue)\b",
    re.I,
)
POSTCODE = re.compile(
    r"(?<![\w€-])(?P<code>[1-9]\d{3}(?:\s?[A-Z]{2}|\s?[a-z]{2}))(?![\w-])"
    r"(?P<house>,?\s(?:(?:huisnr|nr|huisnummer|nummer)\.?\s)?\d{1,4}[a-z]?\b(?![-:.]\d))?(?P<town>,?\s[A-ZÀ-Þ][\w'’-]+)?"
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
    rf"(?P<sign>nr\.?|nummer|huisnummer|huisnr\.?)\s*:?\s?(?P<number>{NUMBER}){_STOP}{_NOT_NUMBER}",
    re.I,
)
ON = re.compile(
    rf"\b(?:woon(?:t|de)?|wonen|woonachtig|huis|flat|bovenburen|onderburen|buren|buurvrouw|buurman|bewoners?|gezin|familie|mevrouw|meneer|"
    rf"appartement|portiek|deur|hier|die|zij|hij|iemand|wij|ik)\s+(?:\w+\s+){{0,2}}?(?P<place>op\s+(?P<number>{NUMBER})){_STOP}"
    r"(?!\s*(?:uur|min|maart|mei|jun|jul|jan|feb|apr|aug|sep|okt|nov|dec|jaar|euro|jarige|[-/.]\d|[:]\d|st\b|e\b|de\b|%|graden))",
    re.I,
)
HOUSING = re.compile(
    rf"\b(?:flat|appartement|app\.|apartment|portiek|wooneenheid|unit|huisje|toren|gebouw|woning|studio|daire)\s+"
    rf"(?:nr\.?\s*|nummer\s+)?(?P<number>(?:[A-Z]-?)?(?:\d{{1,2}}\.\d{{1,3}}|{NUMBER})){_STOP}{_NOT_NUMBER}",
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
    rf"\b(?i:flat|serviceflat|gebouw|residentie|complex|huize|toren|hofje)\s+(?:De\s|Het\s|'t\s)?[A-ZÀ-Þ][\w'’-]+,?\s+(?:nr\.?\s*|kamer\s|nummer\s)?{NUMBER}{_STOP}{_NOT_NUMBER}"
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

# "De Zeester 118": a building has a name; what lists and everyday words know is none.
NAMED = re.compile(
    rf"(?<![\w-])(?P<article>(?:De|Het|'t|Den)\s)?(?P<name>[A-ZÀ-Þ][^\W\d_]{{3,}}(?:\s[A-ZÀ-Þ][^\W\d_]{{3,}})?)\s(?:nr\.?\s)?(?P<number>\d{{1,3}}(?!\d){_TAIL}?){_STOP}{_NOT_NUMBER}"
    r"(?=\s*(?:$|[,.;:!?)]|\s(?:en|is|heeft|staat|op|bij|zoekt|vraagt|wil|belt|klaagt|mist|krijgt|woont|komt|kan|ligt|zit)\b))"
)
# "Achter de Kerk 2", "Korte Bleek 3a".
PREFIXED = re.compile(
    r"(?<![\w-])(?:Korte|Lange|Oude|Nieuwe|Grote|Kleine|Achter|Hoge|Lage|Groene|Rode|Witte|Hof van|Onder|Aan|Bij)"
    rf"\s(?:(?:de|het|den|'t)\s)?[A-ZÀ-Þ][\w'’-]+{_SIGN}(?i:{NUMBER}){_STOP}{_NOT_NUMBER}"
)
STREET_ALONE = re.compile(rf"[\s,]{{1,2}}(?:(?:in|aan|op|van)\s+(?:de|het)\s+)?[\w'’-]*(?:{_STREETS})\b", re.I)
_EMERGENCY = {"112", "113", "114", "116", "0900"}


def find_addresses(text: str) -> list[Span]:
    """Every place in the text where somebody can be found at home; none overlap."""
    found: list[Span] = []
    for look in (_streets, _postcodes, _numbers):
        found += free_of(look(text), found)
    return found


def _streets(text: str) -> Iterator[Span]:
    found: list[Span] = []
    for pattern in (STREET, PLACE, PREFIXED, FOREIGN):
        for one in pattern.finditer(text):
            start = one.start()
            # Capitals and small words in front belong to it: "Jan van Galenstraat 5".
            if pattern is not FOREIGN and (front := BEFORE.search(text, max(0, start - 60), start)):
                start = _with_front(text, front.start(), start)
            found += free_of([Span(start, one.end(), Kind.ADDRESS)], found)
    for one in LIVES.finditer(text):
        found += free_of([Span(*one.span("place"), Kind.ADDRESS)], found)
    for one in NAMED.finditer(text):
        words = one["name"].split()
        if (one["article"] and len(one["number"]) > 1) or (not any(_is_word(word) for word in words)):
            found += free_of([Span(*one.span(), Kind.ADDRESS)], found)
    yield from found


def _is_word(word: str) -> bool:
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
        if not _is_word(one["word"]) and not is_compound(plain(one["word"])):
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
