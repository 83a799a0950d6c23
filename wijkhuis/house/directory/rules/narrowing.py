"""What somebody wants to see of the map, as values and as a part of an address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from wijkhuis.base.geo.shapes import Box

# Degrees; smaller than this nobody can point at.
SMALLEST = 0.0005
# No choice is a choice too: with it an address says so itself, whatever a form beside it holds.
EVERYTHING = "alles=1"


@dataclass(frozen=True)
class Narrowing:
    """What to show; None and "" mean all of it."""

    kind: str = ""
    neighbourhood: int | None = None
    made_by: str = ""
    step_free: bool = False
    box: Box | None = None
    # Slug of the house a visitor came from.
    house: str = ""
    # Whether the picture stands first and large.
    is_large: bool = False

    def query(self, **other: str) -> str:
        """This choice as the part of an address after the question mark, with something else in it; never the words."""
        said = {
            "huis": self.house,
            "kind": self.kind,
            "buurt": str(self.neighbourhood or ""),
            "made_by": self.made_by,
            "drempelvrij": "on" if self.step_free else "",
            "vak": box_words(self.box) if self.box else "",
            "beeld": "kaart" if self.is_large else "",
        }
        return urlencode({name: value for name, value in (said | other).items() if value}, safe=",") or EVERYTHING

    @property
    def is_narrow(self) -> bool:
        """Whether anything but words was chosen."""
        return bool(self.kind or self.neighbourhood or self.made_by or self.step_free or self.box)


def read_box(words: str) -> Box | None:
    """A part of the map from four numbers with commas between them; None when it is none."""
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        return None
    if not (-180 <= west < east <= 180 and -85 <= south < north <= 85):
        return None
    return Box(west, south, east, north)


def box_words(box: Box) -> str:
    """A part of the map as four numbers, wide enough to see something."""
    x, y = max(0.0, SMALLEST - (box.east - box.west)) / 2, max(0.0, SMALLEST - (box.north - box.south)) / 2
    return f"{box.west - x:.5f},{box.south - y:.5f},{box.east + x:.5f},{box.north + y:.5f}"
