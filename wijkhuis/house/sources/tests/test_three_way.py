"""What a source says, what it said before, and what we corrected ourselves."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.actions import change_entry, retire_entry
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.actions import import_directory, keep_ours, take_in, take_over
from wijkhuis.house.sources.models import Source, SourceRecord
from wijkhuis.house.sources.queries.differences import count_differences, differences, sources_with_counts
from wijkhuis.house.sources.rules.said import Said

FIRST = "id;name;phone;neighbourhood\n1;Eettafel;010 111;Noorderpoort\n2;Naaicafé;010 222;Waterkant\n"


@pytest.fixture
def gids(city):
    import_directory(FIRST.encode(), source="gids", by=SYSTEM)
    return Source.objects.get()


def again(text):
    return import_directory(text.encode(), source="gids", by=SYSTEM)


def told(source):
    return [(one.fact, one.ours, one.theirs) for one in differences(source.records.all())]


def test_what_a_colleague_corrected_survives_the_next_list_and_is_shown_beside_it(gids, joost):
    eettafel = Entry.objects.get(name="Eettafel")
    change_entry(eettafel, {"phone": "010 999"}, by=by(joost))
    assert told(gids) == [("phone", "010 999", "010 111")]

    report = again("id;name;phone\n1;Eettafel Noord;010 333\n2;Naaicafé;010 222\n")

    eettafel.refresh_from_db()
    assert (eettafel.name, eettafel.phone) == ("Eettafel Noord", "010 999")
    assert (report.changed, report.same, report.kept_ours) == (1, 1, 1)
    assert told(gids) == [("phone", "010 999", "010 333")]


def test_a_colleague_takes_over_what_the_source_says(gids, joost, carla):
    eettafel = Entry.objects.get(name="Eettafel")
    change_entry(eettafel, {"phone": "010 999"}, by=by(joost))

    take_over(SourceRecord.objects.get(number="1"), fact="phone", by=by(carla))

    eettafel.refresh_from_db()
    assert eettafel.phone == "010 111"
    assert told(gids) == []


def test_ours_stays_until_the_source_says_something_new(gids, joost, carla):
    eettafel = Entry.objects.get(name="Eettafel")
    change_entry(eettafel, {"phone": "010 999"}, by=by(joost))
    keep_ours(SourceRecord.objects.get(number="1"), fact="phone", by=by(carla))
    assert told(gids) == []

    again(FIRST)
    assert told(gids) == []
    again(FIRST.replace("010 111", "010 444"))

    assert told(gids) == [("phone", "010 999", "010 444")]


def test_another_neighbourhood_of_our_choice_stays(gids, joost, city):
    eettafel = Entry.objects.get(name="Eettafel")
    change_entry(eettafel, {"neighbourhood": city.waterkant}, by=by(joost))

    again(FIRST.replace("010 111", "010 5"))

    eettafel.refresh_from_db()
    assert (eettafel.neighbourhood, eettafel.phone) == (city.waterkant, "010 5")
    assert told(gids) == [("area", "Waterkant", "Noorderpoort")]


def test_what_the_source_dropped_is_shown_and_stays_until_somebody_takes_it_off(gids):
    report = again("id;name\n1;Eettafel\n")

    gone = SourceRecord.objects.get(number="2")
    counted = sources_with_counts(Source.objects.all()).get()
    assert report.dropped == 1
    assert gone.dropped_on
    assert gone.entry.is_published
    assert (counted.entries, counted.dropped) == (1, 1)

    back = again(FIRST)
    gone.refresh_from_db()
    assert (back.changed, back.dropped, gone.dropped_on) == (1, 0, None)


def test_a_bad_row_or_a_part_of_the_list_drops_nothing(gids):
    bad = again("id;name;email\n1;Eettafel;\n2;Naaicafé;geen adres\n")
    part = import_directory(b"id;name\n1;Eettafel\n", source="gids", is_whole=False, by=SYSTEM)
    nameless = again("id;name\n1;Eettafel\n;Zonder\n")

    assert (bad.dropped, part.dropped, nameless.dropped) == (0, 0, 0)
    assert nameless.remarks
    assert not SourceRecord.objects.exclude(dropped_on=None).exists()


def test_the_same_list_again_writes_nothing_about_an_entry(gids):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        report = again(FIRST)

    written = [one["sql"] for one in asked if one["sql"].lstrip().startswith(("UPDATE", "INSERT"))]
    assert report.same == 2
    assert not [
        sql for sql in written if 'UPDATE "directory_entry"' in sql or "UPDATE sources_sourcerecord record\nSET" in sql
    ]


def test_places_times_and_providers_come_along_and_go_again(city):
    source = Source.objects.create(name="keten")
    organisation = Said("o1", {"name": "Stichting De Kade", "kind": "organisation"})
    times = [{"location": 0, "days": "MO,WE", "opens_at": "09:00", "closes_at": "12:00"}, {"days": "FR"}]
    places = [{"name": "De Loods", "address": "Kade 3", "latitude": 52.1, "longitude": 4.3}]
    service = Said("s1", {"name": "Spreekuur", "amount": 2.5}, locations=places, times=times, provider="o1")

    take_in(source, [service, organisation], by=SYSTEM)
    same = take_in(source, [service, organisation], by=SYSTEM)

    entry = Entry.objects.get(name="Spreekuur")
    assert entry.provider.name == "Stichting De Kade"
    assert [(one.days, one.location and one.location.name) for one in entry.times.all()] == [
        ("MO,WE", "De Loods"),
        ("FR", None),
    ]
    assert (same.same, same.changed) == (2, 0)
    take_in(source, [Said("s1", {"name": "Spreekuur"}, locations=[], times=[]), organisation], by=SYSTEM)
    assert not entry.times.exists()
    assert not entry.locations.exists()


def test_times_that_a_colleague_changed_stay(city, carla):
    source = Source.objects.create(name="keten")
    times = [{"days": "MO", "opens_at": "09:00", "closes_at": "12:00"}]
    take_in(source, [Said("s1", {"name": "Spreekuur"}, times=times)], by=SYSTEM)
    Entry.objects.get().times.update(days="TU")

    take_in(source, [Said("s1", {"name": "Spreekuur"}, times=[{**times[0], "days": "WE"}])], by=SYSTEM)

    record = SourceRecord.objects.get()
    assert [one.days for one in Entry.objects.get().times.all()] == ["TU"]
    assert told(source) == [("times", "TU 09:00-12:00", "WE 09:00-12:00")]

    keep_ours(record, fact="times", by=by(carla))
    assert told(source) == []
    take_in(source, [Said("s1", {"name": "Spreekuur"}, times=[{**times[0], "days": "TH"}])], by=SYSTEM)
    take_over(record, fact="times", by=by(carla))

    assert [one.days for one in Entry.objects.get().times.all()] == ["TH"]
    assert told(source) == []


def test_how_much_differs_is_counted_exactly_and_cheaply(sign_in, gids, carla, joost, django_assert_max_num_queries):
    again("id;name;amount;neighbourhood\n1;Eettafel;2,50;noorderpoort\n2;Naaicafé;;Waterkant\n")
    Entry.objects.get(name="Naaicafé").save()
    assert count_differences([gids.pk]) == {}
    change_entry(Entry.objects.get(name="Eettafel"), {"phone": "010 999", "opening": "nooit"}, by=by(joost))
    for number in range(30):
        import_directory(b"id;name\n1;Iets\n", source=f"lijst {number}", by=SYSTEM)
    browser = sign_in(carla)

    assert count_differences([gids.pk]) == {gids.pk: 1}
    for page in (reverse("sources:sources"), reverse("sources:source", args=[gids.pk]), reverse("sources:pairs")):
        with django_assert_max_num_queries(12):
            assert browser.get(page).status_code == 200


def test_a_number_that_comes_twice_is_told(city):
    source = Source.objects.create(name="keten")

    report = take_in(
        source, [Said("1", {"name": "Een"}), Said("1", {"name": "Twee"}), Said("", {"name": "Drie"})], by=SYSTEM
    )

    assert [entry.name for entry in Entry.objects.all()] == ["Een"]
    assert report.left_out == 2


def test_what_we_took_off_and_the_source_still_has_is_told_and_can_come_back(gids, carla, sign_in):
    naaicafe = Entry.objects.get(name="Naaicafé")
    retire_entry(naaicafe, by=by(carla))
    again("id;name\n1;Eettafel\n")
    again(FIRST)
    browser = sign_in(carla)

    page = browser.get(reverse("sources:source", args=[gids.pk])).content.decode()

    assert "nog niet op onze kaart" in page
    assert not Entry.objects.get(pk=naaicafe.pk).is_published
    browser.post(reverse("directory:show", args=[naaicafe.pk]))
    assert "nog niet op onze kaart" not in browser.get(reverse("sources:source", args=[gids.pk])).content.decode()


@pytest.mark.parametrize(("theirs", "ours"), [(3, 3), (90, 40), (-5, 40)])
def test_a_source_that_looked_later_than_we_did_makes_it_fresher(city, theirs, ours):
    """Days ago: their look, and what we know after it; we looked 40 days ago."""
    source, today = Source.objects.create(name="keten"), clock.today()
    take_in(source, [Said("a", {"name": "Koor"})], by=SYSTEM)
    Entry.objects.update(verified_on=today - timedelta(days=40))

    day = (today - timedelta(days=theirs)).isoformat()
    report = take_in(source, [Said("a", {"name": "Koor", "verified_on": day})], by=SYSTEM)

    assert Entry.objects.get().verified_on == today - timedelta(days=ours)
    assert report.same == 1
