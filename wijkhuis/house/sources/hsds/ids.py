"""Identifiers of the standard: an entry has its own, what belongs to it has one that follows from it."""

from functools import lru_cache
from uuid import UUID, uuid5

from wijkhuis.base.language.words import fold

# What all maps share: the same word has the same identifier in every city.
SHARED = UUID("5f1c3a52-6f0e-4f2b-9d7c-2b1f3f7a9e10")
OWN_PLACE = "place"


def part_id(uid: UUID | str, *words: object) -> str:
    """The identifier of a part of an entry, for ever the same: its phone, its second place, its third time."""
    return str(uuid5(UUID(str(uid)), ":".join(map(str, words))))


def place_id(uid: UUID | str, number: int | None) -> str:
    """The identifier of a place: of the entry itself (None), or a further one counted from 0."""
    return part_id(uid, OWN_PLACE if number is None else f"{OWN_PLACE}:{number}")


def offer_id(uid: UUID | str, number: int | None) -> str:
    """The identifier of a service at a place."""
    return part_id(place_id(uid, number), "service")


def named_id(name: str) -> str:
    """The identifier of an organisation of which the map knows only the name."""
    return str(uuid5(SHARED, f"organization:{fold(name)}"))


@lru_cache
def taxonomy_id(taxonomy: str) -> str:
    """The identifier of one of our lists of words."""
    return str(uuid5(SHARED, f"taxonomy:{taxonomy}"))


@lru_cache(maxsize=10_000)
def term_id(taxonomy: str, word: str) -> str:
    """The identifier of a word in one of our lists."""
    return part_id(taxonomy_id(taxonomy), word)
