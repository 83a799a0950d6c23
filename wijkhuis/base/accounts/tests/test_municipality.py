"""Against a real provider in a process of its own."""

import socket
import subprocess
import sys
import time
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from django.urls import reverse

from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.tests.doors import give_app, is_in, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def provider():
    """The municipality's provider, at an address of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _attempt in range(100):
            try:
                httpx.get(f"{address}/.well-known/openid-configuration").raise_for_status()
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def municipality(provider, settings):
    app = {
        "provider_id": "gemeente",
        "name": "Gemeente Dijkstad",
        "client_id": "wijkhuis",
        "secret": "geheim",
        "settings": {"server_url": provider, "token_auth_method": "client_secret_basic", "scope": ["openid", "email"]},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    return provider


def go_there(client, **more):
    return client.post(reverse("openid_connect_login", kwargs={"provider_id": "gemeente"}), more).url


def come_back(client, there, *, sub):
    back = httpx.post(there, data={"sub": sub}).headers["location"]
    return client.get(urlsplit(back).path + "?" + urlsplit(back).query)


def known_there(provider, sub, email, *, verified=True):
    httpx.put(f"{provider}/users/{sub}", json={"email": email, "email_verified": verified}).raise_for_status()


def test_an_invited_person_comes_in_through_the_municipality_and_that_is_strong(client, municipality):
    joost = make_person(password=None)
    known_there(municipality, "1234", "Joost@huis.test")
    assert "Gemeente Dijkstad" in client.get(reverse("account_login")).content.decode()

    there = go_there(client, next="/account/")
    asked = parse_qs(urlsplit(there).query)
    back = come_back(client, there, sub="1234")

    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    assert back.url == "/account/"
    assert is_in(client)
    assert client.get(reverse("my_account")).wsgi_request.user == joost


def test_the_municipality_asked_the_second_step_so_we_do_not_and_the_password_stays(client, municipality):
    joost = make_person()
    give_app(joost)
    known_there(municipality, "1234", joost.email)

    come_back(client, go_there(client), sub="1234")

    assert is_in(client)
    joost.refresh_from_db()
    assert joost.has_usable_password()


def test_somebody_whom_no_house_invited_is_turned_away_and_gets_no_account(client, municipality):
    known_there(municipality, "5678", "onbekend@gemeente.test")

    page = come_back(client, go_there(client), sub="5678")

    assert page.status_code == 403
    assert "We kennen u nog niet" in page.content.decode()
    assert "verkeerde account van Gemeente Dijkstad" in page.content.decode()
    assert not is_in(client)
    assert not User.objects.exists()


def test_an_address_that_the_provider_did_not_check_opens_nothing(client, municipality):
    joost = make_person()
    known_there(municipality, "666", joost.email, verified=False)

    page = come_back(client, go_there(client), sub="666")

    assert page.status_code == 403
    assert not is_in(client)


def test_somebody_whose_account_was_closed_is_turned_away(client, municipality):
    joost = make_person(is_active=False)
    known_there(municipality, "1234", joost.email)

    come_back(client, go_there(client), sub="1234")

    assert not is_in(client)


def test_an_answer_that_was_not_asked_for_leads_back_to_the_door(client, municipality):
    back = reverse("openid_connect_callback", kwargs={"provider_id": "gemeente"})

    page = client.get(back, {"code": "verzonnen", "state": "verzonnen"}, follow=True)

    assert page.redirect_chain[-1][0] == reverse("account_login")
    assert "lukte niet" in page.content.decode()
