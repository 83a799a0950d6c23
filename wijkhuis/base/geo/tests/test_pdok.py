"""Asking PDOK where an address is: in its real form, and when it is slow, broken, half or away."""

import time
from urllib.parse import parse_qs, urlparse

import pytest
from django.test import override_settings

from wijkhuis.base.geo import geocoder, pdok
from wijkhuis.base.geo.pdok import Locatieserver


def test_an_address_becomes_a_point_with_its_neighbourhood(pdok_server):
    answer = Locatieserver(pdok_server.url).ask("Geuzenkade 58-1", "1056 KN", "Amsterdam")

    place = answer.place
    assert answer.was_heard
    assert (place.latitude, place.longitude) == (52.37354473, 4.86450674)
    assert (place.postcode, place.town, place.province) == ("1056KN", "Amsterdam", "Noord-Holland")
    assert (place.bag_id, place.neighbourhood_code) == ("0363200000107724", "BU03634000")


def test_only_the_address_is_sent_and_only_parameters_pdok_knows(pdok_server):
    Locatieserver(pdok_server.url).ask("Geuzenkade 58-1", "1056 KN", "Amsterdam")

    asked = parse_qs(urlparse(pdok_server.asked()[-1]).query)
    assert asked["q"] == ["Geuzenkade 58-1 1056KN Amsterdam"]
    assert set(asked) == {"q", "fq", "fl", "rows"}


def test_the_stand_in_refuses_what_pdok_refuses(pdok_server):
    heard = Locatieserver(pdok_server.url)._get("free", {"q": "Geuzenkade", "limit": "1"})

    assert heard is None


def test_an_address_that_is_nowhere_is_heard_and_has_no_place(pdok_server):
    answer = Locatieserver(pdok_server.url).ask("Nergenshuizen 1")

    assert answer.was_heard
    assert answer.place is None


@pytest.mark.parametrize("address", ["Kaalslag 58", "Verderop 58"])
def test_a_missing_point_or_another_number_is_never_guessed(pdok_server, address):
    answer = Locatieserver(pdok_server.url).ask(address)

    # Of the two documents for Verderop the first has another number and the second says nothing but a point.
    assert answer.was_heard
    assert answer.place is None or (answer.place.latitude, answer.place.postcode) == (52.0, "")


@pytest.mark.parametrize("address", ["Brandnetelstraat 1", "Halfweg 2", "Fransweg 3"])
def test_trouble_is_a_line_in_the_log_without_the_address_and_never_an_error(pdok_server, caplog, monkeypatch, address):
    # Another test may have started something that quietens every logger it does not know.
    monkeypatch.setattr(pdok.log, "disabled", False)
    answer = Locatieserver(pdok_server.url).ask(address)

    assert not answer.was_heard
    assert answer.place is None
    assert len(pdok_server.asked()) == pdok.TRIES
    assert "did not answer" in caplog.text
    assert address.split()[0] not in caplog.text


@pytest.mark.parametrize("address", ["Slakkenpad 4", "Druppelgang 5"])
def test_nobody_waits_for_a_slow_answer(pdok_server, monkeypatch, address):
    monkeypatch.setattr(pdok, "PATIENCE", (0.5, 0.5))
    monkeypatch.setattr(pdok, "LONGEST", 0.5)
    began = time.monotonic()

    answer = Locatieserver(pdok_server.url).ask(address)

    assert not answer.was_heard
    assert time.monotonic() - began < 4


def test_a_server_that_is_down_gives_nothing():
    answer = Locatieserver("http://127.0.0.1:9").ask("Geuzenkade 58")

    assert not answer.was_heard
    assert Locatieserver("http://127.0.0.1:9").suggest("Geuz") == []


def test_while_typing_addresses_are_offered(pdok_server):
    offered = Locatieserver(pdok_server.url).suggest("Geuzenkade 5")

    assert [one.words for one in offered] == ["Geuzenkade 58-1, 1056KN Amsterdam"]
    assert Locatieserver(pdok_server.url).suggest("G") == []


def test_a_house_may_ask_nobody():
    with override_settings(GEOCODER="none"):
        assert not geocoder().ask("Geuzenkade 58").was_heard
        assert geocoder().suggest("Geuzenkade") == []
