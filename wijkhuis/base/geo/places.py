"""What a geocoder tells."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where an address is. Degrees in WGS 84; every word may be missing."""

    latitude: float
    longitude: float
    postcode: str = ""
    town: str = ""
    province: str = ""
    # Number of the address in the national register (nummeraanduiding), 16 digits.
    bag_id: str = ""
    # CBS code of the neighbourhood, such as BU03634000.
    neighbourhood_code: str = ""
    words: str = ""


@dataclass(frozen=True)
class Answer:
    """A place or nothing; was_heard says whether anybody answered, so that silence is not taken for nothing there."""

    place: Place | None = None
    was_heard: bool = False


@dataclass(frozen=True)
class Suggestion:
    """An address as the geocoder writes it, and how it knows it."""

    id: str
    words: str


NOT_HEARD = Answer()


def asked_for(address: str, postcode: str, town: str) -> str:
    """An address as one line, to know whether this very address was asked for before; empty without an address."""
    parts = (address.strip(), postcode.replace(" ", "").upper(), town.strip())
    return ", ".join(part for part in parts if part) if parts[0] else ""
