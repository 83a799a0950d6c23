"""The words that stand in the place of what was found."""

import re

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.lists import WORD, plain
from wijkhuis.base.language.identity.spans import Kind, Span

# Data, not source strings: they are part of a Dutch sentence, whatever language the page is in.
MARKERS = {
    Kind.NAME: "iemand",
    Kind.PHONE: "[telefoonnummer]",
    Kind.EMAIL: "[e-mailadres]",
    Kind.IBAN: "[rekeningnummer]",
    Kind.BSN: "[burgerservicenummer]",
    Kind.DATE_OF_BIRTH: "[geboortedatum]",
    Kind.LICENSE_PLATE: "[kenteken]",
    Kind.ADDRESS: "[adres]",
}
_SHIELDS = re.compile("|".join(re.escape(word) for kind, word in MARKERS.items() if kind != Kind.NAME))
_KEPT = ("dokter", "juf", "meester", "buurvrouw", "buurman", "tante", "oom", "oma", "opa", "zuster", "familie")


def shielded(text: str) -> list[Span]:
    """The markers that stand in the text already; nothing is looked for in them."""
    return [Span(*one.span(), Kind.NAME) for one in _SHIELDS.finditer(text)]


def without_markers(text: str) -> str:
    """The text without what stands for a number or an address: nobody's subject, though many have one."""
    return _SHIELDS.sub("", text)


def put_neutral(text: str, spans: list[Span]) -> str:
    """The text with a marker for each span; spans are in order and do not overlap."""
    parts, kept = [], 0
    for span in spans:
        before = text[kept : span.start]
        marker = _name(text, span) if span.type == Kind.NAME else MARKERS[span.type]
        parts += [before if marker else before.rstrip(), marker]
        kept = span.end
    return "".join([*parts, text[kept:]])


def _name(text: str, span: Span) -> str:
    """What stands for a name: "dokter" for "dokter Bakker", nothing behind "mijn dochter", else "iemand"."""
    words = WORD.findall(text[span.start : span.end])
    if len(words) > 1 and words[0].lower() in _KEPT:
        return words[0]
    before = WORD.findall(text[max(0, span.start - 40) : span.start])
    if before and text[: span.start].endswith(f"{before[-1]} ") and plain(before[-1]) in cues.RELATIONS:
        return ""
    start = text[: span.start].rstrip()
    opens = not start or start[-1] in ".!?\n"
    return (
        MARKERS[Kind.NAME].capitalize() if opens and text[span.start : span.start + 1].isupper() else MARKERS[Kind.NAME]
    )
