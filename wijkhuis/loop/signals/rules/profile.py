"""The profile of a sentence: how much it is about each theme we know. Like profiles belong together.

Shapes: n sentences, t themes. A profile is made of parts (one per way of looking); the product of two profiles is how
much alike two sentences are, 0 to 1. docs/decisions/0029 says how the numbers were chosen and what each part adds.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Numbers = NDArray[np.float32]

# How sharply one theme is preferred to the next: as learned, by the nearest line, by meaning.
SHARP_LEARNED = 0.1
SHARP_NEAREST = 0.09
SHARP_MEANING = 4.0
# Letters and words count this much.
LETTERS = 1.0
WORDS = 0.6
# How many lines must hold a piece of letters, or a word.
PIECE_SEEN = 3
WORD_SEEN = 2
# How much each way of looking counts.
WEIGHT_LEARNED = 1.0
WEIGHT_NEAREST = 1.0
WEIGHT_MEANING = 0.5
# Less than this part of the best theme is not kept.
FAINT = 0.03


def shares(fits: Numbers, *, sharp: float) -> Numbers:
    """Shares that add up to one from how well each theme fits, row by row (n x t)."""
    powers = np.exp((fits - fits.max(axis=1, keepdims=True)) / sharp)
    found: Numbers = (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)
    return found


def profiles(parts: Sequence[tuple[Numbers, float]], *, belongs: Numbers) -> csr_matrix:
    """One row per sentence from its shares in each part with the weight of the part.

    `belongs` (n, 0 to 1) is how sure it is that a sentence belongs to a theme at all; it makes the whole row shorter.
    """
    total = sum(weight for _shares, weight in parts)
    rows = [_direction(share) * np.sqrt(weight / total) for share, weight in parts]
    whole: Numbers = np.concatenate(rows, axis=1) * belongs[:, None]
    return csr_matrix(whole, dtype=np.float32)


def _direction(share: Numbers) -> Numbers:
    kept = np.where(share < FAINT * share.max(axis=1, keepdims=True), 0, share)
    found: Numbers = kept / np.maximum(np.linalg.norm(kept, axis=1, keepdims=True), 1e-9)
    return found
