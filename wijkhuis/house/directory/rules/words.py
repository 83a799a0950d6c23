"""Which words of a sentence are worth looking for."""

import re
from collections.abc import Iterable

from wijkhuis.base.language.words import fold, tidy

LONGEST_QUESTION = 4000
MOST_WORDS = 12
MOST_CLAUSES = 3
SHORTEST_CLAUSE = 2
# A finger that rests on a key, or a sigh: no word in any language.
_ONE_LETTER = re.compile(r"\b([^\W\d_])\1{2,}\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{2,40}")
# Where one thing ends and the next begins, in the languages in which people write longest.
_BETWEEN_CLAUSES = re.compile(
    r"[.!?;\n]+|,?\s(?:en ook|en verder|en daarnaast|en dan nog|daarnaast|verder|maar ook|ook nog|en|plus"
    r"|and|also|ve|ayrıca|و)\s",
    re.IGNORECASE,
)

# What people say around the thing they mean; PostgreSQL's own list leaves most of these in.
EVERYDAY = frozenset(
    """
    aan achter al alle allemaal als alsjeblieft altijd ander andere anders beetje ben bent bij bijna bijvoorbeeld
    bijv boven brengen buiten daar daarom daarvoor dag dan dat de den der deze die dit doe doen doet door dus echt een
    eens eerst eigenlijk elk elke en er ergens erg even ga gaan gaat gedaan geef geen gegeven gehad gekregen geven
    gewoon goed graag groot had hadden heb hebben hebt heeft heel heen hele hem hen hep het hetzelfde hier hij
    hoe hoeveel hun iemand iets ieder iedere ik in is ja jaar je jij jou jouw jullie kan kent keer ken kijken klein
    komen kom komt kon kreeg krijg krijgen krijgt kun kunnen kunt laat laten lang langs later lukt maakt maak maar maken
    man me mee meer mensen met mij mijn mijne misschien moest moet moeten mogelijk mogen mag na naar nadat nee nergens
    niemand nie niet niets niks nieuw nieuwe nodig nog nooit nou nu of om omdat onder ons onze ook op over paar per
    precies sinds snel soms staan staat sta steeds te tegen terug tijd toch toe toen tot tussen uit uw vaak van vanaf
    veel verder verschillende vind vinden vindt voor vooral vraag vragen waar waarom waarvoor wanneer want waren was
    wat we weer weet weg wel welke weten wie wij wil wilde willen word worden wordt zal ze zeg zeggen zegt zelf zelfs
    zich zien zie ziet zij zijn zit zitten zo zoals zoek zoeken zoekt zomaar zonder zou zouden zullen zulke

    a about am an and any are can could do does for from get has have her him his how i'm i in is it me my
    need no not of on one or our she some somebody someone that the their them there they this to us want was we what
    when where who why will with would you your
    """.split()
)


def content_words(text: str) -> list[str]:
    """Words to look for: folded, each once, without everyday words; at most MOST_WORDS, of a long story the longest.

    Gives an empty list for no text, signs, emoji or everyday words only.
    """
    found = list(dict.fromkeys(_WORD.findall(fold(tidy(without_noise(text[:LONGEST_QUESTION]))))))
    telling = [word for word in found if word not in EVERYDAY]
    if len(telling) > MOST_WORDS:
        longest = set(sorted(telling, key=len, reverse=True)[:MOST_WORDS])
        return [word for word in telling if word in longest][:MOST_WORDS]
    return telling


def without_noise(text: str) -> str:
    """The text without what is one letter again and again, such as "zzzz"."""
    return _ONE_LETTER.sub("", text)


def clauses_of(text: str) -> list[str]:
    """The parts of a story that can mean something by themselves, at most MOST_CLAUSES; none for one plain sentence."""
    parts = [part.strip() for part in _BETWEEN_CLAUSES.split(text)]
    telling = [part for part in parts if content_words(part) and len(part.split()) >= SHORTEST_CLAUSE]
    return telling[:MOST_CLAUSES] if len(parts) > 1 else []


def is_same_word(word: str, other: str) -> bool:
    """Whether two folded words are one with another ending, or one begins the other: 'schuld' and 'schulden'."""
    shortest = min(len(word), len(other))
    if shortest < 4:
        return word == other
    return word[: max(4, shortest - 2)] == other[: max(4, shortest - 2)]


def first_match(items: Iterable[str], words: list[str]) -> str:
    """The first item that holds one of the words, or nothing."""
    return next((item for item in items if matching_word(item, words)), "")


def matching_word(text: str, words: list[str]) -> str:
    """The first word of a text, as written there, that looks like one of the words."""
    for written in text.split():
        clean = written.strip(".,;:!?()\"'“”‘’")
        for folded in content_words(fold(clean)):
            if any(is_same_word(folded, word) for word in words):
                return clean
    return ""
