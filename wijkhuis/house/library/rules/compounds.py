"""Long Dutch words taken apart: who looks for 'hulpverlening' also finds 'schuldhulpverlening'."""

import re
from collections.abc import Collection, Iterable, Set
from functools import cache

from wijkhuis.base.language.words import fold
from wijkhuis.house.directory.rules.lexicon import topics

SHORTEST_PART = 4
SHORTEST = 8
# What Dutch puts between two words.
GLUE = ("", "s", "en", "e", "-")
_WORD = re.compile(r"[a-z]{4,}")


@cache
def everyday_words() -> frozenset[str]:
    """The words of the lexicon: how people and professionals speak about a neighbourhood."""
    lines = (line for topic in topics() for line in (*topic.formal, *topic.said))
    return frozenset(word for line in lines for word in _WORD.findall(fold(line)))


def parts_of(word: str, known: Collection[str]) -> list[str]:
    """The words that a folded word is made of, the longest last part first tried; nothing when it is one word."""
    if len(word) < SHORTEST:
        return []
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:at], word[at:]
        glued = (head[: len(head) - len(glue)] for glue in GLUE if head.endswith(glue))
        found = next((part for part in glued if len(part) >= SHORTEST_PART and part in known), "")
        if found and (tail in known or parts_of(tail, known)):
            return [found, tail, *parts_of(tail, known)]
    return []


def all_parts(words: Iterable[str], known: Set[str]) -> list[str]:
    """The parts of every word, each once."""
    return list(dict.fromkeys(part for word in words for part in parts_of(word, known)))
