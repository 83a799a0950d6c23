"""Times of the map as a calendar that phones and mail programs read (iCalendar, RFC 5545)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from wijkhuis.house.directory.rules.times import MONTHLY, Time, days_of, falls_on

ZONE = "Europe/Amsterdam"
# Octets of one line; what is longer goes on after a blank.
LINE = 75
# Days in which a rhythm must come round once: a fifth Monday can be three months away.
ROUND = 190
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""


@dataclass(frozen=True)
class Appointment:
    """One rhythm of one thing on the map; `since` is a day that stays the same, so that the calendar does too."""

    uid: str
    name: str
    where: str
    words: str
    url: str
    time: Time
    since: date
    changed_at: datetime


def calendar(name: str, appointments: Iterable[Appointment], *, by: str) -> str:
    """The text of a calendar; `by` names the program that made it. What has no day is left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_plain(by)}//NL", f"X-WR-CALNAME:{_plain(name)}"]
    lines += _ZONE.splitlines()
    for one in appointments:
        lines += _event(one)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(one: Appointment) -> list[str]:
    first = _first_day(one)
    if first is None:
        return []
    told = {"SUMMARY": one.name, "LOCATION": one.where, "DESCRIPTION": one.words}
    return [
        "BEGIN:VEVENT",
        f"UID:{one.uid}",
        f"DTSTAMP:{one.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        *_when(one.time, first),
        f"RRULE:{_rhythm(one.time)}",
        *(f"{key}:{_plain(words)}" for key, words in told.items() if words),
        f"URL:{one.url}",
        "END:VEVENT",
    ]


def _first_day(one: Appointment) -> date | None:
    begin = one.time.valid_from or one.since
    days = (begin + timedelta(days=away) for away in range(ROUND))
    return next((day for day in days if falls_on(one.time, day)), None)


def _when(one: Time, day: date) -> list[str]:
    """From when to when the first time; the whole day when the hours are not known."""
    if one.opens_at is None:
        return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}"]
    begins = [f"DTSTART;TZID={ZONE}:{datetime.combine(day, one.opens_at):%Y%m%dT%H%M%S}"]
    if one.closes_at is None:
        return begins
    return [*begins, f"DTEND;TZID={ZONE}:{datetime.combine(day, one.closes_at):%Y%m%dT%H%M%S}"]


def _rhythm(one: Time) -> str:
    is_monthly = one.frequency == MONTHLY or any(nth for nth, _day in days_of(one.days))
    days = ",".join(part.strip().upper() for part in one.days.split(",") if days_of(part))
    rule = f"FREQ={'MONTHLY' if is_monthly else 'WEEKLY'};BYDAY={days}"
    if one.valid_to is None:
        return rule
    if one.opens_at is None:
        return f"{rule};UNTIL={one.valid_to:%Y%m%d}"
    last = datetime.combine(one.valid_to, time(23, 59, 59), ZoneInfo(ZONE))
    return f"{rule};UNTIL={last.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _plain(words: str) -> str:
    return words.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, never in the middle of a letter."""
    part, size, room = "", 0, LINE
    for letter in line:
        weight = len(letter.encode())
        if size + weight > room:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + weight
    yield part
