"""Everything that changes what sources say."""

from wijkhuis.house.sources.actions.corrections import keep_ours, take_over
from wijkhuis.house.sources.actions.exchange import import_hsds
from wijkhuis.house.sources.actions.importing import import_directory
from wijkhuis.house.sources.actions.keeping_sources import change_source
from wijkhuis.house.sources.actions.merging import merge_entries, undo_merge
from wijkhuis.house.sources.actions.pairing import propose_pairs, tell_apart
from wijkhuis.house.sources.actions.readings import (
    ask_reading,
    ask_reading_now,
    can_be_read,
    columns_to_match,
    match_columns,
    read_one,
    stop_reading,
)
from wijkhuis.house.sources.actions.taking_in import take_in

__all__ = [
    "ask_reading",
    "ask_reading_now",
    "can_be_read",
    "change_source",
    "columns_to_match",
    "import_directory",
    "import_hsds",
    "keep_ours",
    "match_columns",
    "merge_entries",
    "propose_pairs",
    "read_one",
    "stop_reading",
    "take_in",
    "take_over",
    "tell_apart",
    "undo_merge",
]
