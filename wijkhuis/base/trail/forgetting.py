"""What goes along when a record is forgotten: later rooms say it here, an earlier room only calls it."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db.models import Model

Forgetter = Callable[[Any], object]
_forgetters: dict[type[Model], list[Forgetter]] = defaultdict(list)


def goes_with(model: type[Model]) -> Callable[[Forgetter], Forgetter]:
    """Register what a later room deletes when a record of this kind is forgotten, in the same transaction."""

    def register(forgetter: Forgetter) -> Forgetter:
        _forgetters[model].append(forgetter)
        return forgetter

    return register


def forget_what_hangs_on(record: Model) -> None:
    """Let every later room delete what it kept beside this record."""
    for forgetter in _forgetters[type(record)]:
        forgetter(record)
