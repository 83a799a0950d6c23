"""In a real browser, with a key that Chromium pretends to have."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from playwright.sync_api import expect

from wijkhuis.base.accounts.tests.doors import PASSWORD, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def house_at(live_server):
    """Passkeys belong to a name, so the address is a name too."""
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def key(context, page):
    """A key in the computer that knows the finger of whoever sits there."""
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    def wrong_finger():
        devices.send("WebAuthn.setUserVerified", {"authenticatorId": made["authenticatorId"], "isUserVerified": False})

    return wrong_finger


def sign_in_with_password(page, house_at, user):
    page.goto(house_at + reverse("account_login") + "?next=" + reverse("my_account"))
    page.get_by_label("E-mailadres").fill(user.email)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Inloggen").click()


def make_passkey(page, house_at):
    page.get_by_role("link", name="Gebruik een passkey").click()
    page.get_by_label("Hoe noemt u hem?").fill("Laptop van de balie")
    page.get_by_role("button", name="Passkey maken").click()


def sign_out(context):
    context.clear_cookies()


def test_a_host_makes_a_passkey_as_second_step_and_then_needs_nothing_else(page, context, house_at, key, accessible):
    joost = make_person()

    sign_in_with_password(page, house_at, joost)
    expect(page.get_by_role("heading", level=1)).to_have_text("Eerst een tweede stap, dan kunt u beginnen")
    accessible(page)
    make_passkey(page, house_at)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaar deze reservecodes")
    accessible(page)
    assert Authenticator.objects.get(user=joost, type="webauthn").wrap().name == "Laptop van de balie"

    sign_out(context)
    page.goto(house_at + reverse("account_login") + "?next=" + reverse("my_account"))
    accessible(page)
    page.get_by_role("button", name="Met een passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
    expect(page.get_by_role("term").filter(has_text="Laptop van de balie")).to_be_visible()
    accessible(page)


def test_a_passkey_is_the_second_step_after_a_password(page, context, house_at, key, accessible):
    joost = make_person()
    sign_in_with_password(page, house_at, joost)
    make_passkey(page, house_at)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaar deze reservecodes")
    sign_out(context)

    sign_in_with_password(page, house_at, joost)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    accessible(page)
    page.get_by_role("button", name="Mijn passkey gebruiken").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")


def test_a_wrong_finger_gives_a_sentence_and_no_way_in(page, context, house_at, key):
    joost = make_person()
    sign_in_with_password(page, house_at, joost)
    make_passkey(page, house_at)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaar deze reservecodes")
    sign_out(context)
    key()

    page.goto(house_at + reverse("account_login"))
    page.get_by_role("button", name="Met een passkey").click()

    expect(page.get_by_role("alert")).to_contain_text("De passkey werkte niet")
