"""When the group meets again, how long a point may take, and when somebody is reminded."""

from datetime import date, datetime, time, timedelta

# Few points, so that everybody goes home in time.
PROPOSALS_OFFERED = 5
MOST_POINTS = 12
MINUTES_OPENING = 10
MINUTES_PROPOSAL = 3
MINUTES_THEME = 8
MINUTES_OWN = 5
LONG_MEETING = 90

FIRST_TIME = time(10, 0)
# The municipality is owed no surprise: the group hears a week before that an answer is due.
ANSWER_REMINDED_BEFORE = timedelta(days=7)
# Who was there and who promised what is kept as long as with a discussion; decisions stay.
PEOPLE_ARE_KEPT_MONTHS = 24
TASK_REMINDED_BEFORE = timedelta(days=1)


def next_moment(last: datetime | None, *, every_weeks: int, now: datetime) -> datetime:
    """When the group meets again: same day of the week and same time, in its rhythm and still to come."""
    step = timedelta(weeks=every_weeks)
    if last is None:
        day = now + timedelta(weeks=1)
        return day.replace(hour=FIRST_TIME.hour, minute=FIRST_TIME.minute, second=0, microsecond=0)
    moment = last + step
    while moment <= now:
        moment += timedelta(weeks=1)
    return moment


def is_reminded_of(due_on: date, *, reminded_on: date | None, today: date, before: timedelta) -> bool:
    """Whether a reminder goes out today: once before the day, and once when it has passed."""
    if today > due_on:
        return reminded_on is None or reminded_on <= due_on
    return today >= due_on - before and reminded_on is None


def is_late(due_on: date | None, *, done_on: date | None, today: date) -> bool:
    """Whether something was owed before today and is not there."""
    return due_on is not None and done_on is None and today > due_on


def median(days: list[int]) -> int | None:
    """The middle of a list of days, rounded down; None when there is none."""
    return sorted(days)[(len(days) - 1) // 2] if days else None
