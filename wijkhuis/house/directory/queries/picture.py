"""The picture of the map: outlines, water, houses and marks, in four queries whatever the amount."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkhuis.base.geo.shapes import Box, Outline, box_of, corners
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries.groups import groups_in, points_box
from wijkhuis.house.directory.queries.narrowing import narrow
from wijkhuis.house.directory.rules.narrowing import Narrowing, box_words
from wijkhuis.house.directory.rules.picture import LETTER, WIDTH, Group, Sheet, gathered, label_place, sheet_of
from wijkhuis.house.neighbourhood.models import Neighbourhood, Place, Water
from wijkhuis.house.neighbourhood.queries import houses_to_visit

# With more neighbourhoods than this nobody wants to walk through all of them by keyboard.
MOST_STOPS = 40
# What is no neighbourhood but lies on the same ground.
WATER, HOUSE = 0, -1
# Around one address: about a kilometre and a half to both sides, in degrees.
NEAR = (0.016, 0.0095)


@dataclass(frozen=True)
class Mark:
    """Something on the sheet that can be pointed at: one thing, or several close together."""

    x: int
    y: int
    count: int
    is_informal: bool
    words: str
    url: str
    longitude: float
    latitude: float
    name: str = ""
    kind: str = ""
    when: str = ""


@dataclass(frozen=True)
class Area:
    """A neighbourhood on the sheet."""

    pk: int
    name: str
    count: int
    path: str
    words: str
    url: str
    is_chosen: bool
    label: tuple[int, int] | None
    has_name: bool


@dataclass(frozen=True)
class Picture:
    """All that is drawn."""

    sheet: Sheet
    areas: list[Area] = field(default_factory=list)
    waters: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    houses: list[tuple[int, int, str]] = field(default_factory=list)
    # Where to see all of it again; empty when this is all of it.
    whole_url: str = ""
    width: int = WIDTH

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return not (self.areas or self.marks)

    @property
    def box_words(self) -> str:
        """The part of the map that is drawn, as four numbers."""
        return box_words(self.sheet.box)

    @property
    def areas_are_stops(self) -> bool:
        """Whether one walks through the neighbourhoods by keyboard; otherwise one chooses from the list above."""
        return len(self.areas) <= MOST_STOPS


@dataclass(frozen=True)
class Ground:
    """What lies under the marks: neighbourhoods, where they lie as far as that is known, water, places of houses."""

    names: dict[int, str]
    shapes: dict[int, Outline]
    waters: list[Outline]
    houses: list[Place]


def ground_of_city(*, on: date) -> Ground:
    """All neighbourhoods, waters and houses of the city on a day; one query."""
    hoods = Neighbourhood.objects.order_by().values_list("pk", "name", "outline__shape")
    waters = Water.objects.order_by().values_list(Value(WATER), "name", "shape")
    place = JSONObject(house_id="house_id", longitude="longitude", latitude="latitude", is_main="is_main")
    located = Place.objects.filter(latitude__isnull=False, longitude__isnull=False)
    known = located.filter(house__in=houses_to_visit(on=on)).order_by()
    rows = list(hoods.union(waters, known.values_list(Value(HOUSE), "name", place), all=True))
    return Ground(
        names={pk: name for pk, name, _shape in rows if pk > 0},
        shapes={pk: shape for pk, _name, shape in rows if pk > 0 and shape},
        waters=[shape for pk, _name, shape in rows if pk == WATER],
        houses=[Place(name=name, **told) for pk, name, told in rows if pk == HOUSE],
    )


def draw(entries: QuerySet[Entry], asked: Narrowing, *, ground: Ground) -> Picture:
    """The picture of these entries (all that somebody may see) as somebody wants to see them; two more queries."""
    shapes = ground.shapes
    anywhere = narrow(entries, replace(asked, box=None))
    box = asked.box or _box_of_choice(asked, shapes) or _box_of_all(shapes) or points_box(anywhere)
    if box is None:
        return Picture(sheet_of(Box(4, 52, 4.01, 52.01)))
    sheet = sheet_of(box)
    counts = _counts(narrow(entries, replace(asked, box=None, neighbourhood=None)))
    seen = sorted((pk for pk in shapes if _is_on(sheet, shapes[pk])), key=lambda pk: ground.names[pk])
    houses = _houses(ground.houses, sheet)
    groups = gathered(groups_in(anywhere, sheet.box), sheet, houses=[(x, y) for x, y, _name in houses])
    marks = [_mark(x, y, group, asked) for x, y, group in groups]
    spots = [(mark.x, mark.y) for mark in marks]
    return Picture(
        sheet=sheet,
        areas=[_area(pk, ground.names[pk], shapes[pk], counts.get(pk, 0), asked, sheet, spots) for pk in seen],
        waters=[sheet.path(shape) for shape in ground.waters if _is_on(sheet, shape)],
        marks=marks,
        houses=houses,
        whole_url=_here(replace(asked, box=None, neighbourhood=None)) if asked.box or asked.neighbourhood else "",
    )


def draw_around(entry: Entry, *, ground: Ground) -> Picture | None:
    """A small picture of where one entry is, without links; None as long as nobody knows."""
    if entry.point is None:
        return None
    (x, y), (across, up) = entry.point, NEAR
    sheet = sheet_of(Box(x - across, y - up, x + across, y + up))
    seen = {pk: shape for pk, shape in ground.shapes.items() if _is_on(sheet, shape)}
    spot = sheet.place(x, y)
    areas = [_area(pk, ground.names[pk], shape, 0, Narrowing(), sheet, [spot]) for pk, shape in seen.items()]
    box = Box(x, y, x, y)
    alone = Group(x, y, 1, entry.is_informal, box, entry.pk, entry.name, entry.kind, entry.opening)
    marks = [_mark(*spot, alone, Narrowing())]
    waters = [sheet.path(shape) for shape in ground.waters if _is_on(sheet, shape)]
    return Picture(sheet, areas=areas, waters=waters, marks=marks, houses=_houses(ground.houses, sheet))


def draw_ground(entry: Entry, *, ground: Ground, is_whole: bool) -> Picture | None:
    """What to point at, without marks: the neighbourhood of an entry, or the whole city; None without outlines."""
    shape = None if is_whole else ground.shapes.get(entry.neighbourhood_id or entry.lies_in_id or 0)
    near = box_of(corners(shape)) if shape else None
    box = near.widened(0.12) if near else _box_of_all(ground.shapes)
    if box is None:
        return None
    sheet = sheet_of(box)
    seen = {pk: shape for pk, shape in ground.shapes.items() if _is_on(sheet, shape)}
    houses = _houses(ground.houses, sheet)
    spots = [(x, y) for x, y, _name in houses]
    areas = [_area(pk, ground.names[pk], shape, 0, Narrowing(), sheet, spots) for pk, shape in seen.items()]
    waters = [sheet.path(shape) for shape in ground.waters if _is_on(sheet, shape)]
    return Picture(sheet, areas=areas, waters=waters, houses=houses)


def _box_of_choice(asked: Narrowing, shapes: dict[int, Outline]) -> Box | None:
    shape = shapes.get(asked.neighbourhood or 0)
    box = box_of(corners(shape)) if shape else None
    return box.widened(0.12) if box else None


def _box_of_all(shapes: dict[int, Outline]) -> Box | None:
    box = box_of([corner for shape in shapes.values() for corner in corners(shape)])
    return box.widened(0.02) if box else None


def _is_on(sheet: Sheet, shape: Outline) -> bool:
    box = box_of(corners(shape))
    return box is not None and box.touches(sheet.box)


def _counts(entries: QuerySet[Entry]) -> dict[int, int]:
    """How many there are per neighbourhood, by what they are for or else by where they are."""
    place = Coalesce("neighbourhood_id", "lies_in_id")
    rows = entries.order_by().values(place=place).annotate(count=Count("pk")).values_list("place", "count")
    return {place: count for place, count in rows if place}


def _area(
    pk: int, name: str, shape: Outline, count: int, asked: Narrowing, sheet: Sheet, marks: list[tuple[int, int]]
) -> Area:
    x, y, width = label_place(shape, sheet, letters=len(name), marks=marks)
    has_name = width > len(name) * LETTER
    return Area(
        pk=pk,
        name=name,
        count=count,
        path=sheet.path(shape),
        words=_("%(place)s: %(count)d on the map") % {"place": name, "count": count},
        url=_here(replace(asked, neighbourhood=pk, box=None)),
        is_chosen=asked.neighbourhood == pk,
        label=(x, y) if width > 60 and 0 < x < WIDTH and 0 < y < sheet.height else None,
        has_name=has_name,
    )


def _mark(x: int, y: int, group: Group, asked: Narrowing) -> Mark:
    alone = group.count == 1
    kind = str(Entry.Kind(group.kind).label) if alone else ""
    url = reverse("directory:entry", args=[group.first]) + (f"?huis={asked.house}" if asked.house else "")
    return Mark(
        x=x,
        y=y,
        count=group.count,
        is_informal=group.is_informal,
        words=_words(group, kind),
        url=url if alone else _here(asked, vak=box_words(group.box.widened(0.1))),
        longitude=round(group.longitude, 6),
        latitude=round(group.latitude, 6),
        name=group.name,
        kind=kind,
        when=group.opening,
    )


def _words(group: Group, kind: str) -> str:
    if group.count == 1:
        by = _("by residents") if group.is_informal else _("by an organisation")
        return f"{group.name}, {kind}, {by}"
    if group.is_informal:
        return _("%(count)d things by residents, close together") % {"count": group.count}
    return _("%(count)d things by organisations, close together") % {"count": group.count}


def _houses(places: Iterable[Place], sheet: Sheet) -> list[tuple[int, int, str]]:
    known = [(sheet.place(*place.point), place.name) for place in places if place.point]
    return [(x, y, name) for (x, y), name in known if 0 <= x <= WIDTH and 0 <= y <= sheet.height]


def _here(asked: Narrowing, **other: str) -> str:
    return f"{reverse('directory:entries')}?{asked.query(**other)}"


def as_geojson(picture: Picture, *, with_areas: dict[int, Any]) -> dict[str, Any]:
    """The same marks for a map with streets below it, and the outlines of neighbourhoods when asked for."""
    marks = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [mark.longitude, mark.latitude]},
            "properties": {
                "count": mark.count, "informal": mark.is_informal, "words": mark.words, "url": mark.url,
                **({"name": mark.name, "kind": mark.kind, "when": mark.when} if mark.count == 1 else {}),
            },
        }
        for mark in picture.marks
    ]  # fmt: skip
    areas = [
        {
            "type": "Feature",
            "geometry": {"type": "MultiPolygon", "coordinates": with_areas[area.pk]},
            "properties": {"words": area.words, "url": area.url},
        }
        for area in picture.areas
        if area.pk in with_areas
    ]
    return {"type": "FeatureCollection", "features": [*areas, *marks]}
