"""What is there, found from what somebody says, and how fresh it is."""

from wijkhuis.house.directory.queries.card import card_of, care_of
from wijkhuis.house.directory.queries.freshness import (
    AT_ONCE,
    addresses_of,
    answers_with_work,
    ask_first,
    asked_of,
    by_keeper,
    entries_to_ask,
    house_for,
    picture_of,
    said_to_be_gone,
    some_of,
    waiting_for,
)
from wijkhuis.house.directory.queries.likeness import nearly_called
from wijkhuis.house.directory.queries.search import (
    CLEARLY,
    ENOUGH,
    Found,
    search_by_kinds,
    search_entries,
    search_key_people,
    topics_asked,
    topics_of,
    warm_up,
)

__all__ = [
    "AT_ONCE",
    "CLEARLY",
    "ENOUGH",
    "Found",
    "addresses_of",
    "answers_with_work",
    "ask_first",
    "asked_of",
    "by_keeper",
    "card_of",
    "care_of",
    "entries_to_ask",
    "house_for",
    "nearly_called",
    "picture_of",
    "said_to_be_gone",
    "search_by_kinds",
    "search_entries",
    "search_key_people",
    "some_of",
    "topics_asked",
    "topics_of",
    "waiting_for",
    "warm_up",
]
