"""Everything that changes in the field."""

from wijkhuis.house.fieldwork.actions.assignments import (
    close_assignment,
    fill_in,
    forget_old_assignments,
    hand_over_assignment,
    make_assignment,
    stop_assignment,
)
from wijkhuis.house.fieldwork.actions.calls import (
    ask_call,
    close_call,
    close_old_calls,
    forget_tips_about,
    give_tip,
    remove_tip,
    tip_becomes_entry,
    tip_becomes_key_person,
)
from wijkhuis.house.fieldwork.actions.reviewing import (
    accept_all_right,
    accept_finding,
    finding_becomes_entry,
    take_back_acceptance,
)

__all__ = [
    "accept_all_right",
    "accept_finding",
    "ask_call",
    "close_assignment",
    "close_call",
    "close_old_calls",
    "fill_in",
    "finding_becomes_entry",
    "forget_old_assignments",
    "forget_tips_about",
    "give_tip",
    "hand_over_assignment",
    "make_assignment",
    "remove_tip",
    "stop_assignment",
    "take_back_acceptance",
    "tip_becomes_entry",
    "tip_becomes_key_person",
]
