"""Everything that changes the map."""

from wijkhuis.house.directory.actions.entries import add_entry, change_entry, retire_entry, return_entry
from wijkhuis.house.directory.actions.indexing import index_entries, index_key_people
from wijkhuis.house.directory.actions.key_people import (
    LONGEST_AGREEMENT_MONTHS,
    add_key_person,
    remove_key_person,
    show_key_people,
)
from wijkhuis.house.directory.actions.locating import find_points, look_again, take_neighbourhood

__all__ = [
    "LONGEST_AGREEMENT_MONTHS",
    "add_entry",
    "add_key_person",
    "change_entry",
    "find_points",
    "index_entries",
    "index_key_people",
    "look_again",
    "remove_key_person",
    "retire_entry",
    "return_entry",
    "show_key_people",
    "take_neighbourhood",
]
