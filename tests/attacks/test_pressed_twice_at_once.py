"""Two presses at the very same moment: kept once, and the second gets a kind answer, never an error of the machine."""

from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta
from threading import Barrier

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.cast import by
from tests.faults.test_at_the_same_time import at_once
from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.sessions import mark_strong
from wijkhuis.house.neighbourhood.models import OpeningHours, Place
from wijkhuis.house.partners.actions import Hours, set_attendance
from wijkhuis.house.partners.models import Attendance, Professional
from wijkhuis.house.people.actions import make_household, promise
from wijkhuis.house.people.models import Promise
from wijkhuis.house.sources.models import Source
from wijkhuis.loop.agenda.models import Meeting
from wijkhuis.loop.desk.actions import note_conversation, take_down_question
from wijkhuis.loop.desk.models import Conversation
from wijkhuis.loop.signals.models import Round, SignalGroup
from wijkhuis.site.office.actions import set_opening_hours

pytestmark = pytest.mark.django_db(transaction=True)
LATER = (clock.today() + timedelta(days=20)).isoformat()


def browser_of(user):
    browser = Client(raise_request_exception=False)
    browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    session = browser.session
    mark_strong(session)
    session.save()
    return browser


def press_twice(user, url, said):
    """The status codes of the same form sent by two browsers at once."""
    browsers, start = [browser_of(user), browser_of(user)], Barrier(2)

    def press(browser):
        try:
            start.wait(timeout=30)
            return browser.post(url, said).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(press, browsers))


@pytest.mark.parametrize("round_number", range(3))
def test_a_form_sent_twice_at_once_is_kept_once_and_gives_no_error(house, carla, round_number):
    SignalGroup.objects.create(house=house, name="Signaalgroep")
    invited = {"email": "nieuw@huis.test", "first_name": "Nel", "kind": "host"}
    forms = {
        "office:team": invited,
        "sources:new": {"name": "Gids", "form": "hsds", "address": ""},
        "agenda:plan": {"on": LATER, "at": "10:00"},
        "signals:look": {},
    }

    pressed = {name: press_twice(carla, reverse(name), said) for name, said in forms.items()}

    assert all(code in (302, 409, 422) for codes in pressed.values() for code in codes), pressed
    there = (User.objects.filter(email="nieuw@huis.test"), Source.objects, Meeting.objects)
    assert [one.count() for one in there] == [1, 1, 1]


@pytest.mark.parametrize("round_number", range(3))
def test_a_round_called_off_twice_at_once_is_gone_without_an_error(house, joost, round_number):
    held = Round.objects.create(house=house, name="Ronde", held_on=clock.today(), led_by=joost)

    codes = press_twice(joost, reverse("signals:call_off_round", args=[held.pk]), {})

    assert all(code in (302, 404, 409) for code in codes), codes
    assert not Round.objects.exists()


@pytest.mark.parametrize("round_number", range(3))
def test_a_week_a_promise_and_a_note_saved_twice_at_once_stand_there_once(house, carla, joost, pieter, round_number):
    place, face = Place.objects.get(house=house), Professional.objects.get(user=pieter)
    household = make_household(
        house, called="Fam.", coordinator=carla, agreed_with="beiden", agreed_on=clock.today(), by=by(carla)
    )
    question = take_down_question(house, words="Wie helpt mij?", by=by(joost))

    def save():
        set_opening_hours(place, hours=[(0, time(9), time(17))], by=by(carla))
        week = [Hours(0, time(9), time(12))]
        set_attendance(Professional.objects.get(pk=face.pk), house=house, week=week, by=by(carla))
        promise(household, who="Wim", what="belt", by_on=None, by=by(carla))
        note_conversation(question, words="De brief ligt bij haar zus.", by=by(joost))

    at_once(save, save)

    once = (
        OpeningHours.objects.filter(place=place),
        Attendance.objects.filter(professional=face),
        Promise.objects,
        Conversation.objects.filter(question=question),
    )
    assert [one.count() for one in once] == [1, 1, 1, 1]
