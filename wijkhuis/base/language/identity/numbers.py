"""Numbers and the like that belong to one person: telephone, e-mail, bank account, citizen number, plate."""

import re
from collections.abc import Iterator
from functools import cache

import phonenumbers
from stdnum import iban
from stdnum.nl import bsn

from wijkhuis.base.language.identity.lists import lists, plain
from wijkhuis.base.language.identity.spans import Kind, Span, free_of

_AT = (
    r"(?:@|\s?[\[(]\s?(?:at|apenstaart(?:je)?)\s?[\])]\s?|\s(?:apenstaartje|apestaartje|apenstaart)\s|"
    r"\sat\s(?=[\w-]+(?:\.|\s(?:dot|punt)\s)[a-z]{2,4}\b))"
)
_POINT = r"(?:\.|\s?[\[(](?:punt|dot)[\])]\s?|\s(?:punt|dot)\s)"
# No name of a mailbox is longer than 64; without an end a long word is read anew from each of its letters.
EMAIL = re.compile(rf"[\w.+%'’-]{{0,64}}[\w+%-]\s?{_AT}\s?[\w-]+(?:{_POINT}[\w-]+)*{_POINT}[^\W\d_]{{2,}}", re.I)
LOOSE_EMAIL = re.compile(r"[\w.+%-]{0,64}[\w+%-]@[\w.-]*\w", re.I)

IBAN_NL = re.compile(r"(?<![^\W_])NL[\s.-]?\d{2}[\s.-]?[A-Z]{4}(?:[\s.-]{0,2}\d){9,10}(?!\d)", re.I)
IBAN_ANY = re.compile(r"(?<![^\W_])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){10,30}(?![^\W_])", re.I)
IBAN_SAID = re.compile(
    r"\b(?:iban|rekening(?:nummer|nr)?|rek\.?\s?(?:nr|nummer)\.?|bankrekening|giro)\b\W{0,3}(?:is|nr|nummer)?\W{0,3}"
    r"(?P<number>[A-Z]{2}\d[\dA-Z .-]{8,32}\d|\d(?:[ .-]?\d){6,15})",
    re.I,
)

BSN_SAID = re.compile(
    r"(?:\bb\.?s\.?n\.?(?:\b|(?=\d))|burger\s?service\s?(?:nummer|nr)|\bsofi(?:-?\s?(?:nummer|nr))?\b|kimlik\s?n\w*)"
    r"[\s.:;=()#-]*(?:(?:is|nummer|nr|van\s+\w+|mijn|no)[\s.:;-]*){0,3}(?P<number>\d(?:[\s.-]{0,2}\d){6,9})(?!\d)",
    re.I,
)
NINE = re.compile(r"(?<![\d+])\d(?:[\s.-]{0,2}\d){8}(?![\s.-]?\d)")

_GAP = r"[\s._,/–-]{0,3}"
PHONE = re.compile(
    rf"(?<![\w€])(?:\(?(?:\+|00)\s?\d{{1,3}}\)?{_GAP}(?:\(0\){_GAP})?|\(?0\d{{1,3}}\)?{_GAP}|(?=316))(?:\d{_GAP}){{4,12}}\d(?!\d)"
)
PHONE_SAID = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|telnr|telefoonnr|mobiel|mob|gsm|bel(?:len)?|appen|app|whatsapp|nummer|phone|call|"
    r"terugbellen|bereikbaar|numara|telefonu?)\b\W{0,3}(?:\w+\W{1,3}){0,4}?(?P<number>(?:\+|00)?\d(?:[\s().\-–/]{0,3}\d){6,14})(?!\d)",
    re.I,
)

_SIDECODES = (
    "XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX "
    "9-XX-999 999-XX-9"
).split()


def _plates_with(between: str) -> str:
    """All Dutch forms of a plate as a pattern, with this between their parts."""
    forms = (code.replace("-", between) for code in _SIDECODES)
    return "|".join(re.sub("X(?![^[]*])", "[A-Z]", form.replace("9", r"\d")) for form in forms)


