"""The signals of a house as rows of numbers, for everything that compares them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.models import Signal
from wijkhuis.loop.signals.queries.profiles import edition, learned
from wijkhuis.loop.signals.rules.packing import mark_of, unpack

LOOSE = 0


@dataclass(frozen=True)
class Pool:
    """Signals that stand alone or are in an open theme: identifiers, themes (0 for none), profiles, in this order."""

    ids: list[UUID]
    themes: NDArray[np.int64]
    rows: csr_matrix

    def places(self, ids: Collection[UUID]) -> NDArray[np.intp]:
        """Where these signals are; those that are not here are left out."""
        wanted = set(ids)
        return np.array([at for at, one in enumerate(self.ids) if one in wanted], dtype=np.intp)


def pool_of(house: House) -> Pool:
    """Every signal of a house with a profile of this edition, outside closed themes; in the order of identifiers."""
    found = (
        Signal.objects.filter(house=house, theme__closed_on=None, meaning__isnull=False)
        .order_by("pk")
        .values_list("pk", "theme_id", "meaning")
    )
    mark = mark_of(edition())
    told = ((pk, theme or LOOSE, bytes(packed or b"")) for pk, theme, packed in found.iterator(5000))
    kept = [one for one in told if one[2].startswith(mark)]
    return Pool(
        ids=[pk for pk, _theme, _packed in kept],
        themes=np.array([theme for _pk, theme, _packed in kept], dtype=np.int64),
        rows=unpack([packed for _pk, _theme, packed in kept], width=learned().width),
    )


def sentences_of(ids: Sequence[UUID]) -> list[str]:
    """The sentences of these signals, in this order."""
    found = dict(Signal.objects.filter(pk__in=ids).values_list("pk", "sentence"))
    return [found[one] for one in ids]
