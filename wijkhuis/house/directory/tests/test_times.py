"""When something is open, in plain sentences; for every rhythm and every day."""

from datetime import date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from wijkhuis.house.directory.rules.times import (
    days_of,
    falls_on,
    now_words,
    open_until,
    opens_next,
    time_sentence,
    write_days,
)

ANY_DAY = st.dates(date(2020, 1, 1), date(2035, 12, 31))
HOURS = st.times(max(time(0), time.min), time(23, 58)).map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))


def on(days, opens=None, closes=None, **facts):
    told = {"frequency": "WEEKLY", "valid_from": None, "valid_to": None, **facts}
    return SimpleNamespace(days=days, opens_at=opens, closes_at=closes, **told)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (on("TU", time(10), time(12)), "elke dinsdag 10.00-12.00"),
        (on("2TU"), "elke tweede dinsdag van de maand"),
        (on("-1FR", time(19, 30)), "elke laatste vrijdag van de maand vanaf 19.30 uur"),
        (on("MO,WE,FR", time(9), time(17)), "elke maandag, woensdag en vrijdag 9.00-17.00"),
        (on("MO,TU,WE,TH,FR", time(9), time(17)), "maandag tot en met vrijdag 9.00-17.00"),
        (on("MO,TU,WE,TH,FR,SA,SU"), "elke dag"),
        (on("1MO,3MO"), "elke eerste maandag en derde maandag van de maand"),
        (on("nonsense"), ""),
    ],
)
def test_a_rhythm_is_a_plain_sentence(one, words):
    with translation.override("nl"):
        assert time_sentence(one).replace("09.00", "9.00") == words


@given(weekdays=st.sets(st.integers(0, 6), min_size=1), ordinal=st.sampled_from([0, 1, 2, 3, 4, 5, -1]))
def test_days_are_read_as_they_were_written(weekdays, ordinal):
    assert days_of(write_days(weekdays, ordinal=ordinal)) == [(ordinal, day) for day in sorted(weekdays)]


@given(start=ANY_DAY, weekday=st.integers(0, 6))
def test_every_week_has_each_weekday_once(start, weekday):
    week = [start + timedelta(days=number) for number in range(7)]

    assert sum(falls_on(on(write_days([weekday])), day) for day in week) == 1


@given(month=st.dates(date(2020, 1, 1), date(2035, 12, 1)), weekday=st.integers(0, 6))
def test_every_month_has_each_ordinal_once_and_the_last_is_one_of_them(month, weekday):
    first = month.replace(day=1)
    days = [day for number in range(31) if (day := first + timedelta(days=number)).month == first.month]

    for ordinal in (1, 2, 3, 4, -1):
        assert sum(falls_on(on(write_days([weekday], ordinal=ordinal)), day) for day in days) == 1
    last = next(day for day in days if falls_on(on(write_days([weekday], ordinal=-1)), day))
    assert (last + timedelta(days=7)).month != first.month


@given(at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), days=st.sets(st.integers(0, 6), min_size=1),
       hours=st.tuples(HOURS, HOURS))  # fmt: skip
def test_what_is_open_now_began_and_has_not_ended_and_what_opens_next_is_later(at, days, hours):
    opens, closes = sorted(hours)
    times = [on(write_days(days), opens, closes)]

    now, again = open_until(times, at), opens_next(times, at)

    assert now is None or (falls_on(times[0], at.date()) and opens <= at.time() < closes)
    assert again is not None
    assert datetime.combine(again.on, again.opens_at) > at


@given(text=st.text(max_size=60))
def test_any_text_for_days_is_survived(text):
    assert all(0 <= day <= 6 for _nth, day in days_of(text))
    time_sentence(on(text))


def test_what_is_over_or_has_not_begun_is_not_open():
    tuesday = on("TU", time(10), time(12), valid_from=date(2026, 3, 1), valid_to=date(2026, 6, 30))

    assert falls_on(tuesday, date(2026, 3, 3))
    assert not falls_on(tuesday, date(2026, 2, 24))
    assert opens_next([tuesday], datetime(2026, 6, 30, 13)) is None


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 3, 3, 11), "nu open, tot 12.00 uur"),
        (datetime(2026, 3, 2, 15), "morgen weer open, vanaf 10.00 uur"),
        (datetime(2026, 3, 3, 12), "dinsdag 10 maart weer open, vanaf 10.00 uur"),
    ],
)
def test_open_now_or_when_again_in_words(at, words):
    with translation.override("nl"):
        assert now_words([on("TU", time(10), time(12))], at) == words


def test_without_times_nothing_is_said():
    assert now_words([], datetime(2026, 3, 3, 11)) == ""
