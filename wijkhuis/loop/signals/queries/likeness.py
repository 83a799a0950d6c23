"""The signals of a house as rows of numbers, for everything that compares them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

from wijkhuis.base.batches import batches
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.models import Signal
from wijkhuis.loop.signals.queries.profiles import edition, learned
from wijkhuis.loop.signals.rules.packing import mark_of, unpack

LOOSE = 0
AT_ONCE = 5000


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
    mark, width = mark_of(edition()), learned().width
    told = ((pk, theme or LOOSE, bytes(packed or b"")) for pk, theme, packed in found.iterator(AT_ONCE))
    kept = (one for one in told if one[2].startswith(mark))
    ids: list[UUID] = []
    themes: list[int] = []
    rows = [csr_matrix((0, width), dtype=np.float32)]
    # A few at a time: a hundred thousand take 80 MB packed and twice as much unpacked.
    for some in batches(kept, size=AT_ONCE):
        ids += [pk for pk, _theme, _packed in some]
        themes += [theme for _pk, theme, _packed in some]
        rows.append(unpack([packed for _pk, _theme, packed in some], width=width))
    return Pool(ids=ids, themes=np.array(themes, dtype=np.int64), rows=vstack(rows, format="csr", dtype=np.float32))


def sentences_of(ids: Sequence[UUID]) -> list[str]:
    """The sentences of these signals, in this order."""
    found: dict[UUID, str] = {}
    # PostgreSQL takes at most 65,535 values in one question.
    for some in batches(ids, size=AT_ONCE):
        found |= dict(Signal.objects.filter(pk__in=some).values_list("pk", "sentence"))
    return [found[one] for one in ids]
