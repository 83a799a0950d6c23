"""What a text is made of: pieces of letters and words, as numbers, to recognise it in other words and with mistakes."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from wijkhuis.base.language.likeness import stem
from wijkhuis.base.language.words import fold

# How many different numbers there are: large enough that two pieces seldom share one.
ROOM = 2**20
MOST_WORDS = 50_000
_WORD = re.compile(r"\w+")

Pieces = NDArray[np.uint32]


def letters_of(text: str) -> Pieces:
    """Every piece of three to five letters within the words, as often as it occurs; compounds share theirs."""
    return _together([_letters(word) for word in _WORD.findall(fold(text))])


def words_of(text: str) -> Pieces:
    """Every word without its ending, as often as it occurs."""
    return _together([_number(stem(word)) for word in _WORD.findall(fold(text))])


def pieces_of(whole: str) -> Iterable[str]:
    """Every piece of three to five letters of a word with a blank before and after; a short word once."""
    for length in (3, 4, 5):
        if len(whole) <= length:
            yield whole
            break
        yield from (whole[at : at + length] for at in range(len(whole) - length + 1))


def weights_of(pieces: Pieces) -> tuple[Pieces, NDArray[np.float32]]:
    """The different pieces and how much each counts: twice the same says more, but not twice as much."""
    different, counts = np.unique(pieces, return_counts=True)
    return different, (1 + np.log(counts)).astype(np.float32)


# People use the same words again and again: each is taken apart once.
@lru_cache(maxsize=MOST_WORDS)
def _number(word: str) -> bytes:
    return _numbers([word])


@lru_cache(maxsize=MOST_WORDS)
def _letters(word: str) -> bytes:
    return _numbers(pieces_of(f" {word} "))


def _numbers(pieces: Iterable[str]) -> bytes:
    return np.array([crc32(piece.encode()) % ROOM for piece in pieces], dtype=np.uint32).tobytes()


def _together(parts: Sequence[bytes]) -> Pieces:
    return np.frombuffer(b"".join(parts), dtype=np.uint32)
