"""Everything that changes what sources say."""

from wijkhuis.house.sources.actions.importing import import_directory
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
    "columns_to_match",
    "import_directory",
    "match_columns",
    "read_one",
    "stop_reading",
    "take_in",
]
