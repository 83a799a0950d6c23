"""Where in a text something stands that says who somebody is."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What was found."""

    NAME = "NAME"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    IBAN = "IBAN"
    BSN = "BSN"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    LICENSE_PLATE = "LICENSE_PLATE"
    ADDRESS = "ADDRESS"


class Span(NamedTuple):
    """A place in a text: from start up to and not including end, counted in code points."""

    start: int
    end: int
    type: Kind

    def meets(self, other: "Span") -> bool:
        """Whether the two share a letter."""
        return self.start < other.end and other.start < self.end


def free_of(spans: Iterable[Span], taken: list[Span]) -> list[Span]:
    """The spans that share no letter with those already taken."""
    return [span for span in spans if not any(span.meets(other) for other in taken)]


def settle(spans: Iterable[Span]) -> list[Span]:
    """The same places in order, none overlapping: what overlaps becomes one, of the kind of its longest part."""
    settled: list[Span] = []
    widths: list[int] = []
    for span in sorted(spans):
        width = span.end - span.start
        if width <= 0:
            continue
        if not settled or span.start >= settled[-1].end:
            settled.append(span)
            widths.append(width)
            continue
        last = settled[-1]
        kind = span.type if width > widths[-1] else last.type
        settled[-1] = Span(last.start, max(last.end, span.end), kind)
        widths[-1] = max(widths[-1], width)
    return settled
