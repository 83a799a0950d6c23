"""One tap in a message, and a correction in ten seconds, in a real browser on a phone."""

from datetime import timedelta
from time import monotonic
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.cast import by
from tests.chromium import PHONE
from wijkhuis.base import clock
from wijkhuis.base.messages.models import Message
from wijkhuis.house.directory.actions import ask_keeper, set_keeper
from wijkhuis.house.directory.models import Check, Entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# This browser says that it is driven, as scanners of mailboxes do. A browser of a person does not.
A_PERSON = "Object.defineProperty(Navigator.prototype, 'webdriver', {get: () => false})"


@pytest.fixture
def link(live_server, entries, joost):
    set_keeper(entries[2], name="Samira de Wit", email="samira@budget.test", by=by(joost))
    ask_keeper(entries[2], by=by(joost))
    Message.objects.update(sent_at=clock.now() - timedelta(hours=1))
    return live_server.url + urlsplit(Message.objects.get().context["link"]).path


def test_one_tap_in_the_message_answers_and_can_be_taken_back(page, link, accessible):
    page.add_init_script(A_PERSON)
    page.set_viewport_size(PHONE)

    page.goto(f"{link}klopt-nog/")

    expect(page.get_by_role("heading", name="Dank u wel")).to_be_visible()
    assert Check.objects.get().outcome == "right"
    accessible(page)
    page.get_by_role("button", name="Toch niet").click()
    expect(page.get_by_role("button", name="Ja, het klopt nog")).to_be_visible()
    assert Check.objects.get().outcome == ""


def test_with_a_bad_line_the_answer_goes_when_the_line_is_back(context, link):
    # A browser complains of a line that breaks off, so nobody listens here.
    page, sent = context.new_page(), []
    page.add_init_script(A_PERSON)
    context.route("**/klopt-het/**", lambda route: (sent.append(1), route.abort())
                  if route.request.method == "POST" and not sent else route.continue_())  # fmt: skip

    page.goto(f"{link}klopt-nog/")

    expect(page.get_by_role("heading", name="Dank u wel")).to_be_visible(timeout=15_000)
    assert sent == [1]
    assert Check.objects.get().outcome == "right"


def test_a_driven_browser_that_waits_answers_nothing(page, link):
    for end in ("klopt-nog/", "klopt-niet-meer/", ""):
        page.goto(f"{link}{end}")
        page.wait_for_timeout(2500)

    assert Check.objects.get().outcome == ""
    expect(page.get_by_role("button", name="Ja, het klopt nog")).to_be_visible()


def test_a_program_that_hides_and_opens_both_answers_gives_none(page, link):
    page.add_init_script(A_PERSON)
    page.goto(f"{link}klopt-nog/")
    expect(page.get_by_role("heading", name="Dank u wel")).to_be_visible()
    page.goto(f"{link}klopt-niet-meer/")

    expect(page.get_by_text("Welk antwoord")).to_be_visible()
    assert Check.objects.get().outcome == ""


# What people need on a phone, in seconds, as counted for phones (Holleis and others, 2007): to think of the next thing,
# to reach and tap, to press a key.
THINK, TAP, KEY = 1.35, 0.95, 0.39


@pytest.fixture
def phone(browser, live_server, sign_in, joost):
    """The phone of a host, signed in."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="nl-NL")
    cookie = sign_in(joost).cookies["huis_sessie"].value
    context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])
    yield context.new_page()
    context.close()


def test_a_host_corrects_a_phone_number_or_a_time_within_ten_seconds(phone, live_server, entries):
    """From the page of an entry to the corrected page: a person thinks twice, taps twice and presses keys; a machine
    that tests at the same time may take longer than the half second of a quiet one.
    """
    entry = entries[2]
    Entry.objects.filter(pk=entry.pk).update(phone="010 123 45 67", opening="Dinsdag 10-12 uur")

    for label, typed, shown in (("Telefoon", "0109998877", "0109998877"), ("Wanneer open", "", "Dinsdag 10-14 uur")):
        phone.goto(f"{live_server.url}/kaart/{entry.pk}/")
        began, taps = monotonic(), 0
        phone.get_by_role("link", name="Iets is anders").tap()
        field = phone.get_by_label(label)
        assert field.bounding_box()["y"] < PHONE["height"] - 150
        field.tap()
        taps += 2
        phone.wait_for_timeout(50)
        if typed:
            phone.keyboard.type(typed)
            keys = len(typed)
        else:
            # The finger comes down behind the two digits that are wrong.
            field.evaluate("field => field.setSelectionRange(13, 13)")
            phone.keyboard.press("Backspace")
            phone.keyboard.type("4")
            keys = 2
        phone.keyboard.press("Enter")
        phone.wait_for_url(f"{live_server.url}/kaart/{entry.pk}/")
        expect(phone.get_by_text(shown).first).to_be_visible()
        person, machine = 2 * THINK + taps * TAP + (keys + 1) * KEY, monotonic() - began

        assert person <= 9, f"{label}: {person:.1f} seconds"
        assert machine <= 5, f"{label}: {machine:.1f} seconds"

    entry.refresh_from_db()
    assert (entry.phone, entry.opening) == ("0109998877", "Dinsdag 10-14 uur")
    assert entry.verified_on == clock.today()
