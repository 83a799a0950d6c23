"""Everything that changes the map."""

from wijkhuis.house.directory.actions.answering import (
    answer_by_link,
    answer_check,
    link_speaks,
    take_back_answer,
    tell_difference,
)
from wijkhuis.house.directory.actions.asking import (
    ask_keeper,
    ask_keepers_of_old_entries,
    find_check,
)
from wijkhuis.house.directory.actions.checking import finish_check, forget_keeper, set_keeper, verify_entry
from wijkhuis.house.directory.actions.choices import count_choice
from wijkhuis.house.directory.actions.entries import (
    add_entry,
    change_entry,
    remember_facts,
    retire_entry,
    return_entry,
)
from wijkhuis.house.directory.actions.forgetting import forget_old_answers
from wijkhuis.house.directory.actions.indexing import index_entries, index_key_people
from wijkhuis.house.directory.actions.key_people import (
    LONGEST_AGREEMENT_MONTHS,
    add_key_person,
    agree_again,
    change_key_person,
    give_slip,
    leave_list,
    remove_key_person,
    show_key_people,
    stay_on_list,
)
from wijkhuis.house.directory.actions.key_people_fading import ask_key_people_again, let_key_people_fade
from wijkhuis.house.directory.actions.locating import find_points, forget_point, look_again, take_neighbourhood
from wijkhuis.house.directory.actions.pointing import set_point
from wijkhuis.house.directory.actions.taking_up import let_go, take_up
from wijkhuis.house.directory.actions.undoing import forget_old_corrections, undo_correction

__all__ = [
    "LONGEST_AGREEMENT_MONTHS",
    "add_entry",
    "add_key_person",
    "agree_again",
    "answer_by_link",
    "answer_check",
    "ask_keeper",
    "ask_keepers_of_old_entries",
    "ask_key_people_again",
    "change_entry",
    "change_key_person",
    "count_choice",
    "find_check",
    "find_points",
    "finish_check",
    "forget_keeper",
    "forget_old_answers",
    "forget_old_corrections",
    "forget_point",
    "give_slip",
    "index_entries",
    "index_key_people",
    "leave_list",
    "let_go",
    "let_key_people_fade",
    "link_speaks",
    "look_again",
    "remember_facts",
    "remove_key_person",
    "retire_entry",
    "return_entry",
    "set_keeper",
    "set_point",
    "show_key_people",
    "stay_on_list",
    "take_back_answer",
    "take_neighbourhood",
    "take_up",
    "tell_difference",
    "undo_correction",
    "verify_entry",
]
