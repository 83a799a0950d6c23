"""Distances, outlines and boxes on the map. A point is (longitude, latitude) in degrees, as in GeoJSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, hypot, radians
from typing import Any

Point = tuple[float, float]
Ring = list[list[float]]
# Polygons, each a list of rings of which the first is the edge and the others are holes.
Outline = list[list[Ring]]

METRES_PER_DEGREE = 111_320
# Streets are not straight: what is walked is this much longer (Dutch towns).
DETOUR = 1.3
# An older person walks 4.5 kilometres in an hour.
METRES_PER_MINUTE = 75


@dataclass(frozen=True)
class Box:
    """A part of the map, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def widened(self, share: float) -> "Box":
        """A box with a margin on every side, as a share of its size."""
        x, y = (self.east - self.west) * share, (self.north - self.south) * share
        return Box(self.west - x, self.south - y, self.east + x, self.north + y)

    def touches(self, other: "Box") -> bool:
        """Whether two boxes share anything."""
        apart = self.east < other.west or other.east < self.west or self.north < other.south or other.north < self.south
        return not apart


def metres_between(one: Point, other: Point) -> float:
    """The straight line between two points, in metres; good within a city."""
    middle = radians((one[1] + other[1]) / 2)
    return METRES_PER_DEGREE * hypot((one[0] - other[0]) * cos(middle), one[1] - other[1])


def minutes_to_walk(metres: float) -> int:
    """How long an older person walks, in whole minutes and at least one."""
    return max(1, ceil(metres * DETOUR / METRES_PER_MINUTE))


def box_of(points: Iterable[Sequence[float]]) -> Box | None:
    """The smallest box around points; None when there are none."""
    known = list(points)
    if not known:
        return None
    across, up = [point[0] for point in known], [point[1] for point in known]
    return Box(min(across), min(up), max(across), max(up))


def corners(outline: Outline) -> list[list[float]]:
    """All corners of an outline."""
    return [corner for polygon in outline for ring in polygon for corner in ring]


def lies_in(point: Point, outline: Outline) -> bool:
    """Whether a point lies inside an outline and in none of its holes."""
    return any(sum(_in_ring(point, ring) for ring in polygon) % 2 for polygon in outline)


def _in_ring(point: Point, ring: Ring) -> bool:
    x, y = point
    inside = False
    for (x1, y1, *_), (x2, y2, *_) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def simplified(outline: Outline, *, metres: float) -> Outline:
    """An outline with fewer corners, nowhere further off than this; rings that become nothing are left out."""
    kept = [[ring for old in polygon if (ring := _simple_ring(old, metres))] for polygon in outline]
    return [polygon for polygon in kept if polygon]


def _simple_ring(ring: Ring, metres: float) -> Ring | None:
    points = [[round(float(x), 6), round(float(y), 6)] for x, y, *_ in ring]
    if len(points) < 4:
        return None
    far = max(range(len(points)), key=lambda index: metres_between(_pair(points[0]), _pair(points[index])))
    kept = _simple_line(points[: far + 1], metres)[:-1] + _simple_line(points[far:], metres)
    if kept[0] != kept[-1]:
        kept.append(kept[0])
    return kept if len(kept) >= 4 else None


def _simple_line(points: Ring, metres: float) -> Ring:
    """Douglas and Peucker, without calling itself: an outline may have a hundred thousand corners."""
    if len(points) < 3:
        return points
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        between = range(first + 1, last)
        if not between:
            continue
        far = max(between, key=lambda index: _off_line(points[index], points[first], points[last]))
        if _off_line(points[far], points[first], points[last]) > metres:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [points[index] for index in sorted(keep)]


def _off_line(point: list[float], start: list[float], end: list[float]) -> float:
    """How far a point is from a piece of line, in metres."""
    scale = cos(radians(point[1])) * METRES_PER_DEGREE
    x, y = (point[0] - start[0]) * scale, (point[1] - start[1]) * METRES_PER_DEGREE
    dx, dy = (end[0] - start[0]) * scale, (end[1] - start[1]) * METRES_PER_DEGREE
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (x * dx + y * dy) / length)) if length else 0.0
    return hypot(x - along * dx, y - along * dy)


def _pair(point: list[float]) -> Point:
    return point[0], point[1]


def outline_of(geometry: Any) -> Outline | None:
    """The outline in a GeoJSON Polygon or MultiPolygon; None when it is neither, or not in degrees."""
    if not isinstance(geometry, dict):
        return None
    shape = geometry.get("coordinates")
    polygons = [shape] if geometry.get("type") == "Polygon" else shape
    if geometry.get("type") not in ("Polygon", "MultiPolygon") or not isinstance(polygons, list):
        return None
    try:
        outline = [[[[float(x), float(y)] for x, y, *_ in ring] for ring in polygon] for polygon in polygons]
    except (TypeError, ValueError):
        return None
    good = all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in corners(outline))
    return outline if good and corners(outline) else None
