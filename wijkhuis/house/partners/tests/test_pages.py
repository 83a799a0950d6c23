"""The faces on the screen, and who may change them."""

from datetime import time

import pytest
from django.urls import reverse

from tests.cast import by, make_user
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.house.partners import actions
from wijkhuis.house.partners.models import Attendance, Partner, Partnership, Professional
from wijkhuis.house.partners.queries import here_on

FACES = reverse("partners:faces")


def address(name, record):
    return reverse(f"partners:{name}", args=[record.pk])


@pytest.fixture
def sociaal_werker(pieter):
    return Professional.objects.get(user=pieter)


def test_a_host_sees_who_works_here_and_finds_by_words_day_and_partner(sign_in, joost, sociaal_werker, fatma):
    browser = sign_in(joost)

    def names(**asked):
        page = browser.get(FACES, asked).content.decode()
        return {name for name in ("Pieter", "Fatma") if f">{name}" in page}

    assert names() == {"Pieter", "Fatma"}
    assert names(q="schimmel in huis") == {"Fatma"}
    assert names(day=0) == {"Pieter"}
    assert names(partner=fatma.partner_id) == {"Fatma"}
    assert names(day="x", partner="y", q="\x00") == {"Pieter", "Fatma"}


def test_a_face_says_how_to_reach_somebody(sign_in, joost, fatma):
    page = sign_in(joost).get(address("face", fatma)).content.decode()

    assert "FY" in page
    assert "0612345678" in page
    assert "schimmel" in page


@pytest.mark.parametrize("name", ["stef", "ada", "nils", "visitor"])
def test_faces_are_for_who_works_with_this_house(request, client, sign_in, fatma, name):
    browser = client if name == "visitor" else sign_in(request.getfixturevalue(name))

    assert browser.get(address("face", fatma)).status_code in (302, 403, 404)
    assert "Fatma" not in browser.get(FACES).content.decode()
    assert browser.post(address("here", fatma), {"is_here": "1"}).status_code in (302, 403, 404)
    assert not fatma.changes.exists()


def test_one_tap_says_that_somebody_is_here_today(sign_in, joost, fatma, house):
    browser = sign_in(joost)

    browser.post(address("here", fatma), {"is_here": "1"})
    assert [one.professional for one in here_on(house, on=clock.today())] == [fatma]

    browser.post(address("here", fatma), {"is_here": "0"})
    assert here_on(house, on=clock.today()) == []


def test_a_professional_keeps_their_own_face_and_a_host_does_not(sign_in, pieter, joost, sociaal_werker, fatma):
    facts = {"first_name": "Pieter", "function": "sociaal werker", "ask_me_about": "geld, wonen"}

    assert sign_in(joost).post(address("change", sociaal_werker), facts).status_code == 403
    assert sign_in(pieter).post(address("change", sociaal_werker), facts).status_code == 302
    assert sign_in(pieter).post(address("change", fatma), facts).status_code == 403

    sociaal_werker.refresh_from_db()
    assert sociaal_werker.ask_me_about == "geld, wonen"


def test_a_coordinator_adds_a_face_with_days(sign_in, carla, corporation, house):
    browser = sign_in(carla)
    facts = {
        "partner": corporation.partner_id,
        "first_name": "Omar",
        "function": "wijkbeheerder",
        "languages": "Arabisch",
    }

    browser.post(reverse("partners:add"), facts)
    omar = Professional.objects.get()
    browser.post(address("week", omar), {"starts_at_1": "09:00", "ends_at_1": "12:30"})

    day = Attendance.objects.get()
    assert (omar.languages, day.weekday, day.starts_at, day.ends_at) == (["Arabisch"], 1, time(9), time(12, 30))
    wrong = {"starts_at_1": "12:00", "ends_at_1": "09:00", "starts_at_2": "09:00", "starts_at_3": "25:00"}
    assert browser.post(address("week", omar), wrong).status_code == 422
    assert Attendance.objects.count() == 1


def test_who_left_is_gone_from_the_faces_and_the_week(sign_in, carla, joost, sociaal_werker):
    assert sign_in(joost).post(address("retire", sociaal_werker)).status_code == 403
    sign_in(carla).post(address("retire", sociaal_werker))

    assert not Attendance.objects.exists()
    assert sign_in(joost).get(address("face", sociaal_werker)).status_code == 404


def test_a_partnership_begins_ends_and_begins_again(sign_in, carla, joost, house, sociaal_werker):
    browser = sign_in(carla)
    facts = {"name": "buurtteam noord", "kind": "care", "functions": "sociaal werker, schuldhulp", "answer_days": "2"}
    tie = Partnership.objects.get()

    browser.post(address("end", tie))
    assert "Pieter" not in browser.get(FACES).content.decode().split("<main")[1]
    assert not Attendance.objects.exists()

    browser.post(reverse("partners:start"), facts)
    tie.refresh_from_db()
    assert (tie.ended_on, tie.functions, tie.answer_days) == (None, ["sociaal werker", "schuldhulp"], 2)
    assert Partner.objects.count() == 1
    assert sign_in(joost).post(address("end", tie)).status_code == 403


def test_actions_guard_themselves(house, other_house, joost, nils, carla, fatma):
    with pytest.raises(NotYours):
        actions.say_attendance_change(fatma, house=house, on=clock.today(), is_here=True, by=by(nils))
    with pytest.raises(RuleBroken):
        actions.say_attendance_change(fatma, house=other_house, on=clock.today(), is_here=True, by=by(nils))
    with pytest.raises(NotYours):
        actions.set_attendance(fatma, house=house, week=[], by=by(joost))
    with pytest.raises(NotYours):
        actions.start_partnership(other_house, name="X", kind="care", facts={}, by=by(carla))


def test_the_list_costs_the_same_whatever_the_amount(sign_in, joost, corporation, house, django_assert_max_num_queries):
    for number in range(60):
        face = Professional.objects.create(
            partner=corporation.partner, user=make_user(f"P{number}"), first_name=f"P{number}", function="adviseur"
        )
        Attendance.objects.create(
            professional=face, house=house, weekday=number % 5, starts_at=time(9), ends_at=time(12)
        )
    browser = sign_in(joost)
    # The first page after signing in writes the session as well.
    browser.get(FACES)

    with django_assert_max_num_queries(12):
        browser.get(FACES)


def test_who_is_here_already_is_not_added_twice_unless_it_is_somebody_else(sign_in, carla, fatma, corporation):
    browser = sign_in(carla)
    facts = {"partner": corporation.partner_id, "first_name": "fatma", "last_name": "", "function": "woonconsulent"}

    asked = browser.post(reverse("partners:add"), facts)

    assert asked.status_code == 422
    page = asked.content.decode()
    assert f'href="{address("face", fatma)}"' in page
    assert 'value="woonconsulent"' in page
    assert Professional.objects.filter(partner=corporation.partner).count() == 1

    browser.post(reverse("partners:add"), facts | {"is_other": "1"})
    assert Professional.objects.filter(partner=corporation.partner).count() == 2
