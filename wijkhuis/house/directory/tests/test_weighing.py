"""What fits best is the same, however much of the map is ruled out on the way."""

from types import SimpleNamespace

import numpy as np
import pytest

from wijkhuis.house.directory.queries.weighing import Weighed
from wijkhuis.house.directory.rules import ranking
from wijkhuis.house.directory.rules.turned import FIRST, Turned

SIZE = 4 * FIRST


def vectors(chance, count):
    """Vectors of length one in which some directions say much more than others."""
    made = chance.normal(size=(count, SIZE)) * np.geomspace(1, 0.002, SIZE)
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


@pytest.mark.parametrize("seed", range(12))
def test_the_best_are_those_that_comparing_all_in_full_gives(seed):
    chance = np.random.default_rng(seed)
    entries, asked = vectors(chance, 3_000), vectors(chance, 1)[0]
    known = (chance.random(3_000) * chance.choice([0, 0.1, 1])).astype(np.float32)
    counts = chance.choice(np.array([0, 0.5, 1, 1.1], dtype=np.float32), 3_000)
    shown = chance.random(3_000) < chance.choice([0.002, 0.5, 1])
    weighed = Weighed(SimpleNamespace(ids=np.arange(3_000)), known, Turned.of(entries).asked(asked), counts)

    found = weighed.best(shown, count=10)

    scores = np.where(shown, (known + ranking.OWN_MEANING * (entries @ asked)) * counts, 0)
    best = [at for at in np.argsort(-scores)[:10] if scores[at] > 0]
    assert {at for at, _score in found} == set(best)
    assert sorted(score for _at, score in found) == pytest.approx(sorted(scores[best]), abs=1e-5)


def test_most_of_a_map_is_not_compared_in_full():
    chance = np.random.default_rng(1)
    entries = vectors(chance, 3_000)
    compared = Turned.of(entries).asked(entries[7])
    seen = []
    exactly = compared.exactly
    watched = SimpleNamespace(
        near=compared.near, slack=compared.slack, exactly=lambda rows: seen.extend(rows) or exactly(rows)
    )

    found = Weighed(SimpleNamespace(ids=np.arange(3_000)), compared.near * 0, watched, compared.near * 0 + 1).best(
        np.ones(3_000, dtype=bool), count=10
    )

    assert max(found, key=lambda one: one[1])[0] == 7
    assert len(seen) < 1_500


def test_what_came_later_is_turned_as_the_rest_was():
    chance = np.random.default_rng(2)
    entries, later = vectors(chance, 500), vectors(chance, 3)

    compared = Turned.of(later, Turned.of(entries).turn).asked(later[1])

    assert compared.exactly(np.arange(3)) == pytest.approx(later @ later[1], abs=1e-5)
