"""A few at a time, so that memory stays flat however many there are."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import Model, QuerySet

Thing = TypeVar("Thing")
Row = TypeVar("Row", bound=Model)


def batches(things: Iterable[Thing], *, size: int) -> Iterator[list[Thing]]:
    """Lists of at most this size, in order; none when there is nothing."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def batches_by_key(rows: QuerySet[Row], *, size: int) -> Iterator[list[Row]]:
    """Rows in the order of their keys, a query per batch that begins after the last one: none is slower than the first.

    Each batch is read at its own moment, so that nothing is held open while somebody reads slowly.
    """
    ordered, last = rows.order_by("pk"), 0
    while batch := list(ordered.filter(pk__gt=last)[:size]):
        yield batch
        last = batch[-1].pk
