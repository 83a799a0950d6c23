"""What lies with a record that goes: later rooms say it here and give it back, an earlier room only calls it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model


@dataclass(frozen=True)
class Lying:
    """Work that lies with somebody: what becomes of it in words ("" for none), and what does it, with `by`."""

    words: str
    give_back: Callable[..., object]


Finder = Callable[[Any], Iterable[Lying]]
_finders: dict[type[Model], list[Finder]] = defaultdict(list)


def lies_with(model: type[Model]) -> Callable[[Finder], Finder]:
    """Register how a later room finds what lies with a record of this kind, and gives it back when that goes."""

    def register(finder: Finder) -> Finder:
        _finders[model].append(finder)
        return finder

    return register


def what_lies_with(record: Model) -> list[Lying]:
    """Everything that lies with a record now, in the order of the rooms."""
    return [lying for finder in _finders[type(record)] for lying in finder(record)]


def told_to_lie_with(record: Model) -> list[str]:
    """What becomes of everything that lies with a record, a sentence for each kind."""
    return [lying.words for lying in what_lies_with(record) if lying.words]
