"""Everything that changes a signal, a theme or the group, each with `by`."""

from wijkhuis.loop.signals.actions.changing_rounds import call_off_round, change_round, remove_pair
from wijkhuis.loop.signals.actions.group import (
    compose_group,
    end_seat,
    end_seat_of_work,
    end_seats_of,
    give_seat,
    renew_seat,
)
from wijkhuis.loop.signals.actions.listening import stop_listening
from wijkhuis.loop.signals.actions.proposing import ask_to_look, propose_themes
from wijkhuis.loop.signals.actions.rounds import (
    add_pair,
    close_round,
    delete_note,
    find_pair,
    keep_signal_of_note,
    make_round,
    new_link,
    write_note,
)
from wijkhuis.loop.signals.actions.taking import (
    HoldsIdentity,
    Wording,
    give_signal,
    keep_signal,
    skip_signal,
    take_back_signal,
)
from wijkhuis.loop.signals.actions.themes import (
    close_theme,
    confirm_proposal,
    decide,
    decline_proposal,
    join_theme,
    leave_theme,
    make_theme,
    merge_themes,
    rename_theme,
    split_theme,
)
from wijkhuis.loop.signals.actions.undo import take_back_no, take_back_theme

__all__ = [
    "HoldsIdentity",
    "Wording",
    "add_pair",
    "ask_to_look",
    "call_off_round",
    "change_round",
    "close_round",
    "close_theme",
    "compose_group",
    "confirm_proposal",
    "decide",
    "decline_proposal",
    "delete_note",
    "end_seat",
    "end_seat_of_work",
    "end_seats_of",
    "find_pair",
    "give_seat",
    "give_signal",
    "join_theme",
    "keep_signal",
    "keep_signal_of_note",
    "leave_theme",
    "make_round",
    "make_theme",
    "merge_themes",
    "new_link",
    "propose_themes",
    "remove_pair",
    "rename_theme",
    "renew_seat",
    "skip_signal",
    "split_theme",
    "stop_listening",
    "take_back_no",
    "take_back_signal",
    "take_back_theme",
    "write_note",
]
