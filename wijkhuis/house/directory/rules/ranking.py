"""How what people say is weighed against what there is. Arrays in, arrays out.

Shapes: n questions or entries, t topics, l lines. docs/decisions says how the numbers were chosen, and what each adds.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

# A question against the lines of a topic: meaning counts one, letters and words as much as this.
LETTERS = 1.5
WORDS = 0.5
# How many lines of a topic must agree.
BEST_LINES = 3
# How sharply one topic is preferred to the next.
SHARP_QUESTION = 0.07
SHARP_ENTRY = 0.13
# What one clause of a story must be about to count by itself, and how much it counts then.
CLEAR = 0.5
CLAUSE = 0.8
# The question against the entry itself, beside their topics.
OWN_MEANING = 0.4
OWN_LETTERS = 0.3
OWN_WORDS = 0.2
# What colleagues of this house chose, and what people are known to say for this very entry.
CHOSEN = 0.4
SAID = 1.0
SAID_FROM = 0.5


def best_of_each(likeness: Numbers, lines: NDArray[np.intp], *, count: int = BEST_LINES) -> Numbers:
    """Per topic the mean of its best lines: (n x l) becomes (n x t).

    `lines` (t x longest) has the columns of each topic; -1 where a topic has fewer lines than the longest.
    """
    with_nothing = np.concatenate([likeness, np.zeros((len(likeness), 1), dtype=np.float32)], axis=1)
    each = with_nothing[:, lines]
    best = np.partition(each, each.shape[2] - count, axis=2)[:, :, -count:]
    means: Numbers = best.mean(axis=2)
    return means


def columns_of(owners: Sequence[int], *, topics: int) -> NDArray[np.intp]:
    """The columns of each topic (t x longest, filled up with -1), from the topic of every line."""
    found: list[list[int]] = [[] for _topic in range(topics)]
    for column, owner in enumerate(owners):
        found[owner].append(column)
    longest = max(BEST_LINES, *map(len, found))
    return np.array([columns + [-1] * (longest - len(columns)) for columns in found], dtype=np.intp)


def soften(fits: Numbers, *, sharp: float) -> Numbers:
    """Shares that add up to one from how well each topic fits, row by row (n x t)."""
    powers = np.exp((fits - fits.max(axis=1, keepdims=True)) / sharp)
    shares: Numbers = powers / powers.sum(axis=1, keepdims=True)
    return shares


def topics_of_question(meaning: Numbers, letters: Numbers, words: Numbers) -> Numbers:
    """How much a question is about each topic (n x t, rows add up to one)."""
    return soften(meaning + LETTERS * letters + WORDS * words, sharp=SHARP_QUESTION)


def topics_of_story(shares: Numbers) -> Numbers:
    """How much a story is about each topic (t), from its own shares and those of its clauses (1 + c x t).

    People tell two things at once. A clause that is clearly about a topic brings it in, a little behind the whole.
    """
    whole, clauses = shares[0], shares[1:]
    clear = clauses * (clauses >= CLEAR)
    story: Numbers = np.maximum(whole, CLAUSE * clear.max(axis=0, initial=0))
    return story


def topics_of_entry(meaning: Numbers, letters: Numbers) -> Numbers:
    """How much an entry is about each topic (n x t, rows of length one)."""
    shares = soften(meaning + letters, sharp=SHARP_ENTRY)
    directions: Numbers = shares / np.linalg.norm(shares, axis=1, keepdims=True)
    return directions


def confidence(colleagues: Any) -> Any:
    """How much the choice of so many colleagues counts: one is a habit, two begin to say something."""
    return np.maximum(colleagues - 1, 0) / (colleagues + 1)
