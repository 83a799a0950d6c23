"""What tells many kinds of texts apart: for each kind a linear support vector machine, one kind against all others.

The dual is descended text by text, for all kinds at once: each step is a little arithmetic on the weights of the pieces
that stand in that text. A solver that takes kind after kind needs twice the time. docs/decisions/0029 says how the
number of rounds was chosen.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from wijkhuis.loop.signals.rules.profile import Numbers

# How much a text on the wrong side costs, and how often every text is looked at.
COST = 1.0
ROUNDS = 12


def tell_apart(pieces: csr_matrix, owners: NDArray[np.intp]) -> tuple[Numbers, Numbers]:
    """Weights (pieces x kinds, by their number) and offsets (kinds) from texts (n x pieces) and whose each is.

    Squared hinge loss; the offset counts as one more piece that stands in every text.
    """
    kinds, own = np.unique(owners, return_inverse=True)
    weights = np.zeros((pieces.shape[1], len(kinds)), dtype=np.float32)
    offsets = np.zeros(len(kinds), dtype=np.float32)
    pulls = np.zeros((len(own), len(kinds)), dtype=np.float32)
    slack = np.float32(0.5 / COST)
    lengths = np.asarray(pieces.multiply(pieces).sum(axis=1), dtype=np.float32).ravel() + 1 + slack
    # The same texts in the same order give the same numbers.
    chance = np.random.default_rng(0)
    for _round in range(ROUNDS):
        for at in chance.permutation(len(own)):
            inside = slice(pieces.indptr[at], pieces.indptr[at + 1])
            columns, counts = pieces.indices[inside], pieces.data[inside]
            some = weights.take(columns, axis=0)
            # How far on the right side: above for its own kind, below for every other.
            right = -(counts @ some + offsets)
            right[own[at]] *= -1
            pull = np.maximum(pulls[at] - (right - 1 + slack * pulls[at]) / lengths[at], 0)
            step = pulls[at] - pull
            step[own[at]] *= -1
            pulls[at] = pull
            some += counts[:, None] * step
            weights[columns] = some
            offsets += step
    return weights, offsets
