"""Taking a story apart: which part tells what is wrong or wanted."""

import re
from collections.abc import Iterator

from wijkhuis.loop.signals.rules.dutch import RELATIVES, is_infinitive, is_verb_with_ik

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")
_MARKER = re.compile(
    r"(?:\b(?:op|aan|in|bij|van|naar|met|via|tel|bel|mail|per)\s+)?(?:de\s+|het\s+)?\[[a-z-]+\]", re.IGNORECASE
)
# How somebody says who they are, with the name taken out: "mijn naam is iemand" tells nothing.
_INTRODUCED = re.compile(
    r"(?:^|[,;:]\s*|\s+(?:en|-)\s+)"
    r"(?:(?:mijn|m['’]n|de|haar|zijn) naam is|ik (?:heet|ben)|(?:ze|zij|hij|die) heet|u spreekt met|groet\w*(?: van)?) "
    r"iemand\b"
    r"(?=\s*[,;:.!?]|\s+en\b|\s*$)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:(?:hallo|hoi|hi|dag|goede\w*(?: (?:morgen|middag|avond))?|beste|geachte|sorry|ja|nou|oké|ok|kijk|luister|"
    r"tja|dus|maar|en|want|alstublieft|help)\b[ ,!.:…]*(?:(?:mensen|allemaal|iemand|mevrouw|meneer)\b[ ,!.:…]*)?)+",
    re.IGNORECASE,
)
_ABOUT_SELF = re.compile(
    r"^ik (?:ben|heet|woon)\b(?! (?:bang|alleen|eenzaam|kwijt|mijn|de weg|zo|heel|erg|steeds))", re.IGNORECASE
)
_THANKS = re.compile(r"\b(?:bedankt|dank u|dankjewel|groet|alvast|fijne dag)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:niet|geen|niets|niks|\w*rekening|nooit|nergens|niemand|kapot|bang|alleen|eenzaam|zoek\w*|hulp|help\w*|wil|kwijt|schuld\w*|duur|snap|"
    r"begrijp|moeite|last|graag|lek|schimmel|gepest|verdriet|mis|durf|tekort|weg|onveilig|donker|rommel|lawaai|"
    r"overlast|betalen|rekening|wacht\w*|stress|pijn|zorgen|kan)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:dat|dit|die|daar|dan|toen)\b|\bik (?:dat|daar|dit|die)\b|\b(?:daarvoor|daarmee|daarbij|daarvan|daar)\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"(?<![\w’'])(?:ik|ikzelf|mij|me|mijn|m['’]n|mezelf|mijzelf|wij|we|ons|onze|je|jij|jou|jouw|jullie|u|uw|'k|’k)(?![\w’'])",
    re.IGNORECASE,
)
_OPENS = r"(?:^|[.,!?;:]\s*|\b(?:en|maar|want)\s+)"
_AFTER_IK = re.compile(rf"{_OPENS}ik ([^\W\d_]+)", re.IGNORECASE)
_NOT_WHOLE = {"alleen", "tegen", "boven", "buiten", "binnen", "samen", "eerlijk", "morgen", "eten", "buren"}
_LEARNERS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_OPENS}(?:ik|jij|hij|zij|wij) (?:ook |heel |nu )?niet [^\W\d_]+",
        r"\b(?:jij|u) (?:helpen|bellen|kijken|komen|maken|praten)\b",
        r"\b(?:bellen|helpen|zeggen|geven|vragen|schrijven) mij\b",
        r"\bhij (?:komen|gaan|zijn|hebben|willen|moeten)\b",
        r"\bkan jij [^?.]*\bmet mij\b",
        r"\bniet weten\b(?! of| te| hoe)",
    )
]
_DUTCH = set(
    """
    de het een en in is van dat die te niet ik op mijn er voor met zijn maar wat aan ook heb kan geen om bij naar wil
    hij ze als dan nog al mij hoe waar wie mag u heeft kunt graag moet wordt zo uit weet zoek hulp mevrouw meneer iemand
    ben hebben onze we wij hier daar nu wel door over of deze
    """.split()
)
_SMALL_CHANGES = (
    (r"\bm['’]n\b", "mijn"), (r"\bz['’]n\b", "zijn"), (r"(?<!\w)['’]k\b", "ik"), (r"\bda['’]s\b", "dat is"),
    (r"\b'ns\b|\bes\b|\beens\b", ""),
    (r"\beigenlijk\b|\bgewoon\b|\btoch\b|\bechtwaar\b|,? hoor\b(?=[.!?,]|$)|\bze'g\b", ""),
    (r"\bmijn \w+ en ik\b", "we"),
    (r"\bik zelf\b", "ik"), (r"\bikzelf\b", "ik"), (r"\bwij\b", "we"), (r"\bniks\b", "niets"),
    (r"\bken\b(?= (?:daar|u|iemand|ik)\b)", "kan"),
    (r"(?:\bvan |\bvoor |\bmet )?\b\d[\d.,]* ?(?:euro|eur)\b|€ ?\d[\d.,]*(?:,-)?", ""),
    (r"\bvan \d{1,3}(?: jaar| jr)?\b|,? \(?\d{1,3} jaar(?: oud)?\)?", ""),
)  # fmt: skip


