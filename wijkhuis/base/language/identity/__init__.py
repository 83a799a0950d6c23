"""What in a text says who somebody is, and the same text with a neutral word in its place.

It finds much, not all: a human reads before anything goes on. Nothing here is a promise that nobody can be recognised.
"""

from collections.abc import Collection

from wijkhuis.base.language.identity.addresses import find_addresses
from wijkhuis.base.language.identity.dates import find_dates_beside, find_dates_of_birth
from wijkhuis.base.language.identity.known import find_known
from wijkhuis.base.language.identity.names import find_names
from wijkhuis.base.language.identity.neutral import MARKERS, put_neutral, shielded, without_markers
from wijkhuis.base.language.identity.numbers import find_numbers
from wijkhuis.base.language.identity.spans import Kind, Span, free_of, settle
from wijkhuis.base.language.words import ascii_digits

__all__ = ["MARKERS", "Kind", "Span", "find_identity", "without_identity", "without_markers"]

# What was put in place of a name can bring the words around it together, so that another name shows itself.
_ROUNDS = 5


def find_identity(text: str, *, known: Collection[str] = (), guessing: bool = True) -> list[Span]:
    """Places that say who somebody is: start and end in code points, in order, never overlapping; about a millisecond.

    `known` holds what is written about the person elsewhere (names, telephone, street); found however written.
    `guessing` also takes words that are only likely a name; without it fewer names, and far fewer words that are none.
    """
    digits = ascii_digits(text)
    found = shielded(text)
    shields = len(found)
    for look in (find_numbers, find_dates_of_birth, find_addresses):
        found += free_of(look(digits), found)
    names = free_of(find_names(text, taken=found, guessing=guessing), found)
    found += names
    found += free_of(find_dates_beside(digits, names), found)
    return settle([*found[shields:], *free_of(find_known(text, known=known), found[:shields])])


def without_identity(text: str, *, known: Collection[str] = ()) -> str:
    """The text with a neutral Dutch word in the place of everything that was found ("iemand", "[telefoonnummer]")."""
    for _round in range(_ROUNDS):
        spans = find_identity(text, known=known)
        if not spans:
            break
        text = put_neutral(text, spans)
    return text
