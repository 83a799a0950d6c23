"""What a text is made of: pieces of letters and words, as numbers, to recognise it in other words and with mistakes."""

import re
from collections import Counter
from collections.abc import Iterable
from zlib import crc32

import numpy as np
import snowballstemmer
from numpy.typing import NDArray

from wijkhuis.base.language.words import fold

# How many different numbers there are: large enough that two pieces seldom share one.
ROOM = 2**20
_WORD = re.compile(r"\w+")
_STEMMER = snowballstemmer.stemmer("dutch")

Pieces = NDArray[np.uint32]


def stems(text: str) -> list[str]:
    """The words of a text, folded and without the endings that Dutch gives them."""
    found: list[str] = _STEMMER.stemWords(_WORD.findall(fold(text)))
    return found


def letters_of(text: str) -> Pieces:
    """Every piece of three to five letters within the words, as often as it occurs; compounds share theirs."""
    return _numbers(_pieces(text))


def words_of(text: str) -> Pieces:
    """Every word without its ending, as often as it occurs."""
    return _numbers(stems(text))


def weights_of(pieces: Pieces) -> tuple[Pieces, NDArray[np.float32]]:
    """The different pieces and how much each counts: twice the same says more, but not twice as much."""
    different, counts = np.unique(pieces, return_counts=True)
    return different, (1 + np.log(counts)).astype(np.float32)


def _pieces(text: str) -> Iterable[str]:
    for word in _WORD.findall(fold(text)):
        whole = f" {word} "
        for length in (3, 4, 5):
            if len(whole) <= length:
                yield whole
                break
            yield from (whole[at : at + length] for at in range(len(whole) - length + 1))


def _numbers(pieces: Iterable[str]) -> Pieces:
    counted = Counter(pieces)
    return np.array([crc32(piece.encode()) % ROOM for piece in counted.elements()], dtype=np.uint32)
