"""Verkeerd getikt: what somebody said about an entry is taken back with one tap."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours
from wijkhuis.house.directory import actions
from wijkhuis.house.directory.models import Check, Correction, Entry, Outcome
from wijkhuis.house.directory.queries import search_entries
from wijkhuis.house.directory.queries.index import drop_index

NO_ROWS = {f"{rows}-{name}_FORMS": 0 for rows in ("times", "places") for name in ("TOTAL", "INITIAL")}


@pytest.fixture
def budget(entries):
    """Known to be right a hundred days ago."""
    known = clock.today() - timedelta(days=100)
    Entry.objects.filter(pk=entries[2].pk).update(verified_on=known)
    return Entry.objects.get(pk=entries[2].pk)


def at(name, entry):
    return reverse(f"directory:{name}", args=[entry.pk])


def test_still_right_by_mistake_is_undone_with_what_it_closed(sign_in, joost, budget):
    actions.set_keeper(budget, colleague=joost, by=by(joost))
    asked = actions.ask_keeper(budget, by=by(joost))
    browser, known = sign_in(joost), budget.verified_on

    browser.post(at("verify", budget), {"how": "called", "outcome": "right"})
    page = browser.get(at("entry", budget)).content.decode()
    browser.post(at("undo", budget))

    budget.refresh_from_db()
    asked.refresh_from_db()
    assert "keek of dit klopt" in page
    assert budget.verified_on == known
    assert not budget.verifications.exists()
    assert (asked.answered_on, asked.outcome, asked.is_done) == (None, "", False)


def test_a_correction_with_the_rest_is_right_too_is_undone_whole(sign_in, joost, budget):
    actions.set_keeper(budget, name="Samira", email="samira@budget.test", by=by(joost))
    asked, known = actions.ask_keeper(budget, by=by(joost)), budget.verified_on
    actions.answer_check(asked, outcome=Outcome.CHANGED, by=by(joost))
    browser = sign_in(joost)

    told = {"name": budget.name, "kind": "service", "phone": "010 7", "is_right": "on", "how": "called", **NO_ROWS}
    browser.post(at("change", budget), told)
    browser.post(at("undo", budget))

    budget.refresh_from_db()
    assert (budget.phone, budget.verified_on) == ("", known)
    assert [one.outcome for one in budget.verifications.all()] == [Outcome.CHANGED]
    assert not Check.objects.get().is_done


def test_after_a_look_is_undone_the_correction_before_it_can_be_undone_too(sign_in, joost, budget):
    browser = sign_in(joost)
    actions.change_entry(budget, {"phone": "010 7"}, by=by(joost))
    actions.verify_entry(budget, how="called", outcome="right", by=by(joost))
    actions.verify_entry(Entry.objects.get(pk=budget.pk), how="visited", outcome="right", by=by(joost))

    browser.post(at("undo", budget))
    budget.refresh_from_db()
    assert (budget.phone, [one.how for one in budget.verifications.all()]) == ("010 7", ["called"])
    browser.post(at("undo", budget))

    budget.refresh_from_db()
    assert (budget.phone, budget.verifications.count()) == ("010 7", 0)
    assert not Correction.objects.exists()


def test_a_correction_can_be_undone_after_the_look_that_came_later(joost, budget):
    actions.change_entry(budget, {"phone": "010 7"}, by=by(joost))
    actions.verify_entry(Entry.objects.get(pk=budget.pk), how="called", outcome="right", by=by(joost))

    actions.undo_correction(budget, by=by(joost))
    actions.undo_correction(budget, by=by(joost))

    assert Entry.objects.get(pk=budget.pk).phone == ""


def test_gone_by_mistake_comes_back_on_the_map(sign_in, joost, carla, budget):
    actions.verify_entry(budget, how="called", outcome="gone", by=by(carla))
    assert not Entry.objects.get(pk=budget.pk).is_published

    with pytest.raises(NotYours):
        actions.undo_correction(budget, by=by(joost))
    actions.undo_correction(budget, by=by(carla))

    assert Entry.objects.get(pk=budget.pk).is_published
    assert search_entries("schulden")[0].entry == budget


def test_what_was_found_since_then_stays(joost, mina, budget):
    actions.verify_entry(budget, how="called", outcome="right", by=by(joost))
    budget.verifications.create(on=clock.today(), how="owner", outcome=Outcome.RIGHT)

    actions.undo_correction(budget, by=by(mina))

    budget.refresh_from_db()
    assert budget.verified_on == clock.today()
    assert budget.verifications.get().how == "owner"


def test_what_was_off_the_map_and_is_back_is_found_also_by_who_read_the_map_meanwhile(carla, entries):
    budget = entries[2]
    actions.retire_entry(budget, by=by(carla))
    drop_index()
    assert not any(found.entry == budget for found in search_entries("schulden"))

    actions.return_entry(budget, by=by(carla))

    assert search_entries("schulden")[0].entry == budget
