"""Sentences that say nearly the same thing stand together, so that a minute is enough to read them."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from wijkhuis.base.language.words import fold

# Share of the longer words that two sentences have in common before they are folded together.
ALIKE = 0.5
SHORTEST = 4
# Words that begin every second signal and say nothing about what it is.
COMMON = frozenset("iemand niet naar voor over heeft haar zijn door weet maar kan wordt wil een het van met".split())


class Said(Protocol):
    """Something with a sentence."""

    sentence: str


One = TypeVar("One", bound=Said)


def folded(things: Iterable[One], *, alike: float = ALIKE) -> list[list[One]]:
    """Groups of what is alike, the largest group first; nothing in the order tells when anything came in."""
    groups: list[tuple[set[str], list[One]]] = []
    for thing in sorted(things, key=lambda one: (len(one.sentence), fold(one.sentence))):
        words = words_of(thing.sentence)
        near = next((group for known, group in groups if _share(words, known) >= alike), None)
        if near is None:
            groups.append((words, [thing]))
        else:
            near.append(thing)
    return sorted((group for _words, group in groups), key=lambda group: (-len(group), fold(group[0].sentence)))


def words_of(sentence: str) -> set[str]:
    """The words that tell what a sentence is about."""
    words: Sequence[str] = re.findall(r"\w+", fold(sentence))
    return {word for word in words if len(word) >= SHORTEST and word not in COMMON} or set(words)


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other))) if len(one & other) > 1 or one == other else 0.0
