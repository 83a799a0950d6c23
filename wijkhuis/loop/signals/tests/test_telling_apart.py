"""The weights that tell themes apart are those of the textbook."""

import numpy as np
from sklearn.svm import LinearSVC

from wijkhuis.base.language import likeness
from wijkhuis.loop.signals.rules import library
from wijkhuis.loop.signals.rules.telling_apart import tell_apart

FEW = 12


def lines_of_some_themes():
    themes = [theme.said[:40] for theme in library.known_themes()[:FEW]]
    pieces = likeness.letters(at_least=3).fit_transform([line for lines in themes for line in lines])
    return pieces, np.repeat(np.arange(FEW) * 10, [len(lines) for lines in themes])


def test_a_few_rounds_come_close_to_the_exact_solution():
    pieces, owners = lines_of_some_themes()
    exact = LinearSVC(C=1.0, tol=1e-6, max_iter=10_000, random_state=0).fit(pieces, owners)

    weights, offsets = tell_apart(pieces, owners)

    assert weights.shape == (pieces.shape[1], FEW)
    ours, theirs = pieces @ weights + offsets, exact.decision_function(pieces)
    assert np.abs(ours - theirs).mean() < 0.02
    assert (np.unique(owners)[ours.argmax(axis=1)] == owners).all()


def test_the_same_lines_give_the_same_weights():
    pieces, owners = lines_of_some_themes()

    first, second = tell_apart(pieces, owners), tell_apart(pieces, owners)

    assert all((one == other).all() for one, other in zip(first, second, strict=True))
