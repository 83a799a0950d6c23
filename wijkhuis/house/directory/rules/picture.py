"""Drawing the map: from degrees to a sheet of paper, and what lies close together in one mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, hypot, radians

from wijkhuis.base.geo.shapes import Box, Outline, Ring

# The sheet: units from left to right, and the lowest and highest it may be as a share of that.
WIDTH = 1000
LOWEST, HIGHEST = 0.6, 1.1
# Marks of one kind that are nearer than this become one; marks of two kinds move apart.
TOGETHER, APART = 90, 62
# Corners nearer than this are one corner.
CORNER = 3
# Degrees from one side to the other: nearer nobody needs to look.
SMALLEST = 0.0008
# About the width of one letter of a name on the sheet.
LETTER = 17


@dataclass(frozen=True)
class Group:
    """Things close together that are all formal or all informal; the first one, to name it when it is alone."""

    longitude: float
    latitude: float
    count: int
    is_informal: bool
    box: Box
    first: int
    name: str = ""
    kind: str = ""
    opening: str = ""

    def joined(self, other: "Group") -> "Group":
        """Two groups as one, in the middle of all."""
        count = self.count + other.count
        return Group(
            longitude=(self.longitude * self.count + other.longitude * other.count) / count,
            latitude=(self.latitude * self.count + other.latitude * other.count) / count,
            count=count,
            is_informal=self.is_informal,
            box=Box(
                min(self.box.west, other.box.west),
                min(self.box.south, other.box.south),
                max(self.box.east, other.box.east),
                max(self.box.north, other.box.north),
            ),
            first=min(self.first, other.first),
        )


@dataclass(frozen=True)
class Sheet:
    """A part of the map on a sheet of paper."""

    box: Box
    height: int

    def place(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a point comes on the sheet: from the left and from the top."""
        x = (longitude - self.box.west) / (self.box.east - self.box.west) * WIDTH
        y = (self.box.north - latitude) / (self.box.north - self.box.south) * self.height
        return round(x), round(y)

    def path(self, outline: Outline) -> str:
        """An outline as the path of an SVG, without corners nobody sees."""
        return "".join(self._ring(ring) for polygon in outline for ring in polygon)

    def _ring(self, ring: Ring) -> str:
        kept: list[tuple[int, int]] = []
        for x, y, *_ in ring:
            spot = self.place(x, y)
            if not kept or hypot(spot[0] - kept[-1][0], spot[1] - kept[-1][1]) >= CORNER:
                kept.append(spot)
        return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z" if len(kept) > 2 else ""


def sheet_of(box: Box) -> Sheet:
    """A sheet that holds a part of the map, wider or higher than that when its shape asks for it."""
    middle = (box.south + box.north) / 2
    scale = cos(radians(middle))
    across, up = max((box.east - box.west) * scale, SMALLEST), max(box.north - box.south, SMALLEST)
    across, up = max(across, up / HIGHEST), max(up, across * LOWEST)
    x, y, centre = across / scale / 2, up / 2, (box.west + box.east) / 2
    return Sheet(Box(centre - x, middle - y, centre + x, middle + y), round(WIDTH * up / across))


def gathered(groups: Iterable[Group], sheet: Sheet) -> list[tuple[int, int, Group]]:
    """Groups with their place on the sheet, the large first; what is too close together is one group."""
    kept: list[tuple[int, int, Group]] = []
    for group in sorted(groups, key=lambda one: (-one.count, one.first)):
        x, y = sheet.place(group.longitude, group.latitude)
        near = next((index for index, other in enumerate(kept) if _touch(other, x, y, group)), None)
        if near is None:
            kept.append((x, y, group))
        else:
            one = kept[near][2].joined(group)
            kept[near] = (*sheet.place(one.longitude, one.latitude), one)
    return _moved_apart(kept)


def _touch(other: tuple[int, int, Group], x: int, y: int, group: Group) -> bool:
    return other[2].is_informal == group.is_informal and hypot(other[0] - x, other[1] - y) < TOGETHER


def _moved_apart(marks: list[tuple[int, int, Group]]) -> list[tuple[int, int, Group]]:
    """Formal a little to the left and informal to the right where they would hide one another."""
    moved = []
    for x, y, group in marks:
        others = ((a, b) for a, b, other in marks if other.is_informal != group.is_informal)
        near = min((abs(a - x) for a, b in others if hypot(a - x, b - y) < APART), default=None)
        side = 0 if near is None else (APART - near) // 2 + 1
        x = x + side if group.is_informal else x - side
        moved.append((min(max(x, 30), WIDTH - 30), y, group))
    return moved


def label_place(outline: Outline, sheet: Sheet) -> tuple[int, int, int]:
    """Where the name of a neighbourhood may stand, and how wide it may be: halfway its height, inside the edge."""
    edge = max((polygon[0] for polygon in outline), key=len)
    spots = [sheet.place(x, y) for x, y, *_ in edge]
    top, bottom = min(y for _x, y in spots), max(y for _x, y in spots)
    best = (0, 0, 0)
    for share in (0.5, 0.38, 0.62, 0.27, 0.73, 0.85, 0.15):
        y = round(top + (bottom - top) * share)
        crossings = sorted(_crossings(spots, y + 0.5))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            if right - left > best[2] * 1.15:
                best = (round((left + right) / 2), y, round(right - left))
    return best


def _crossings(spots: list[tuple[int, int]], y: float) -> Iterable[float]:
    for (x1, y1), (x2, y2) in zip(spots, [*spots[1:], spots[0]], strict=True):
        if (y1 > y) != (y2 > y):
            yield x1 + (y - y1) / (y2 - y1) * (x2 - x1)
