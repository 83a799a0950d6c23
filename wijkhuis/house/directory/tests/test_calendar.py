"""Times of the map in somebody's own calendar."""

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.house.directory import actions
from wijkhuis.house.directory.models import Entry, Location, OpeningTime
from wijkhuis.house.directory.rules.calendar import LINE, Appointment, calendar
from wijkhuis.house.directory.rules.times import falls_on

MADE = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def on(days, opens=None, closes=None, **facts):
    told = {"frequency": "WEEKLY", "valid_from": None, "valid_to": None, **facts}
    return SimpleNamespace(days=days, opens_at=opens, closes_at=closes, **told)


def written(one, **told):
    facts = {"name": "Koffie", "where": "", "words": "", **told}
    made = Appointment(
        uid="1-1", url="https://huis.test/kaart/1/", time=one, since=date(2026, 11, 2), changed_at=MADE, **facts
    )
    return calendar("De Brug", [made], by="Wijkhuis")


def lines_of(text):
    """The lines as a program reads them: folded lines put together, in pairs of name and value."""
    unfolded = text.replace("\r\n ", "")
    return dict(line.split(":", 1) for line in unfolded.split("\r\n") if ":" in line)


@pytest.mark.parametrize(
    ("one", "begins", "rule"),
    [
        (on("TU", time(10), time(12)), "20261103T100000", "FREQ=WEEKLY;BYDAY=TU"),
        (on("MO,WE", time(9)), "20261102T090000", "FREQ=WEEKLY;BYDAY=MO,WE"),
        (on("2TU", time(19, 30)), "20261110T193000", "FREQ=MONTHLY;BYDAY=2TU"),
        (on("-1FR", time(19), frequency="MONTHLY"), "20261127T190000", "FREQ=MONTHLY;BYDAY=-1FR"),
        (
            on("SA", time(9), valid_from=date(2027, 7, 1), valid_to=date(2027, 8, 31)),
            "20270703T090000",
            "FREQ=WEEKLY;BYDAY=SA;UNTIL=20270831T215959Z",
        ),
    ],
)
def test_a_rhythm_begins_on_the_first_day_it_falls_on(one, begins, rule):
    found = lines_of(written(one))

    assert found["DTSTART;TZID=Europe/Amsterdam"] == begins
    assert found["RRULE"] == rule


def test_without_hours_it_takes_the_whole_day_and_without_days_it_is_left_out():
    assert lines_of(written(on("TH")))["DTSTART;VALUE=DATE"] == "20261105"
    assert "BEGIN:VEVENT" not in written(on("nonsense", time(9)))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200), st.sampled_from(["TU", "5WE"]))
def test_any_name_comes_back_whole_in_lines_that_are_short_enough(name, days):
    # given a thing with any name
    text = written(on(days, time(10), time(12)), name=name)

    # then no line is too long, and the name says the same when it is read again
    assert all(len(line.encode()) <= LINE for line in text.split("\r\n"))
    told = lines_of(text).get("SUMMARY", "")
    assert told.replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\") == name


@given(st.sampled_from(["MO", "1TU", "5WE", "-1FR", "2SA,4SA"]), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_the_first_time_is_always_a_day_of_the_rhythm(days, begin):
    one = on(days, time(10), valid_from=begin)

    first = lines_of(written(one))["DTSTART;TZID=Europe/Amsterdam"]

    day = datetime.strptime(first, "%Y%m%dT%H%M%S").date()
    assert day >= begin
    assert falls_on(one, day)


def test_a_visitor_takes_the_times_of_one_thing_along(client, entries):
    # given a thing that meets in its own building, and on one day elsewhere
    elsewhere = Location.objects.create(entry=entries[0], name="Buurtkamer", address="Kade 4")
    OpeningTime.objects.create(entry=entries[0], days="TU", opens_at=time(10), closes_at=time(12))
    OpeningTime.objects.create(entry=entries[0], days="1TH", location=elsewhere)

    # when somebody opens its page and follows the link
    address = reverse("directory:calendar", args=[entries[0].pk])
    page = client.get(reverse("directory:entry", args=[entries[0].pk])).content.decode()
    answer = client.get(address)

    # then both times are there, with the place and the way back
    text = answer.content.decode()
    assert address in page
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert text.count("BEGIN:VEVENT") == 2
    assert "LOCATION:Buurtkamer\\, Kade 4" in text
    assert f"/kaart/{entries[0].pk}/" in text


def test_a_calendar_holds_only_what_everybody_may_see(sign_in, house, entries, carla):
    # given one thing that a colleague took off the map, and one that nobody looked at for years
    for entry in entries:
        OpeningTime.objects.create(entry=entry, days="TU", opens_at=time(10))
    Entry.objects.update(neighbourhood=house.neighbourhoods.first())
    actions.retire_entry(entries[0], by=by(carla))
    long_ago = clock.today() - timedelta(days=500)
    Entry.objects.filter(pk=entries[1].pk).update(added_on=long_ago, verified_on=None)

    # when a colleague, who sees both, asks for the calendars
    near = reverse("directory:house_calendar", args=[house.slug])
    colleague = sign_in(carla)
    text = colleague.get(near).content.decode()

    # then they are not there, as they are not for a visitor
    assert text.count("BEGIN:VEVENT") == len(entries) - 2
    assert Client().get(near).content.decode() == text
    for hidden in entries[:2]:
        assert colleague.get(reverse("directory:calendar", args=[hidden.pk])).status_code == 404


def test_the_list_of_a_house_leads_to_its_calendar_in_few_questions(
    client, house, entries, django_assert_max_num_queries
):
    for entry in entries:
        OpeningTime.objects.create(entry=entry, days="TU", opens_at=time(10))
    Entry.objects.update(neighbourhood=house.neighbourhoods.first())
    near = reverse("directory:house_calendar", args=[house.slug])

    assert near in client.get(reverse("directory:entries"), {"huis": house.slug}).content.decode()
    with django_assert_max_num_queries(8):
        client.get(near)
