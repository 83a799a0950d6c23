"""From invented sentences to weights: how much each mark of a word says for or against a name."""

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from wijkhuis.base.language.identity.addresses import find_addresses
from wijkhuis.base.language.identity.dates import find_dates_of_birth
from wijkhuis.base.language.identity.learning.sentences import Sentence, invented
from wijkhuis.base.language.identity.lists import lists
from wijkhuis.base.language.identity.numbers import find_numbers
from wijkhuis.base.language.identity.signs import candidate, kinds, signs
from wijkhuis.base.language.identity.spans import Span, free_of
from wijkhuis.base.language.identity.tokens import Token, read
from wijkhuis.base.language.words import ascii_digits

# A mark must have been seen so often, and weigh so much, to be kept.
_SEEN = 5
_LEAST = 0.08
_ROUNDS = 10


def learned_weights(many: int, *, sources: list[Path], seed: int = 1) -> dict[str, float]:
    """A weight for each mark, from so many sentences; the same for the same seed. Some minutes for 100,000."""
    # Dice for sentences, not for secrets.
    dice = Random(seed)  # noqa: S311
    numbers: dict[str, int] = {}
    marks, ends, named = array("i"), [0], []
    for found, is_name in _examples(invented(many, sources=sources, dice=dice), dice):
        marks.extend({numbers.setdefault(mark, len(numbers)) for mark in found})
        ends.append(len(marks))
        named.append(is_name)
    columns = np.frombuffer(marks, dtype=np.int32)
    rows = csr_matrix((np.ones(len(columns), np.float32), columns, np.array(ends)), shape=(len(named), len(numbers)))
    kept = np.flatnonzero(np.bincount(columns, minlength=len(numbers)) >= _SEEN)
    model = SGDClassifier(
        loss="log_loss", penalty="elasticnet", l1_ratio=0.15, alpha=2e-6, max_iter=_ROUNDS, tol=None, random_state=0
    ).fit(rows[:, kept], named)
    names = list(numbers)
    weights = {names[at]: round(float(weight), 2) for at, weight in zip(kept, model.coef_[0], strict=True)}
    weights["*"] += round(float(model.intercept_[0]), 2)
    return {mark: weight for mark, weight in sorted(weights.items()) if abs(weight) >= _LEAST}


def _examples(sentences: Iterable[Sentence], dice: Random) -> Iterator[tuple[list[str], bool]]:
    """The marks of each word that can be a name, and whether it is part of one."""
    for text, spans in sentences:
        tokens = read(text, taken=_taken(text))
        inside = [any(start < token.end and token.start < end for start, end in spans) for token in tokens]
        for token, is_name in zip(tokens, inside, strict=True):
            _forget(token, is_name, dice)
        known = kinds(tokens)
        for at, token in enumerate(tokens):
            easy = known[at] == "w" and not token.capital and not inside[at]
            if candidate(token, known[at]) and not (easy and dice.random() < 0.7):
                yield signs(tokens, at, known), inside[at]


def _taken(text: str) -> list[Span]:
    digits, found = ascii_digits(text), list[Span]()
    for look in (find_numbers, find_dates_of_birth, find_addresses):
        found += free_of(look(digits), found)
    return found


def _forget(token: Token, is_name: bool, dice: Random) -> None:
    """What the lists know is sometimes left out: tomorrow people come whose names, and words, nobody wrote down."""
    if is_name and token.listed and not token.ordinary and dice.random() < 0.45:
        token.first = token.last = False
    elif not is_name and token.public and dice.random() < 0.6:
        token.public = False
    elif not is_name and token.ordinary and not token.listed and dice.random() < 0.6:
        token.ordinary = token.plain in lists().ordinary.dutch