PLATE = re.compile(rf"(?<![\w-])(?:{_plates_with('-')})(?![\w-])", re.I)
PLATE_CLOSE = re.compile(rf"(?<![\w-])(?:{_plates_with(' ')}|{_plates_with('')})(?![\w-])")
# In small letters with blanks or without: only beside something on wheels.
PLATE_BESIDE = re.compile(
    r"(?:auto|bus|busje|bestelbus\w*|bestelauto|wagen|scooter|brommer|motor|camper|caravan|aanhanger|taxi|vrachtwagen|"
    r"volkswagen|golf|opel|bmw|audi|ford|mercedes|renault|peugeot|toyota|fiat|kia|polo|parkeer\w*|voertuig)"
    rf"\b[^.!?]{{0,40}}?(?<![\w-])(?P<number>{_plates_with('[ -]?')})(?![\w-])",
    re.I,
)
# Of Ukraine anywhere, of Poland and others beside a vehicle.
PLATE_ABROAD = re.compile(
    r"(?<![\w-])(?P<number>[A-Z]{2} ?\d{4} ?[A-Z]{2})(?![\w-])|"
    r"\b(?i:auto|bus|busa|busje|samoch\w+|wagen|kenteken|car|van|araba\w*|plaka)\b[^.!?]{0,30}?(?<![\w-])"
    r"(?P<other>[A-Z]{1,3}[ -]?(?=[A-Z]?\d)[A-Z0-9]{4,5})(?![\w-])"
)
PLATE_SAID = re.compile(
    r"\b(?:kenteken(?:plaat|nummer)?|nummerbord|nummerplaat|plaka|license plate|number plate)\b"
    r"\W{0,3}(?:(?:is|van|mijn|de|auto|scooter|brommer|nummer|busje|zijn|haar|onze|die)\W{1,3}){0,4}"
    r"(?P<number>(?=[A-Z -]{0,6}\d)[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,5}){1,3})\b",
    re.I,
)


_DIGIT = "nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TEN = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_TENS = rf"(?:(?:{_DIGIT})(?:en|ën))?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
SPELLED = rf"(?:{_TENS}|{_TEN}|{_DIGIT}|\d{{1,3}})"
PHONE_SPELLED = re.compile(
    rf"(?<!\w)(?:nul[\s,.-]*(?:{SPELLED})(?!\w)|06(?=\W+[a-zé]{{3}}))(?:[\s,.–-]+(?:dubbel\s)?{SPELLED}(?!\w)){{4,11}}",
    re.I,
)
# Of the own town, without its first digits: only when it is said that it is one, or right behind a name.
PHONE_LOCAL = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|telnr|telefoonnr|tel\.?\s?nr|mobiel|mob|bereikbaar|terugbellen|thuisnummer|"
    r"vaste?\s(?:nummer|lijn|telefoon)|(?:mijn|haar|zijn)\snummer)\b\W{0,3}(?:(?:is|op|nr|nummer|onder|via|thuis|vast)\W{1,3}){0,2}"
    r"(?P<number>[1-9](?:[\s.-]{0,2}\d){5,6})(?![\d-])",
    re.I,
)
PHONE_AFTER_NAME = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_][^\W\d_'’-]+)[\s,:(]{1,3}(?:tel\.?\s)?"
    r"(?P<number>[2-9]\d{6}|[2-9]\d{2}[ -]\d{2}[ -]\d{2}|[2-9]\d{2}[ -]\d{4})(?![\d-])"
)


def find_numbers(text: str) -> list[Span]:
    """Every such number in a text whose digits are 0 to 9; none overlap."""
    found: list[Span] = []
    for look in (_emails, _ibans, _citizen_numbers, _plates, _phones):
        found += free_of(look(text), found)
    return found


def _emails(text: str) -> Iterator[Span]:
    if (
        "@" in text
        or "apenstaart" in text.lower()
        or "apestaart" in text.lower()
        or "at]" in text
        or "at)" in text
        or " at " in text
    ):
        exact = [Span(*one.span(), Kind.EMAIL) for one in EMAIL.finditer(text)]
        yield from exact
        yield from free_of((Span(*one.span(), Kind.EMAIL) for one in LOOSE_EMAIL.finditer(text)), exact)


def _ibans(text: str) -> Iterator[Span]:
    found = [Span(*one.span(), Kind.IBAN) for one in IBAN_NL.finditer(text)]
    for one in IBAN_ANY.finditer(text):
        if length := _valid_iban(text[one.start() : one.end()]):
            found += free_of([Span(one.start(), one.start() + length, Kind.IBAN)], found)
    for one in IBAN_SAID.finditer(text):
        found += free_of([Span(*one.span("number"), Kind.IBAN)], found)
    yield from found


