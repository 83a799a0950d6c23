"""How well a sentence fits a theme people confirmed, learned from the sentences of that theme. Arrays in, arrays out.

Shapes: n rows of a pool, each in a theme or in none (below zero); t themes. A fit is the mean likeness to all
sentences of a theme and the likeness to the second nearest of them, added up: 0 to 2. The second and not the first, so
that one sentence somebody let in by mistake draws nothing after it. docs/decisions/0029 says what it brings.
"""

import numpy as np
from scipy.sparse import csr_matrix

from wijkhuis.loop.signals.rules.grouping import ROWS_AT_ONCE, Labels, Numbers, means

# From here on a sentence fits a theme, when it fits every other theme this much less.
FITS = 0.28
AHEAD = 0.1
# So many sentences teach what a theme is; the rest of a large one adds little.
EXAMPLES = 400
# A theme is looked at closely when it is among so many that are nearest in the mean.
NEAREST = 3


def fits(rows: csr_matrix, labels: Labels, *, asked: Labels, themes: Labels) -> Numbers:
    """How well the rows at the places `asked` fit each theme (n x t), themselves left out; 0 for what is far away."""
    by_mean = _to_the_mean(rows, labels, asked, themes)
    close = by_mean >= np.partition(by_mean, -min(NEAREST, len(themes)), axis=1)[:, [-min(NEAREST, len(themes))]]
    close |= labels[asked][:, None] == themes
    found = np.zeros_like(by_mean)
    for at, theme in enumerate(themes):
        which = np.flatnonzero(close[:, at])
        examples = np.flatnonzero(labels == theme)[:EXAMPLES]
        found[which, at] = by_mean[which, at] + _second_nearest(rows, asked[which], examples)
    return found


def best_of(found: Numbers) -> Labels:
    """The column of the theme each row fits; -1 for none, and when two are about as good."""
    best = found.argmax(axis=1)
    top = found.max(axis=1)
    others = found.copy()
    others[np.arange(len(found)), best] = 0
    clear = (top >= FITS) & (top - others.max(axis=1) >= AHEAD)
    chosen: Labels = np.where(clear, best, -1)
    return chosen


def _to_the_mean(rows: csr_matrix, labels: Labels, asked: Labels, themes: Labels) -> Numbers:
    centres = means(rows, labels, themes).toarray().T
    counts = np.array([(labels == theme).sum() for theme in themes])
    found = np.zeros((len(asked), len(themes)), dtype=np.float32)
    for start in range(0, len(asked), ROWS_AT_ONCE):
        at = slice(start, start + ROWS_AT_ONCE)
        some = rows[asked[at]].toarray()
        own = labels[asked[at]][:, None] == themes
        itself = own * (some * some).sum(axis=1)[:, None]
        found[at] = (some @ centres * counts - itself) / np.maximum(counts - own, 1)
    return found


def _second_nearest(rows: csr_matrix, asked: Labels, examples: Labels) -> Numbers:
    found = np.zeros(len(asked), dtype=np.float32)
    if len(examples) < 2:
        return found
    theirs = rows[examples].toarray().T
    for start in range(0, len(asked), ROWS_AT_ONCE):
        at = slice(start, start + ROWS_AT_ONCE)
        alike = rows[asked[at]].toarray() @ theirs
        alike[asked[at][:, None] == examples] = 0
        found[at] = np.partition(alike, -2, axis=1)[:, -2]
    return found
