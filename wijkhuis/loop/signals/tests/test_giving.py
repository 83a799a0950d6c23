"""What people who work in the neighbourhood notice."""

import time

import pytest
from django.urls import reverse

from wijkhuis.loop.signals.models import Signal

pytestmark = pytest.mark.django_db
NOTICED = "Steeds meer kinderen komen zonder ontbijt op school."


def test_the_caretaker_writes_two_fields_and_is_asked_for_more(bas, city, sign_in, client):
    sign_in(bas)
    page = client.post(reverse("signals:give"), {"sentence": NOTICED, "where": city.noorderpoort.pk}, follow=True)

    assert "Dank u. Nog een?" in page.content.decode()
    signal = Signal.objects.get()
    assert (signal.source, signal.neighbourhood, signal.sentence) == ("staff", city.noorderpoort, NOTICED)


def test_a_professional_of_a_partner_writes_one_too(pieter, sign_in, client):
    sign_in(pieter)
    client.post(reverse("signals:give"), {"sentence": NOTICED})

    assert Signal.objects.get().neighbourhood is None


def test_within_a_minute_it_can_be_taken_back(joost, sign_in, client):
    sign_in(joost)
    client.post(reverse("signals:give"), {"sentence": NOTICED})

    client.post(reverse("signals:take_back"))

    assert not Signal.objects.exists()


def test_after_a_minute_it_stays(joost, sign_in, client, monkeypatch):
    sign_in(joost)
    client.post(reverse("signals:give"), {"sentence": NOTICED})

    later = time.time() + 61
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    client.post(reverse("signals:take_back"))

    assert Signal.objects.exists()


def test_nobody_takes_back_the_signal_of_a_colleague(joost, mina, house, sign_in, client):
    from tests.cast import by
    from wijkhuis.loop.signals import actions
    from wijkhuis.loop.signals.actions import Wording

    hers = actions.give_signal(house, wording=Wording(NOTICED), by=by(mina))

    assert not actions.take_back_signal(hers.pk, house=house, by=by(joost))
    assert Signal.objects.exists()


def test_a_name_is_turned_back(joost, sign_in, client):
    sign_in(joost)
    answer = client.post(reverse("signals:give"), {"sentence": "Kind van 06-12345678 komt zonder ontbijt."})

    assert answer.status_code == 422
    assert not Signal.objects.exists()


def test_steering_and_residents_have_no_form(stef, rita, sign_in, client):
    for somebody in (stef, rita):
        sign_in(somebody)
        assert client.get(reverse("signals:give")).status_code == 403
