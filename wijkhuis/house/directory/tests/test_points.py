"""Addresses become points: later, by a worker, and never at the cost of saving."""

import pytest
from django.core.management import call_command
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import by
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.house.directory import actions, jobs, locating
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.neighbourhood.locating import locate_place
from wijkhuis.house.neighbourhood.models import Outline, Place

GEUZENKADE = {"name": "Naaicafé", "kind": "group", "address": "Geuzenkade 58-1", "town": "Amsterdam"}


def run_jobs():
    """Let a worker do what waits."""
    for job in ProcrastinateJob.objects.filter(status="todo", task_name__startswith="directory.locate"):
        getattr(jobs, job.task_name.partition(".")[2])(**job.args)
        type(job).objects.filter(pk=job.pk)._raw_delete("default")


@pytest.fixture
def add(joost):
    def add(**facts):
        return actions.add_entry({**GEUZENKADE, **facts}, by=by(joost))

    return add


def test_a_host_saves_an_address_and_the_worker_finds_the_point(pdok_server, add, city):
    city.waterkant.cbs_code = "BU03634000"
    city.waterkant.save()

    entry = add()
    assert entry.point is None
    run_jobs()

    entry.refresh_from_db()
    assert entry.point == (4.86450674, 52.37354473)
    assert (entry.postcode, entry.province, entry.is_located) == ("1056KN", "Noord-Holland", True)
    # A proposal: an office in a street may be there for the whole city.
    assert (entry.lies_in, entry.neighbourhood) == (city.waterkant, None)


def test_saving_works_when_the_geocoder_is_down_and_the_night_tries_again(pdok_server, add):
    pdok_server.stop()
    entry = add()
    run_jobs()
    entry.refresh_from_db()
    assert entry.point is None
    assert not entry.is_located

    pdok_server.start()
    actions.find_points()
    run_jobs()

    entry.refresh_from_db()
    assert entry.point is not None


def test_an_address_that_is_nowhere_is_asked_once_and_again_when_somebody_wants_that(pdok_server, add, joost, stef):
    entry = add(address="Nergenshuizen 1")
    run_jobs()
    actions.find_points()
    run_jobs()
    entry.refresh_from_db()
    assert entry.is_located
    assert len(pdok_server.asked()) == 1

    actions.look_again(entry, by=by(joost))
    run_jobs()

    assert len(pdok_server.asked()) == 2
    with pytest.raises(NotYours):
        actions.look_again(entry, by=by(stef))


def test_a_new_address_forgets_the_old_point_and_another_change_does_not(pdok_server, add, joost):
    entry = add()
    run_jobs()
    entry.refresh_from_db()

    actions.change_entry(entry, {"phone": "010 123 45 67"}, by=by(joost))
    assert Entry.objects.get().point is not None
    actions.change_entry(Entry.objects.get(), {"address": "Nergenshuizen 2"}, by=by(joost))

    assert Entry.objects.get().point is None


def test_a_second_place_gets_its_own_point_and_a_point_of_a_source_stays(pdok_server, add):
    entry = add(address="")
    entry.locations.create(address="Geuzenkade 58")
    theirs = entry.locations.create(address="Geuzenkade 58", latitude=52.0, longitude=5.0)

    locating.locate_entry(entry.pk)

    assert sorted(place.point for place in entry.locations.all()) == [(4.86450674, 52.37354473), (5.0, 52.0)]
    theirs.refresh_from_db()
    assert theirs.located_for == ""


def test_without_a_code_the_outline_says_which_neighbourhood_it_is(pdok_server, add, city):
    ring = [[4.8, 52.3], [4.9, 52.3], [4.9, 52.4], [4.8, 52.4], [4.8, 52.3]]
    Outline.objects.create(neighbourhood=city.noorderpoort, shape=[[ring]])

    entry = add()
    run_jobs()

    entry.refresh_from_db()
    assert entry.lies_in == city.noorderpoort


def test_staff_take_over_the_neighbourhood_once(pdok_server, add, city, joost):
    entry = add()
    Entry.objects.update(lies_in=city.waterkant)
    entry.refresh_from_db()

    actions.take_neighbourhood(entry, by=by(joost))

    assert Entry.objects.get().neighbourhood == city.waterkant
    with pytest.raises(RuleBroken):
        actions.take_neighbourhood(entry, by=by(joost))


def test_many_are_asked_in_parts_and_silence_ends_the_night(pdok_server, city, monkeypatch, capsys):
    monkeypatch.setattr(locating, "AT_ONCE", 2)
    Entry.objects.bulk_create(Entry(name=f"Plek {number}", address="Geuzenkade 58") for number in range(5))

    call_command("find_points")
    assert Entry.objects.filter(latitude=None).count() == 0
    assert "5" in capsys.readouterr().out

    Entry.objects.update(located_for="", latitude=None, address="Brandnetelstraat 1")
    call_command("find_points")
    assert len(pdok_server.asked()) <= 5 + 2 * 5


def test_a_house_gets_its_point_through_its_place(pdok_server, house):
    place = Place.objects.get(house=house)
    Place.objects.update(street="Geuzenkade 58")

    locate_place(place.pk)

    place.refresh_from_db()
    assert place.point == (4.86450674, 52.37354473)


def test_nobody_is_asked_when_the_house_does_not_want_that(add, settings):
    settings.GEOCODER = "none"
    add()

    assert not ProcrastinateJob.objects.filter(task_name__startswith="directory.locate").exists()
