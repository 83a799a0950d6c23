"""What later rooms keep beside a record, for the person it is about: later rooms say it, an earlier room only asks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model


@dataclass(frozen=True)
class Known:
    """One thing that is kept: what kind of thing, and its facts by name."""

    kind: str
    facts: Mapping[str, Any]


Teller = Callable[[Any], Iterable[Known]]
_tellers: dict[type[Model], list[Teller]] = defaultdict(list)


def tells_with(model: type[Model]) -> Callable[[Teller], Teller]:
    """Register what a later room keeps beside a record of this kind, for who asks what the house knows about them."""

    def register(teller: Teller) -> Teller:
        _tellers[model].append(teller)
        return teller

    return register


def known_beside(record: Model) -> dict[str, list[dict[str, Any]]]:
    """Everything later rooms keep beside this record, by kind of thing."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for teller in _tellers[type(record)]:
        for known in teller(record):
            found[known.kind].append(dict(known.facts))
    return dict(found)
