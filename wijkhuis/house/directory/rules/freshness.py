"""How long what we know of an entry holds, and what an old entry is worth."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from wijkhuis.base.clock import add_months

OLD_AFTER_MONTHS = 6
INACTIVE_AFTER_MONTHS = 12
ASK_AGAIN_AFTER_DAYS = 30
# Nobody gets more of our questions than this in one day.
MOST_ASKED_A_DAY = 3
# An answer can be taken back this long.
REGRET_DAYS = 14
# Programs that look through a mailbox open links as soon as a message comes, most of them within these minutes.
LINKS_WAIT = timedelta(minutes=10)

# In the search: whole until half a year, then slowly down to this after a year. Old is still better than nothing.
OLDEST_FACTOR = 0.7
_FRESH_DAYS, _INACTIVE_DAYS = 183, 365


class Age(StrEnum):
    """How old what we know is."""

    FRESH = "fresh"
    OLD = "old"
    INACTIVE = "inactive"


@dataclass(frozen=True)
class Limits:
    """The days that decide: known on or before this day is old, or inactive."""

    old: date
    inactive: date


def limits(today: date) -> Limits:
    """Half a year and a year ago."""
    return Limits(old=add_months(today, -OLD_AFTER_MONTHS), inactive=add_months(today, -INACTIVE_AFTER_MONTHS))


def age_of(*, verified_on: date | None, added_on: date, today: date) -> Age:
    """How old what we know is: since somebody knew that it was right, or else since it was put on the map."""
    known_on, edges = verified_on or added_on, limits(today)
    if known_on <= edges.inactive:
        return Age.INACTIVE
    return Age.OLD if known_on <= edges.old else Age.FRESH


def freshness_factor(days: int) -> float:
    """What an entry is worth so many days after somebody knew it was right: 1 to OLDEST_FACTOR, never rising."""
    if days <= _FRESH_DAYS:
        return 1.0
    part = min((days - _FRESH_DAYS) / (_INACTIVE_DAYS - _FRESH_DAYS), 1.0)
    return 1.0 - (1.0 - OLDEST_FACTOR) * part


def months_since(day: date, *, today: date) -> int:
    """How many whole months ago a day was; zero for a day that must still come."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return max(months - (add_months(day, months) > today), 0)


def may_ask(*, asked_on: date | None, today: date) -> bool:
    """Whether the keeper may be asked (again)."""
    return asked_on is None or (today - asked_on).days >= ASK_AGAIN_AFTER_DAYS


def link_may_answer(*, sent_at: datetime | None, now: datetime) -> bool:
    """Whether opening a link of an answer is the answer: not while programs still look through the mailbox."""
    return sent_at is None or now - sent_at >= LINKS_WAIT


def may_take_back(*, answered_on: date | None, is_done: bool, today: date) -> bool:
    """Whether who answered may still say something else: not when a colleague already worked on it."""
    return answered_on is not None and not is_done and (today - answered_on).days <= REGRET_DAYS
