"""What lies close together, gathered by the database."""

from typing import Any

from django.db.models import Avg, Count, F, Max, Min, Q, QuerySet
from django.db.models.functions import Floor

from wijkhuis.base.geo.shapes import Box
from wijkhuis.house.directory.models import Entry, Location
from wijkhuis.house.directory.queries.narrowing import inside
from wijkhuis.house.directory.rules.picture import Group

# The grid the database gathers by, across and up; the drawing gathers what is then still too close.
CELLS = 28
HAS_POINT = Q(longitude__isnull=False, latitude__isnull=False)


def groups_in(entries: QuerySet[Entry], box: Box) -> list[Group]:
    """Entries and their further places in a part of the map, gathered per cell; one query."""
    there = inside(box) & HAS_POINT
    further = Location.objects.filter(there, entry__in=entries.order_by().values("pk"))
    rows = _gathered(entries.filter(there), box, "").union(_gathered(further, box, "entry__"), all=True)
    return [_group(*row) for row in rows]


def points_box(entries: QuerySet[Entry]) -> Box | None:
    """The part of the map where the entries are; None when none has a point."""
    ends = entries.filter(HAS_POINT).order_by().aggregate(
        west=Min("longitude"), south=Min("latitude"), east=Max("longitude"), north=Max("latitude")
    )  # fmt: skip
    return None if ends["west"] is None else Box(**ends).widened(0.08)


def _gathered(things: QuerySet[Any], box: Box, of: str) -> QuerySet[Any, Any]:
    """One row per cell of a grid; `of` leads from the thing to its entry."""
    across, up = (box.east - box.west) / CELLS, (box.north - box.south) / CELLS
    return (
        things.order_by()
        .annotate(column=Floor((F("longitude") - box.west) / across), row=Floor((F("latitude") - box.south) / up))
        .values("column", "row", f"{of}is_informal")
        .annotate(
            count=Count("pk"), first=Min(f"{of}pk"), name_=Min(f"{of}name"), kind_=Min(f"{of}kind"),
            opening_=Min(f"{of}opening"), x=Avg("longitude"), y=Avg("latitude"),
            west=Min("longitude"), south=Min("latitude"), east=Max("longitude"), north=Max("latitude"),
        )
        .values_list(
            f"{of}is_informal", "count", "first", "name_", "kind_", "opening_", "x", "y", "west", "south", "east",
            "north",
        )
    )  # fmt: skip


def _group(
    is_informal: bool, count: int, first: int, name: str, kind: str, opening: str, x: float, y: float, *sides: float
) -> Group:
    return Group(
        longitude=x,
        latitude=y,
        count=count,
        is_informal=is_informal,
        box=Box(*sides),
        first=first,
        name=name,
        kind=kind,
        opening=opening,
    )
