"""What came of what: an earlier page shows what later rooms hang beside a record, without knowing those rooms."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.db.models import Model
from django.http import HttpRequest


class Place(Enum):
    """Which page asks: what a colleague may see is not what a resident sees."""

    RECORD = "record"  # the page of staff about one record
    MINE = "mine"  # the resident's own page, without an account
    THEME = "theme"  # the page of a theme, within the signal group
    PUBLIC = "public"  # a page everybody reads


@dataclass(frozen=True)
class Part:
    """A piece of a page: a template of the later room, and what it shows."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


Maker = Callable[[Any, HttpRequest], Iterable[Part]]
_makers: dict[tuple[type[Model], Place], list[Maker]] = defaultdict(list)


def leads_to(model: type[Model], *, place: Place) -> Callable[[Maker], Maker]:
    """Register what may come of a record of this kind on this kind of page; at most two queries each."""

    def register(maker: Maker) -> Maker:
        _makers[model, place].append(maker)
        return maker

    return register


def trail_of(record: Model, *, place: Place, request: HttpRequest) -> list[Part]:
    """Everything that came of a record and may be shown on this page, in the order of the rooms."""
    return [part for maker in _makers[type(record), place] for part in maker(record, request)]