def telling_first(words: str) -> list[str]:
    """The sentences of a story, the one that tells most first."""
    parts = [_clean(part) for part in _ENDS.split(words)]
    parts = [part for part in parts if len(WORD.findall(part)) >= 3] or [part for part in parts if part]
    return sorted(parts, key=lambda part: (-_weight(part), parts.index(part)))


def plain(clause: str) -> str:
    """The same clause without the small words and writings of speech."""
    for found, instead in _SMALL_CHANGES:
        clause = re.sub(found, instead, clause, flags=re.IGNORECASE)
    relatives = "|".join(sorted(RELATIVES))
    clause = re.sub(rf"\bme (?=(?:{relatives})\b)", "mijn ", clause, flags=re.IGNORECASE)
    clause = re.sub(r"[!?…]{2,}", lambda m: m.group()[0], clause)
    return " ".join(clause.split())


def shorter_and_shorter(clause: str) -> Iterator[str]:
    """The whole clause, and then what remains when parts at the end are left away, as long as it says something."""
    yield clause
    asks = clause.endswith("?")
    for cut in reversed(list(re.finditer(r"\s*[,;:]\s+|\s+-\s+|\s+(?:en|maar|want|dus)\s+", clause))):
        part = clause[: cut.start()]
        if len(WORD.findall(part)) >= 4:
            yield part
            if asks:
                yield f"{part}?"


def is_dutch(words: str) -> bool:
    """Whether at least every fifth word is one of the small words every Dutch text has."""
    found = [word.lower() for word in WORD.findall(words)]
    return bool(found) and sum(word in _DUTCH for word in found) * 5 >= len(found)


def is_learners(words: str) -> bool:
    """Whether somebody who learns Dutch speaks: their order of words would be judged wrongly by the rules."""
    return any(pattern.search(words) for pattern in _LEARNERS) or any(
        is_infinitive(word) and not is_verb_with_ik(word) and word.lower() not in _NOT_WHOLE
        for word in _AFTER_IK.findall(words)
    )


def speaks_of_self(sentence: str) -> bool:
    """Whether words are left that only the speaker can say."""
    return _SELF.search(sentence) is not None


def _clean(part: str) -> str:
    part = _INTRODUCED.sub("", _MARKER.sub("", part.strip())).strip(" ,;:-–")
    part = _GREETING.sub("", part).strip(" ,;:-–")
    return part[:1].upper() + part[1:]


def _weight(part: str) -> float:
    words = len(WORD.findall(part))
    told = len(_TELLS.findall(part))
    length = -2.0 if words < 4 else 0.0 if words <= 26 else -1.0
    aside = 3 * bool(_THANKS.search(part)) + 2 * bool(_ABOUT_SELF.search(part) and told < 2)
    return min(told, 3) + length - aside - 1.5 * bool(_POINTS_BACK.search(part))
