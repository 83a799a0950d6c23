"""Which things belong together, from how much they are alike. Arrays in, arrays out.

Shapes: n things, each a row; the product of two rows is how much alike two things are, 0 to 1. The likeness of two
groups is the mean over all pairs (average linkage), which is the product of their mean rows.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Numbers = NDArray[np.float32]
Labels = NDArray[np.intp]

# More than this is not compared one with all others at once.
MOST_AT_ONCE = 4000
BUNDLE_AT_ONCE = 1500
ROWS_AT_ONCE = 2000
# So many of a group tell whether it is one.
FIRST = 200
# From here on two sentences say nearly the same.
NEARLY_SAME = 0.5


def groups(alike: Numbers, *, least: float, sizes: NDArray[np.intp] | None = None) -> Labels:
    """A group number for each thing (n); two groups become one as long as they are at least this much alike.

    `alike` (n x n) is overwritten. `sizes` says how many things each row stands for. Takes n x n steps.
    """
    count = len(alike)
    weights = np.ones(count) if sizes is None else sizes.astype(float)
    into = np.arange(count)
    np.fill_diagonal(alike, -1)
    done = np.zeros(count, dtype=bool)
    chain: list[int] = []
    for start in range(count):
        if done[start]:
            continue
        chain.append(start)
        while chain:
            last = chain[-1]
            nearest = _nearest(alike, last, chain)
            if alike[last, nearest] < least:
                # Nothing is near enough, and joining others brings nothing nearer.
                done[last] = True
                chain.pop()
            elif len(chain) > 1 and nearest == chain[-2]:
                _join(alike, weights, kept=nearest, gone=last)
                done[last], into[last] = True, nearest
                del chain[-2:]
                if not chain:
                    chain.append(nearest)
            else:
                chain.append(nearest)
    return _roots(into)


def _nearest(alike: Numbers, one: int, chain: list[int]) -> int:
    """What is most alike; of equals the one we came from, so that the chain ends."""
    row = alike[one]
    best = int(np.argmax(row))
    return chain[-2] if len(chain) > 1 and row[chain[-2]] >= row[best] else best


def _join(alike: Numbers, weights: NDArray[np.float64], *, kept: int, gone: int) -> None:
    both = weights[kept] + weights[gone]
    joined = (weights[kept] * alike[kept] + weights[gone] * alike[gone]) / both
    joined[[kept, gone]] = -1
    joined[alike[kept] < -0.5] = -1
    alike[kept], alike[:, kept] = joined, joined
    alike[gone], alike[:, gone] = -1, -1
    weights[kept] = both


def _roots(into: NDArray[np.intp]) -> Labels:
    """Follow who went into whom to the end."""
    while True:
        further = into[into]
        if np.array_equal(further, into):
            return into
        into = further


def numbered(labels: Labels, *, at_least: int) -> Labels:
    """Groups of at least so many things numbered 0, 1, 2 ... the largest first; -1 for the rest, and for below zero."""
    found, first, counts = np.unique(labels, return_index=True, return_counts=True)
    kept = [at for at in np.lexsort((first, -counts)) if counts[at] >= at_least and found[at] >= 0]
    numbers: Any = {found[at]: number for number, at in enumerate(kept)}
    return np.array([numbers.get(label, -1) for label in labels], dtype=np.intp)


def groups_of_rows(rows: csr_matrix, *, least: float) -> Labels:
    """A group number for each row (n); of very many rows, those that are nearly the same are first taken together.

    The largest bundles are then compared with each other, and each row that is left joins the group it is most like.
    """
    if rows.shape[0] <= MOST_AT_ONCE:
        return groups(likeness(rows), least=least)
    bundles = _bundles(rows)
    largest, sizes = np.unique(bundles, return_counts=True)
    chosen = np.lexsort((largest, -sizes))[:MOST_AT_ONCE]
    centres = means(rows, bundles, largest[chosen])
    joined = groups(likeness(centres), least=least, sizes=sizes[chosen])
    labels = np.full(rows.shape[0], -1, dtype=np.intp)
    place = np.full(int(bundles.max()) + 1, -1, dtype=np.intp)
    place[largest[chosen]] = joined
    labels = place[bundles]
    left = np.flatnonzero(labels < 0)
    nearest, alike = nearest_group(rows[left], rows, labels)
    alone = MOST_AT_ONCE + left
    labels[left] = np.where(alike >= least, nearest, alone)
    return labels


def loyal(rows: csr_matrix, labels: Labels, *, least: float, at_least: int, few: float = 0.0) -> Labels:
    """The same groups without rows that are too little like the rest of theirs, numbered; -1 for the rest.

    A group of three must be `few` more alike, one of four half of that, and so on: a few may look alike by chance.
    """
    labels = numbered(labels, at_least=at_least)
    counts = np.bincount(labels[labels >= 0], minlength=1)
    changed = np.arange(len(counts))
    while len(members := np.flatnonzero(np.isin(labels, changed))):
        enough = least + few / np.maximum(counts[labels[members]] - 2, 1)
        leaving = members[like_the_others(rows, labels, members) < enough]
        changed = np.unique(labels[leaving])
        labels[leaving] = -1
        counts = np.bincount(labels[labels >= 0], minlength=len(counts))
        labels[np.isin(labels, np.flatnonzero(counts < at_least))] = -1
    return numbered(labels, at_least=at_least)


def like_the_others(rows: csr_matrix, labels: Labels, members: Labels) -> Numbers:
    """How much some rows are like the others of their group: the mean over all pairs; 0 for who is alone in it."""
    present, place = np.unique(labels[members], return_inverse=True)
    counts = np.bincount(labels[labels >= 0])[present][place]
    centres = means(rows, labels, present)
    found = np.zeros(len(members), dtype=np.float32)
    for start in range(0, len(members), ROWS_AT_ONCE):
        at = slice(start, start + ROWS_AT_ONCE)
        some = rows[members[at]]
        with_all = counts[at] * _sums(some.multiply(centres[place[at]]))
        found[at] = (with_all - _sums(some.multiply(some))) / np.maximum(counts[at] - 1, 1)
    return found


def nearest_group(some: csr_matrix, rows: csr_matrix, labels: Labels) -> tuple[Labels, Numbers]:
    """For each of some rows the group it is most like, and how much; labels below zero are no group."""
    present = np.unique(labels[labels >= 0])
    if not len(present) or not some.shape[0]:
        return np.full(some.shape[0], -1, dtype=np.intp), np.zeros(some.shape[0], dtype=np.float32)
    centres = means(rows, labels, present).toarray().T
    nearest, alike = [], []
    for start in range(0, some.shape[0], ROWS_AT_ONCE):
        fits = some[start : start + ROWS_AT_ONCE].toarray() @ centres
        nearest.append(present[fits.argmax(axis=1)])
        alike.append(fits.max(axis=1))
    return np.concatenate(nearest), np.concatenate(alike)


def means(rows: csr_matrix, labels: Labels, wanted: Labels) -> csr_matrix:
    """The mean row of each wanted group, in this order."""
    place = np.full(int(max(labels.max(), wanted.max())) + 1, -1, dtype=np.intp)
    place[wanted] = np.arange(len(wanted))
    of_row = np.where(labels >= 0, place[np.maximum(labels, 0)], -1)
    members = np.flatnonzero(of_row >= 0)
    counts = np.bincount(of_row[members], minlength=len(wanted))
    weights = (1 / counts[of_row[members]]).astype(np.float32)
    which = csr_matrix((weights, (of_row[members], members)), shape=(len(wanted), rows.shape[0]), dtype=np.float32)
    return which @ rows


def likeness(rows: csr_matrix) -> Numbers:
    """How much alike each two of these rows are (n x n); written out, for that takes a tenth of the time."""
    whole = rows.toarray()
    found: Numbers = whole @ whole.T
    return found


def most_alike(rows: csr_matrix, others: csr_matrix) -> Numbers:
    """How much each row is like the one of the others that it is most like."""
    theirs = others.toarray().T
    parts = [
        (rows[start : start + ROWS_AT_ONCE].toarray() @ theirs).max(axis=1)
        for start in range(0, rows.shape[0], ROWS_AT_ONCE)
    ]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


def parts_of(rows: csr_matrix, *, least: float) -> Labels:
    """A group number for each row as in `groups`; of many rows the first are compared, and the others go with them.

    The first must be there by chance, and stay the first when rows are added.
    """
    labels = np.full(rows.shape[0], -1, dtype=np.intp)
    labels[:FIRST] = groups(likeness(rows[:FIRST]), least=least)
    labels[FIRST:], _alike = nearest_group(rows[FIRST:], rows, labels)
    return labels


def closeness(rows: csr_matrix) -> float:
    """How much alike these rows are: the mean over all pairs; 0 for a single one."""
    count = rows.shape[0]
    total = np.asarray(rows.sum(axis=0)).ravel()
    return float((total @ total - rows.multiply(rows).sum()) / (count * (count - 1))) if count > 1 else 0.0


def _sums(rows: csr_matrix) -> Numbers:
    return np.asarray(rows.sum(axis=1)).ravel()


def _bundles(rows: csr_matrix) -> Labels:
    """Rows that are nearly the same, found among those with the same strongest column."""
    strongest = np.asarray(rows.argmax(axis=1)).ravel()
    order = np.lexsort((np.arange(len(strongest)), strongest))
    edges = np.flatnonzero(np.diff(strongest[order])) + 1
    bundles = np.empty(rows.shape[0], dtype=np.intp)
    for of_column in np.split(order, edges):
        for start in range(0, len(of_column), BUNDLE_AT_ONCE):
            some = of_column[start : start + BUNDLE_AT_ONCE]
            bundles[some] = some[groups(likeness(rows[some]), least=NEARLY_SAME)]
    return bundles
