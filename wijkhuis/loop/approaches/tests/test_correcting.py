"""What was written down can be corrected; what was taken away comes back the same day."""

from datetime import timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.loop.approaches import schedule
from wijkhuis.loop.approaches.actions import correcting, going
from wijkhuis.loop.approaches.actions.making import Promise, add_pledge, change_approach
from wijkhuis.loop.approaches.models import Pledge, Step, Told

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(carla, sign_in):
    return sign_in(carla)


@pytest.fixture
def pledge(approach, carla):
    return add_pledge(approach, promise=Promise("Bakker", "brood"), by=by(carla))


def test_a_step_gets_another_day_and_the_plan_says_the_same(approach, browser):
    step, later = approach.steps.get(), clock.today() + timedelta(days=9)
    assert "Koffie in de hal" in browser.get(f"/aanpak/stappen/{step.pk}/wijzigen/").content.decode()

    browser.post(f"/aanpak/stappen/{step.pk}/wijzigen/", {"what": "Thee in de hal", "who": "Rita", "by_on": later})

    approach.refresh_from_db()
    assert (approach.first_step, approach.first_step_on) == ("Thee in de hal", later)
    assert approach.steps.get().what == "Thee in de hal"


def test_a_changed_plan_changes_its_first_step(approach, plan, carla):
    change_approach(approach, plan=plan(first_step="Soep in de hal"), by=by(carla))

    assert approach.steps.get().what == "Soep in de hal"


def test_a_step_that_was_taken_away_comes_back_the_same_day(approach, browser, client):
    step = approach.steps.get()
    browser.post(f"/aanpak/stappen/{step.pk}/weg/")
    page = browser.get(f"/aanpak/{approach.pk}/")
    assert page.context["shown"].steps == []
    assert "Terugzetten" in page.content.decode()

    browser.post(f"/aanpak/stappen/{step.pk}/weg/", {"back": "1"})

    assert approach.steps.there().get() == step


def test_what_was_taken_away_goes_at_night(approach, pledge, carla):
    correcting.remove_step(approach.steps.get(), by=by(carla))
    correcting.remove_pledge(pledge, by=by(carla))
    schedule.forget()
    assert Step.objects.exists()

    with clock.pretend(clock.now() + timedelta(days=1)):
        schedule.forget()

    assert not Step.objects.exists()
    assert not Pledge.objects.exists()


def test_a_promise_is_corrected_and_taken_away(approach, pledge, browser):
    form = {"belofte-name": "Bakker", "belofte-what": "koek", "belofte-side": "entrepreneurs"}
    assert "brood" in browser.get(f"/aanpak/beloften/{pledge.pk}/wijzigen/").content.decode()

    browser.post(f"/aanpak/beloften/{pledge.pk}/wijzigen/", form)
    browser.post(f"/aanpak/beloften/{pledge.pk}/weg/")

    pledge.refresh_from_db()
    assert (pledge.what, pledge.side, pledge.removed_on) == ("koek", "entrepreneurs", clock.today())
    assert browser.get(f"/aanpak/{approach.pk}/").context["shown"].pledges == []


def test_what_is_done_is_not_changed(approach, pledge, carla, joost):
    step = going.tick_step(approach.steps.get(), done=True, by=by(carla))
    going.tick_pledge(pledge, kept=True, by=by(carla))

    with pytest.raises(RuleBroken, match="gedaan"):
        correcting.remove_step(step, by=by(carla))
    with pytest.raises(RuleBroken, match="gedaan"):
        correcting.change_pledge(pledge, promise=Promise("Bakker", "koek"), by=by(carla))
    with pytest.raises(NotYours):
        correcting.remove_step(step, by=by(joost))


def test_what_became_of_it_is_corrected_after_the_end(approach, browser, carla):
    with pytest.raises(RuleBroken):
        correcting.change_result(approach, result="Te vroeg", by=by(carla))
    going.end_approach(approach, result="Het is gelukkt", by=by(carla))
    assert "Het is gelukkt" in browser.get(f"/aanpak/{approach.pk}/uitkomst/").content.decode()

    browser.post(f"/aanpak/{approach.pk}/uitkomst/", {"words": "Het is gelukt"})

    approach.refresh_from_db()
    assert approach.result == "Het is gelukt"


def test_who_ended_it_by_mistake_goes_on_the_same_day(approach, browser, carla):
    going.end_approach(approach, result="Klaar", by=by(carla))
    assert "Toch doorgaan" in browser.get(f"/aanpak/{approach.pk}/").content.decode()

    browser.post(f"/aanpak/{approach.pk}/toch-door/")

    approach.refresh_from_db()
    assert (approach.ended_on, approach.result) == (None, "")


def test_it_does_not_go_on_a_day_later_or_after_people_were_told(approach, carla):
    ended = going.end_approach(approach, result="Klaar", by=by(carla))
    with clock.pretend(clock.now() + timedelta(days=1)), pytest.raises(RuleBroken):
        correcting.go_on(ended, by=by(carla))

    Told.objects.create(approach=ended, words="Klaar", moment="ended", written_by=carla, told_at=clock.now())
    with pytest.raises(RuleBroken):
        correcting.go_on(ended, by=by(carla))
