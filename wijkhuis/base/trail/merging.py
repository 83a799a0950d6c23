"""What goes along when one record takes in another: later rooms say it here, an earlier room only calls it."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db.models import Model

Mover = Callable[[Any, Any], object]
_movers: dict[type[Model], list[Mover]] = defaultdict(list)


def moves_with(model: type[Model]) -> Callable[[Mover], Mover]:
    """Register what a later room moves when a record of this kind is taken in: (taken in, kept), same transaction."""

    def register(mover: Mover) -> Mover:
        _movers[model].append(mover)
        return mover

    return register


def move_what_hangs_on(taken_in: Model, *, to: Model) -> None:
    """Let every later room move what it kept beside a record to the one that takes it in."""
    for mover in _movers[type(taken_in)]:
        mover(taken_in, to)
