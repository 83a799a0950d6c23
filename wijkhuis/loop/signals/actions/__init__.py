"""Everything that changes a signal, a theme or the group, each with `by`."""

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

__all__ = [
    "close_theme",
    "confirm_proposal",
    "decide",
    "decline_proposal",
    "join_theme",
    "leave_theme",
    "make_theme",
    "merge_themes",
    "rename_theme",
    "split_theme",
]
