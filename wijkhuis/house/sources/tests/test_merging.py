"""Two entries that are one: proposed, decided by a human, and undone exactly."""

import pytest
from django.db import connection

from tests.cast import by
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.actions import change_entry, undo_correction
from wijkhuis.house.directory.models import Choice, Entry, HouseNote, Verification
from wijkhuis.house.sources.actions import import_directory, merge_entries, propose_pairs, tell_apart, undo_merge
from wijkhuis.house.sources.actions.merging import relations
from wijkhuis.house.sources.models import Pair, SourceRecord

GUIDE = (
    "id;name;phone;address;website\n1;Eettafel De Kade;010 1234567;Kade 12;www.dekade.nl\n2;Koor Noord;010 7654321;;\n"
)
CITY = (
    "id;name;phone;address;description\n"
    "9;De Kade eettafel;(010) 123 45 67;Kade 12;Samen eten\n"
    "8;Zwemmen;010 1111111;;\n"
)


@pytest.fixture
def two(city):
    import_directory(GUIDE.encode(), source="gids", by=SYSTEM)
    import_directory(CITY.encode(), source="stad", by=SYSTEM)
    return Entry.objects.get(name="Eettafel De Kade"), Entry.objects.get(name="De Kade eettafel")


def everything(*entries):
    """All that the database keeps of these entries, but when they were last changed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT to_jsonb(entry) - 'updated_at' FROM directory_entry entry WHERE id = ANY(%s) ORDER BY id",
            [[entry.pk for entry in entries]],
        )
        kept = cursor.fetchall()
    pointing = {
        f"{field.model._meta.label}.{field.name}": sorted(
            field.model._base_manager.filter(**{f"{field.name}__in": entries}).values_list("pk", field.name)
        )
        for field in relations()
    }
    return kept, pointing


def test_what_two_sources_both_have_is_proposed_once(two):
    propose_pairs()
    again = propose_pairs()

    pair = Pair.objects.get()
    assert {pair.first, pair.second} == set(two)
    assert {"name", "phone", "address"} <= set(pair.alike)
    assert pair.likeness > 0.8
    assert again == 0


def test_a_merge_leaves_the_way_back_of_a_correction_with_its_own_entry(two, carla):
    kept, gone = two
    change_entry(gone, {"phone": "010 999 99 99"}, by=by(carla))

    merge_entries(kept, gone, take=[], by=by(carla))

    with pytest.raises(RuleBroken):
        undo_correction(kept, by=by(carla))
    kept.refresh_from_db()
    assert kept.name == "Eettafel De Kade"
    undo_correction(gone, by=by(carla))
    gone.refresh_from_db()
    assert (gone.name, gone.phone) == ("De Kade eettafel", "(010) 123 45 67")


def test_what_one_source_calls_two_is_two(city):
    import_directory(
        (GUIDE + "3;Eettafel De Kade;010 1234567;Kade 12;www.dekade.nl\n").encode(), source="gids", by=SYSTEM
    )

    propose_pairs()

    assert not Pair.objects.exists()


def test_an_organisation_and_its_service_are_not_one(city):
    text = "id;name;phone;website\n1;Buurtteam Noord;010 1234567;www.team.nl\n"
    import_directory(text.encode(), source="gids", by=SYSTEM)
    import_directory(text.replace("Buurtteam Noord", "Spreekuur schulden").encode(), source="stad", by=SYSTEM)

    propose_pairs()

    assert not Pair.objects.exists()


def told(name, description, *, more="0101234567;Kade 12"):
    return f"id;name;description;phone;address\n1;{name};{description};{more}\n".encode()


def test_two_descriptions_without_a_word_in_common_that_mean_the_same_are_proposed(city):
    first = told("Repair café", "Vrijwilligers maken kapotte apparaten")
    import_directory(first, source="gids", by=SYSTEM)
    import_directory(
        told("De Soldeerbout", "Samen spullen herstellen in plaats van weggooien"), source="stad", by=SYSTEM
    )

    propose_pairs()

    assert sorted(Pair.objects.get().alike) == ["address", "meaning", "phone"]


def test_two_descriptions_that_share_their_words_and_are_another_thing_are_not(city):
    first = told("Loket", "Hulp bij schulden op dinsdag van 10 tot 12 uur in De Brug")
    import_directory(first, source="gids", by=SYSTEM)
    import_directory(told("Kring", "Hulp bij rouw op dinsdag van 10 tot 12 uur in De Brug"), source="stad", by=SYSTEM)

    propose_pairs()

    assert not Pair.objects.exists()


def test_the_same_meaning_alone_is_no_reason_to_ask_anybody(city):
    first = told("Eettafel", "Samen koken en eten met buurtgenoten", more=";")
    import_directory(first, source="gids", by=SYSTEM)
    import_directory(told("De Pollepel", "Gezamenlijke maaltijd voor bewoners", more=";"), source="stad", by=SYSTEM)

    propose_pairs()

    assert not Pair.objects.exists()


def test_names_that_differ_by_an_ending_are_compared_by_what_they_are_about(city):
    table = "id;name;description;neighbourhood\n1;{};{};" + city.noorderpoort.name + "\n"
    first = table.format("Eettafels", "Samen koken en eten")
    import_directory(first.encode(), source="gids", by=SYSTEM)
    import_directory(table.format("Eettafel", "Gezamenlijke maaltijd voor bewoners").encode(), source="stad", by=SYSTEM)

    propose_pairs()

    assert {"name", "meaning"} <= set(Pair.objects.get().alike)


def test_who_says_that_they_are_two_is_not_asked_again(two, carla):
    propose_pairs()
    tell_apart(Pair.objects.get(), by=by(carla))

    propose_pairs()

    assert Pair.objects.get().is_different


def test_merged_entries_keep_what_others_said_about_them_and_come_apart_exactly(two, house, carla, joost):
    kept, gone = two
    HouseNote.objects.create(house=house, entry=gone, note="Vraag naar An", written_by=joost, written_on="2026-03-01")
    Verification.objects.create(entry=gone, on="2026-03-01", how="called", outcome="right", by=joost)
    Choice.objects.create(house=house, entry=gone, topic="eten", chosen_by=joost, chosen_on="2026-03-01")
    Choice.objects.create(house=house, entry=kept, topic="eten", chosen_by=joost, chosen_on="2026-03-01")
    koor = Entry.objects.get(name="Koor Noord")
    Entry.objects.filter(pk=koor.pk).update(provider=gone)
    before = everything(kept, gone, koor)

    merge = merge_entries(kept, gone, take=["description", "name"], by=by(carla))

    for one in (kept, gone, koor):
        one.refresh_from_db()
    assert (kept.name, kept.description, kept.website) == ("De Kade eettafel", "Samen eten", "https://www.dekade.nl")
    assert not gone.is_published
    assert koor.provider == kept
    assert kept.house_notes.get().note == "Vraag naar An"
    assert kept.choices.count() == 1
    assert SourceRecord.objects.filter(entry=kept).count() == 2

    undo_merge(merge, by=by(carla))

    assert everything(kept, gone, koor) == before


def test_both_sources_go_on_telling_about_the_merged_entry(two, carla):
    kept, gone = two
    merge_entries(kept, gone, take=[], by=by(carla))

    import_directory(CITY.replace("Samen eten", "Eten met elkaar").encode(), source="stad", by=SYSTEM)
    import_directory(GUIDE.replace("010 1234567", "010 2223334").encode(), source="gids", by=SYSTEM)

    kept.refresh_from_db()
    assert kept.phone == "010 2223334"
    assert Entry.objects.filter(is_published=True).count() == 3


def test_what_was_changed_after_the_merge_stays_when_it_is_undone(two, carla):
    kept, gone = two
    merge = merge_entries(kept, gone, take=["name"], by=by(carla))
    Entry.objects.filter(pk=kept.pk).update(name="Eettafel aan het water")

    undo_merge(merge, by=by(carla))

    assert {entry.name for entry in Entry.objects.filter(pk__in=[kept.pk, gone.pk])} == {
        "Eettafel aan het water",
        "De Kade eettafel",
    }


def test_the_last_merge_is_undone_first_and_only_once(two, carla):
    kept, gone = two
    third = Entry.objects.get(name="Koor Noord")
    first = merge_entries(kept, gone, take=[], by=by(carla))
    second = merge_entries(third, kept, take=[], by=by(carla))

    with pytest.raises(RuleBroken):
        undo_merge(first, by=by(carla))
    undo_merge(second, by=by(carla))
    undo_merge(first, by=by(carla))
    with pytest.raises(RuleBroken):
        undo_merge(first, by=by(carla))


def test_a_host_does_not_merge(two, joost):
    with pytest.raises(NotYours):
        merge_entries(*two, take=[], by=by(joost))
