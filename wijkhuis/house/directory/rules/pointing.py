"""Pointing at a place by hand: a tap on the drawing, or two numbers of another map."""

import re

from wijkhuis.base.geo.shapes import Box, Point

# The drawing is always so wide on the page, for a tap tells pixels.
TAP_WIDTH = 320
COUNTRY = Box(3.2, 50.7, 7.3, 53.7)

_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{1,20})?")


def is_in_the_country(longitude: float, latitude: float) -> bool:
    """Whether a point lies in the Netherlands or just outside."""
    return COUNTRY.west <= longitude <= COUNTRY.east and COUNTRY.south <= latitude <= COUNTRY.north


def read_point(words: str) -> Point | None:
    """The point in two numbers as maps on the internet give them, north first; None when it is none of our country."""
    numbers = [float(number) for number in _NUMBER.findall(words)]
    if len(numbers) != 2:
        return None
    latitude, longitude = max(numbers), min(numbers)
    return (longitude, latitude) if is_in_the_country(longitude, latitude) else None


def read_tap(x: str, y: str) -> tuple[int, int] | None:
    """Where somebody tapped, in pixels; None for no tap, and for a key: that tells the corner."""
    if not (x.isascii() and x.isdigit() and y.isascii() and y.isdigit()) or max(len(x), len(y)) > 4:
        return None
    spot = int(x), int(y)
    return spot if spot != (0, 0) else None
