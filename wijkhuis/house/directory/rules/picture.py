"""Drawing the map: from degrees to a sheet of paper, and what lies close together in one mark."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import cos, hypot, radians

from wijkhuis.base.geo.shapes import Box, Outline, Point, Ring

# The sheet: units from left to right, and the lowest and highest it may be as a share of that.
WIDTH = 1000
LOWEST, HIGHEST = 0.6, 1.1
# Marks of one kind that are nearer than this become one; marks of two kinds move apart.
# On a phone 124 units are 44 pixels, what a finger needs.
TOGETHER, APART, FROM_HOUSE = 124, 124, 62
# Marks stay on the sheet, and are pushed apart at most so often.
EDGE, TURNS = 36, 8
# Corners nearer than this are one corner.
CORNER = 3
# Degrees from one side to the other: nearer nobody needs to look.
SMALLEST = 0.0008
# About the width of a letter of a name, how far a name reaches up, and down with its number, and half a mark.
LETTER, NAME_ABOVE, NAME_BELOW, MARK = 17, 34, 56, 44
# Where a name may stand: shares of the height of its neighbourhood, the best ones first.
HEIGHTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.9)

Spot = tuple[float, float]


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

    def point(self, x: float, y: float) -> Point:
        """The point at a place on the sheet, the other way round."""
        across, up = self.box.east - self.box.west, self.box.north - self.box.south
        return self.box.west + x / WIDTH * across, self.box.north - y / self.height * up

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


def gathered(groups: Iterable[Group], sheet: Sheet, *, houses: Collection[Spot] = ()) -> list[tuple[int, int, Group]]:
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
    return _moved_apart(kept, houses, height=sheet.height)


def _touch(other: tuple[int, int, Group], x: int, y: int, group: Group) -> bool:
    return other[2].is_informal == group.is_informal and hypot(other[0] - x, other[1] - y) < TOGETHER


def _moved_apart(
    marks: list[tuple[int, int, Group]], houses: Collection[Spot], *, height: int
) -> list[tuple[int, int, Group]]:
    """Marks a little further from one another and from houses where they would hide one; formal to the left."""
    spots = [(x + (0.5 if group.is_informal else -0.5), float(y)) for x, y, group in marks]
    for _turn in range(TURNS):
        before = spots[:]
        for at in range(len(spots)):
            for other in range(at):
                spots[at], spots[other] = _pushed(spots[at], spots[other], APART, share=0.5)
            for house in houses:
                spots[at], _house = _pushed(spots[at], house, FROM_HOUSE, share=1)
        if spots == before:
            break
    held = [(round(min(max(x, EDGE), WIDTH - EDGE)), round(min(max(y, EDGE), height - EDGE))) for x, y in spots]
    return [(*spot, group) for spot, (_x, _y, group) in zip(held, marks, strict=True)]


def _pushed(one: Spot, other: Spot, apart: float, *, share: float) -> tuple[Spot, Spot]:
    """Two places that are at least so far from one another; `share` is the part that the first of them goes."""
    across, up = one[0] - other[0], one[1] - other[1]
    near = hypot(across, up)
    if near >= apart:
        return one, other
    across, up = (across / near, up / near) if near else (1.0, 0.0)
    gone, back = (apart - near) * share, (apart - near) * (1 - share)
    return (one[0] + across * gone, one[1] + up * gone), (other[0] - across * back, other[1] - up * back)


def label_place(
    outline: Outline, sheet: Sheet, *, letters: int = 0, marks: Collection[tuple[int, int]] = ()
) -> tuple[int, int, int]:
    """Where the name of a neighbourhood may stand, and how wide it may be: inside the edge, free of marks if it can."""
    edge = max((polygon[0] for polygon in outline), key=len)
    spots = [sheet.place(x, y) for x, y, *_ in edge]
    half = letters * LETTER / 2
    found = [
        (-_hidden(x, y, half, marks), width > 2 * half, width - beside, x, y, width)
        for x, y, width, beside in _inside(spots, half)
    ]
    return max(found)[3:] if found else (0, 0, 0)


def _inside(spots: list[tuple[int, int]], half: float) -> Iterable[tuple[int, int, int, float]]:
    """Places within an edge, how much room there is around each, and how far each is from the middle."""
    top, bottom = min(y for _x, y in spots), max(y for _x, y in spots)
    for share in HEIGHTS:
        y = round(top + (bottom - top) * share)
        crossings = sorted(_crossings(spots, y + 0.5))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            room, middle = right - left, (left + right) / 2
            aside = max(room / 2 - half, 0) * 0.9
            away = abs(share - 0.5) * (bottom - top)
            yield from (
                (round(middle + way * aside), y, round(room), away + abs(way * aside)) for way in (0, -1, -0.5, 0.5, 1)
            )


def _hidden(x: int, y: int, half: float, marks: Collection[tuple[int, int]]) -> int:
    """How many marks a name at this place would lie under, with its number below it."""
    return sum(abs(a - x) < half + MARK and -NAME_ABOVE - MARK < b - y < NAME_BELOW + MARK for a, b in marks)


def _crossings(spots: list[tuple[int, int]], y: float) -> Iterable[float]:
    for (x1, y1), (x2, y2) in zip(spots, [*spots[1:], spots[0]], strict=True):
        if (y1 > y) != (y2 > y):
            yield x1 + (y - y1) / (y2 - y1) * (x2 - x1)
