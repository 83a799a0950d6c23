"""What came of what: an earlier page shows what later rooms hang beside a record, without knowing those rooms."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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
MakerOfMany = Callable[[Sequence[Any], HttpRequest], Mapping[Any, Iterable[Part]]]
_makers: dict[tuple[type[Model], Place], list[Maker]] = defaultdict(list)
_makers_of_many: dict[tuple[type[Model], Place], list[MakerOfMany]] = defaultdict(list)


def leads_to(model: type[Model], *, place: Place) -> Callable[[Maker], Maker]:
    """Register what may come of a record of this kind on this kind of page; at most two queries each."""

    def register(maker: Maker) -> Maker:
        _makers[model, place].append(maker)
        return maker

    return register


def each_leads_to(model: type[Model], *, place: Place) -> Callable[[MakerOfMany], MakerOfMany]:
    """Register the same for many records at once, on a page that lists them: the parts of each by its key.

    At most two queries, however many records there are.
    """

    def register(maker: MakerOfMany) -> MakerOfMany:
        _makers_of_many[model, place].append(maker)
        return maker

    return register


def trail_of(record: Model, *, place: Place, request: HttpRequest) -> list[Part]:
    """Everything that came of a record and may be shown on this page, in the order of the rooms."""
    return trails_of([record], place=place, request=request)[record.pk]


def trails_of(records: Sequence[Model], *, place: Place, request: HttpRequest) -> dict[Any, list[Part]]:
    """Everything that came of each of these records of one kind, by its key."""
    found: dict[Any, list[Part]] = {record.pk: [] for record in records}
    if not records:
        return found
    kind = type(records[0])
    for record in records:
        found[record.pk] += [part for maker in _makers[kind, place] for part in maker(record, request)]
    for maker_of_many in _makers_of_many[kind, place]:
        for key, parts in maker_of_many(records, request).items():
            found[key] += parts
    return found
