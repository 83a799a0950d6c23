"""Everything that changes the map."""

from wijkhuis.house.directory.actions.entries import add_entry, change_entry, retire_entry, return_entry
from wijkhuis.house.directory.actions.indexing import index_entries, index_key_people
from wijkhuis.house.directory.actions.key_people import (
    LONGEST_AGREEMENT_MONTHS,
    add_key_person,
    agree_again,
    give_slip,
    leave_list,
    remove_key_person,
    show_key_people,
    stay_on_list,
)
from wijkhuis.house.directory.actions.key_people_fading import ask_key_people_again, let_key_people_fade
from wijkhuis.house.directory.actions.locating import find_points, look_again, take_neighbourhood

__all__ = [
    "LONGEST_AGREEMENT_MONTHS",
    "add_entry",
    "add_key_person",
    "agree_again",
    "ask_key_people_again",
    "change_entry",
    "find_points",
    "give_slip",
    "index_entries",
    "index_key_people",
    "leave_list",
    "let_key_people_fade",
    "look_again",
    "remove_key_person",
    "retire_entry",
    "return_entry",
    "show_key_people",
    "stay_on_list",
    "take_neighbourhood",
]
