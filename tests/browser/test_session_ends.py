"""The session ends while somebody types: after signing in again the words are there."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from wijkhuis.base import clock

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Ik was net bezig met een lang verhaal"


def test_what_was_typed_is_there_after_signing_in_again(live_server, page, joost, sign_in, monkeypatch):
    def come_in():
        cookie = sign_in(joost).cookies["huis_sessie"].value
        page.context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])

    come_in()
    page.goto(f"{live_server.url}/balie/")
    page.keyboard.type(WORDS)

    monkeypatch.setattr(clock, "now", lambda: timezone.now() + timedelta(minutes=31))
    page.locator("[data-save]").click()
    page.wait_for_url("**/account/inloggen/**")
    monkeypatch.undo()
    come_in()
    page.goto(f"{live_server.url}/balie/")

    expect(page.locator("[name=words]")).to_have_value(WORDS)
