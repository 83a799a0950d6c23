"""What the map is made of."""

from wijkhuis.house.directory.models.details import HouseNote, Location, OpeningTime
from wijkhuis.house.directory.models.entries import Entry, Located
from wijkhuis.house.directory.models.freshness import Check, Correction, LinksSaid, Outcome, Verification
from wijkhuis.house.directory.models.key_people import KeyPerson
from wijkhuis.house.directory.models.words import Choice, Meaning

__all__ = [
    "Check",
    "Choice",
    "Correction",
    "Entry",
    "HouseNote",
    "KeyPerson",
    "LinksSaid",
    "Located",
    "Location",
    "Meaning",
    "OpeningTime",
    "Outcome",
    "Verification",
]
