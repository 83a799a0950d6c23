"""When something is open or meets: on which days, in a plain sentence, and whether that is now.

Days are written as in RFC 5545: MO,WE every week; with every month also 2TU (second Tuesday) or -1FR (last Friday).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from django.utils.translation import gettext as _

from wijkhuis.base.ui.dates import clock_words, day_words, time_words, weekday_words

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ORDINALS = (1, 2, 3, 4, 5, -1)
MONTHLY = "MONTHLY"
LOOK_AHEAD = 62
_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")


class Time(Protocol):
    """What we need to know of an opening time."""

    frequency: str
    days: str
    opens_at: time | None
    closes_at: time | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class Moment:
    """When it opens next, and until when; no hours when only the day is known."""

    on: date
    opens_at: time | None
    closes_at: time | None


def days_of(written: str) -> list[tuple[int, int]]:
    """The days as (which of the month, weekday from 0): zero is every one of them. What cannot be read is left out."""
    found = (_DAY.fullmatch(part.strip().upper()) for part in written.split(","))
    return [(int(match[1] or 0), CODES.index(match[2])) for match in found if match]


def write_days(weekdays: Iterable[int], *, ordinal: int = 0) -> str:
    """The other way round: weekdays from 0, of the whole month or the so-manieth (-1 the last)."""
    return ",".join(f"{ordinal or ''}{CODES[day]}" for day in sorted(set(weekdays)))


def falls_on(one: Time, day: date) -> bool:
    """Whether it is on this day."""
    if (one.valid_from and day < one.valid_from) or (one.valid_to and day > one.valid_to):
        return False
    return any(weekday == day.weekday() and _is_nth(ordinal, day) for ordinal, weekday in days_of(one.days))


def _is_nth(ordinal: int, day: date) -> bool:
    if ordinal == 0:
        return True
    if ordinal > 0:
        return (day.day - 1) // 7 + 1 == ordinal
    return (day + timedelta(days=7 * -ordinal)).month != day.month and (
        ordinal == -1 or (day + timedelta(days=7 * (-ordinal - 1))).month == day.month
    )


def open_until(times: Iterable[Time], at: datetime) -> Moment | None:
    """The time that is going on at a moment (local); None when it is closed or the hours are not known."""
    now = at.time()
    going = [
        Moment(at.date(), one.opens_at, one.closes_at)
        for one in times
        if one.opens_at and one.closes_at and one.opens_at <= now < one.closes_at and falls_on(one, at.date())
    ]
    return max(going, key=lambda moment: moment.closes_at or time.min, default=None)


def opens_next(times: Sequence[Time], at: datetime) -> Moment | None:
    """The first time after a moment (local), in the coming two months."""
    for away in range(LOOK_AHEAD):
        day = at.date() + timedelta(days=away)
        coming = [
            Moment(day, one.opens_at, one.closes_at)
            for one in times
            if falls_on(one, day) and (away or one.opens_at is None or one.opens_at > at.time())
        ]
        if coming:
            return min(coming, key=lambda moment: moment.opens_at or time.min)
    return None


def now_words(times: Sequence[Time], at: datetime) -> str:
    """One sentence: open now and until when, or when again; nothing when we do not know."""
    now = open_until(times, at)
    if now and now.closes_at:
        return _("open now, until %(time)s") % {"time": time_words(now.closes_at)}
    again = opens_next(times, at)
    if again is None:
        return ""
    said = day_words(again.on, today=at.date())
    if again.opens_at is None:
        return _("%(day)s again") % {"day": said}
    return _("open %(day)s, from %(time)s") % {"day": said, "time": time_words(again.opens_at)}


def time_sentence(one: Time) -> str:
    """The rhythm in words: "every Tuesday 10.00-12.00", "every second Tuesday of the month"."""
    days = [_day_said(ordinal, weekday) for ordinal, weekday in days_of(one.days)]
    said = _every(days, one) if days else ""
    return " ".join(part for part in (said, _hours(one)) if part)


def _every(days: list[str], one: Time) -> str:
    read = days_of(one.days)
    weekdays, is_monthly = [weekday for _nth, weekday in read], any(nth for nth, _day in read)
    if weekdays == [0, 1, 2, 3, 4] and not is_monthly:
        return _("Monday to Friday")
    if len(set(weekdays)) == 7 and not is_monthly:
        return _("every day")
    listed = (
        days[0] if len(days) == 1 else _("%(days)s and %(last)s") % {"days": ", ".join(days[:-1]), "last": days[-1]}
    )
    if is_monthly:
        return _("every %(days)s of the month") % {"days": listed}
    return _("every %(days)s") % {"days": listed}


def _day_said(ordinal: int, weekday: int) -> str:
    name = weekday_words(weekday)
    return ordinal_words()[ordinal] % {"day": name} if ordinal in ORDINALS else name


def ordinal_words() -> dict[int, str]:
    """Which of the month, with room for the day."""
    return {
        1: _("first %(day)s"),
        2: _("second %(day)s"),
        3: _("third %(day)s"),
        4: _("fourth %(day)s"),
        5: _("fifth %(day)s"),
        -1: _("last %(day)s"),
    }


def _hours(one: Time) -> str:
    if one.opens_at and one.closes_at:
        return f"{clock_words(one.opens_at)}-{clock_words(one.closes_at)}"
    if one.opens_at:
        return _("from %(time)s") % {"time": time_words(one.opens_at)}
    return _("until %(time)s") % {"time": time_words(one.closes_at)} if one.closes_at else ""
