"""Where in the neighbourhood: the outlines of the house's neighbourhoods, with a mark where five people spoke up."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from wijkhuis.base.geo.shapes import Outline, box_of, corners
from wijkhuis.house.directory.rules.picture import LETTER, WIDTH, label_place, sheet_of
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.loop.signals.queries.telling import Line

MARGIN = 0.04


@dataclass(frozen=True)
class Area:
    """A neighbourhood on the drawing; label: from the left, from the top."""

    name: str
    path: str
    is_marked: bool
    label: tuple[int, int] | None


@dataclass(frozen=True)
class Drawing:
    """The neighbourhoods of one house."""

    height: int
    areas: Sequence[Area]
    width: int = WIDTH


def places_of(house: House) -> tuple[list[Neighbourhood], dict[Hashable, Outline]]:
    """The neighbourhoods of a house by name, and where they lie as far as that is known; one query."""
    found = list(house.neighbourhoods.select_related("outline").order_by("name", "pk"))
    return found, {hood.pk: hood.outline.shape for hood in found if hasattr(hood, "outline")}


def draw_places(lines: Sequence[Line], shapes: Mapping[Hashable, Outline]) -> Drawing | None:
    """The drawing of these lines; None as long as nobody knows where the neighbourhoods lie."""
    known = [line for line in lines if line.key in shapes]
    box = box_of(corner for line in known for corner in corners(shapes[line.key]))
    if box is None:
        return None
    sheet = sheet_of(box.widened(MARGIN))
    areas = []
    for line in known:
        x, y, width = label_place(shapes[line.key], sheet)
        has_room = len(line.name) * LETTER <= width * 1.3
        areas.append(Area(line.name, sheet.path(shapes[line.key]), line.is_marked, (x, y) if has_room else None))
    return Drawing(sheet.height, areas)
