"""A page as somebody reads it: its words with marks, and its picture with boxes."""

from dataclasses import dataclass

from wijkhuis.house.library.models import DocumentPage
from wijkhuis.house.library.pictures import Picture, picture_of
from wijkhuis.house.library.rules.marking import Pieces, Wanted, paragraphs_of

# Room around a marked word on a picture, in points.
MARGIN = 2


@dataclass(frozen=True)
class Box:
    """Where a marked word stands on the picture."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Leaf:
    """One page: paragraphs (is it a heading, pieces), the picture when there is one, and boxes on it."""

    paragraphs: list[tuple[bool, Pieces]]
    picture: Picture | None
    boxes: list[Box]


def leaf_of(page: DocumentPage, wanted: Wanted | None, *, size: str = "page") -> Leaf:
    """Everything to show of one page, its picture in one of the sizes of `pictures`."""
    picture = picture_of(page.document, page.number, size=size)
    return Leaf(
        paragraphs=paragraphs_of(page.words, wanted),
        picture=picture,
        boxes=_boxes(picture, wanted) if picture and wanted else [],
    )


def _boxes(picture: Picture, wanted: Wanted) -> list[Box]:
    return [
        Box(left - MARGIN, top - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)
        for word, left, top, width, height in picture.words
        if wanted.hits(word)
    ]
