"""A page of a list, as the standard writes it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

Thing = dict[str, Any]


@dataclass(frozen=True)
class Listing:
    """A list that can be counted, cut and streamed."""

    count: Callable[[], int]
    # From and until (not included), counted from 0.
    part: Callable[[int, int], list[Thing]]
    stream: Callable[[], Iterator[Thing]]


def listing_of(things: list[Thing]) -> Listing:
    """A list that is short enough to hold."""
    return Listing(lambda: len(things), lambda start, stop: things[start:stop], lambda: iter(things))


def write_page(listing: Listing, *, page: int, size: int) -> Thing:
    """One page with its place among the others; `size` in the answer is how many there are on this page."""
    total = listing.count()
    start = (page - 1) * size
    contents = listing.part(start, start + size) if start < total else []
    return {
        "total_items": total,
        "total_pages": ceil(total / size),
        "page_number": page,
        "size": len(contents),
        "first_page": page == 1,
        "last_page": start + size >= total,
        "empty": not contents,
        "contents": contents,
    }