def _valid_iban(text: str) -> int:
    """How many letters of the text form a valid bank account, from the start; 0 when none do."""
    for end in range(len(text), 14, -1):
        if text[end - 1].isalnum() and iban.is_valid(text[:end], check_country=False):
            return end
    return 0


def _citizen_numbers(text: str) -> Iterator[Span]:
    said = [Span(*one.span("number"), Kind.BSN) for one in BSN_SAID.finditer(text)]
    yield from said
    for one in NINE.finditer(text):
        country = re.search(r"(?:\+|00)\d\d\s?(?:\(0\))?\s?$", text[max(0, one.start() - 9) : one.start()])
        if not country and bsn.is_valid(re.sub(r"\D", "", one.group())):
            yield from free_of([Span(*one.span(), Kind.BSN)], said)


def _plates(text: str) -> Iterator[Span]:
    found: list[Span] = []
    for pattern in (PLATE, PLATE_CLOSE, PLATE_SAID, PLATE_BESIDE):
        for one in pattern.finditer(text):
            part = "number" if pattern in (PLATE_SAID, PLATE_BESIDE) else 0
            # Dutch plates of today have no vowels: "bus 23 komt" is none.
            if pattern is PLATE_CLOSE and re.fullmatch(r"\d{4} ?[A-Z]{2}", one.group()):
                # A postcode.
                continue
            if pattern is PLATE_BESIDE and re.search("[aeiou]", one[part]):
                continue
            found += free_of([Span(*one.span(part), Kind.LICENSE_PLATE)], found)
    for one in PLATE_ABROAD.finditer(text):
        part = "number" if one["number"] else "other"
        found += free_of([Span(*one.span(part), Kind.LICENSE_PLATE)], found)
    yield from found


def _phones(text: str) -> Iterator[Span]:
    found = [Span(*one.span(), Kind.PHONE) for one in PHONE_SPELLED.finditer(text)]
    numbers = (Span(_start(one), one.end(), Kind.PHONE) for one in PHONE.finditer(text) if _is_phone(one.group()))
    found += free_of(numbers, found)
    for one in PHONE_SAID.finditer(text):
        if len(_digits(one["number"])) >= 8 and not one["number"].startswith(("0800", "0900", "088")):
            found += free_of([Span(*one.span("number"), Kind.PHONE)], found)
    for one in PHONE_LOCAL.finditer(text):
        found += free_of([Span(*one.span("number"), Kind.PHONE)], found)
    for one in PHONE_AFTER_NAME.finditer(text):
        name, known = plain(one["name"]), lists()
        if one["name"][0].isupper() and name not in known.ordinary and name not in known.public:
            found += free_of([Span(*one.span("number"), Kind.PHONE)], found)
    yield from found


def _start(number: re.Match[str]) -> int:
    """Where a number begins: a bracket that is not closed inside it stays outside."""
    opened = number.group().startswith("(") and ")" not in number.group()
    return number.start() + opened


@cache
def _regions() -> tuple[str, ...]:
    # Countries people of a Dutch neighbourhood came from; a number without + is read as if it was dialled there.
    return ("NL", "BE", "DE", "TR", "MA", "PL")


def _is_phone(number: str) -> bool:
    """Whether somebody could have this number: Dutch by its length, others by the rules of their country."""
    digits = _digits(number)
    if digits.startswith(("0800", "0900", "0906", "0909", "088")):
        # Of an institution: nobody lives there.
        return False
    if digits.startswith("0031") or number.lstrip("( ").startswith("+31"):
        return 10 <= len(digits.removeprefix("00")) <= 12
    if digits.startswith("0") and not digits.startswith("00") and len(digits) in (10, 11):
        return len(digits) == 10 or digits.startswith("06") or _possible(number)
    if number.lstrip("( ").startswith("+") or digits.startswith("00"):
        return 9 <= len(digits) <= 17
    return digits.startswith(("316", "06")) and 9 <= len(digits) <= 11


def _possible(number: str) -> bool:
    for region in _regions():
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(number, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
