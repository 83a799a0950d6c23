from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from wijkhuis.base.accounts.tests.doors import is_in, make_person, type_password

pytestmark = pytest.mark.django_db


@pytest.fixture
def wim(client):
    wim = make_person("Wim", needs_second_factor=False)
    type_password(client, wim.email)
    assert is_in(client)
    return wim


def test_after_half_an_hour_without_a_sign_of_life_a_session_ends(client, wim, later):
    later(minutes=29)
    assert is_in(client)
    later(minutes=29)
    assert is_in(client)
    later(minutes=31)

    sent_away = client.get(reverse("my_account"))

    assert sent_away.url.startswith(reverse("account_login"))
    assert "half uur" in client.get(sent_away.url).content.decode()


def test_after_twelve_hours_a_session_ends_however_busy_it_was(client, wim, later):
    for _quarter in range(47):
        later(minutes=15)
        assert is_in(client)
    later(minutes=15)

    assert not is_in(client)


def test_after_signing_out_the_back_button_shows_nothing(client, wim):
    page = client.get(reverse("my_account"))

    client.post(reverse("account_logout"))

    assert "no-store" in page["Cache-Control"]
    assert not is_in(client)


def test_another_password_ends_the_other_sessions(client, wim):
    from django.test import Client

    elsewhere = Client()
    type_password(elsewhere, wim.email)
    new = {
        "oldpassword": "een lange zin onthoud je",
        "password1": "nog een langere zin",
        "password2": "nog een langere zin",
    }

    client.post(reverse("account_change_password"), new)

    assert is_in(client)
    assert not is_in(elsewhere)


def test_a_closed_account_ends_its_sessions(client, wim):
    from wijkhuis.base.accounts.actions import deactivate_user

    deactivate_user(wim, by=None)

    assert not is_in(client)


def test_who_is_switched_off_is_out_at_the_next_page(client, wim):
    wim.is_active = False
    wim.save()

    assert not is_in(client)


def test_a_session_whose_time_is_over_or_that_never_was_opens_nothing(client, wim):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not is_in(client)

    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    assert not is_in(client)
    client.cookies[settings.SESSION_COOKIE_NAME] = "\x01"
    assert not is_in(client)


def test_a_calendar_that_everybody_may_keep_is_kept_nowhere_for_who_signed_in(client, house, joost, sign_in):
    calendar = "/kaart/agenda/de-brug.ics"

    assert "public" in client.get(calendar).headers["Cache-Control"]
    assert sign_in(joost).get(calendar).headers["Cache-Control"] == "private, no-store"
