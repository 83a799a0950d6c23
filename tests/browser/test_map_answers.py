"""Looking something up on the map and going back, in a real browser."""

import pytest
from playwright.sync_api import expect

from wijkhuis.house.directory.actions import index_entries
from wijkhuis.house.directory.models import Entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_who_goes_back_from_an_entry_finds_their_words_and_answers_again(live_server, page, house, entries, city):
    for number in range(6):
        Entry.objects.create(name=f"Taalles {number}", topics=["taal"], kind="group", neighbourhood=city.noorderpoort)
    index_entries()
    answers = page.locator("#found a.sentence")
    page.goto(f"{live_server.url}/kaart/")
    page.fill("#id_q", "taalles")
    expect(answers).to_have_count(5)
    page.get_by_role("button", name="Laat meer zien").click()
    expect(answers).to_have_count(6)

    answers.nth(2).click()
    page.locator("a.back").click()

    expect(page.locator("#id_q")).to_have_value("taalles")
    expect(answers).to_have_count(5)
    assert page.url == f"{live_server.url}/kaart/"


def test_a_browser_that_keeps_no_fields_finds_the_words_too_on_its_own_way_back(live_server, page, house, entries):
    """On https Firefox keeps no field of a page that says no-store; here the field says so itself."""
    index_entries()
    page.goto(f"{live_server.url}/kaart/")
    page.locator("#id_q").evaluate("field => field.setAttribute('autocomplete', 'off')")
    page.fill("#id_q", "schulden")
    expect(page.locator("#found a.sentence")).to_have_count(1)

    page.locator("#found a.sentence").first.click()
    expect(page.get_by_role("heading", name="Budgetloket")).to_be_visible()
    page.go_back()

    expect(page.locator("#id_q")).to_have_value("schulden")
    expect(page.locator("#found a.sentence")).to_have_count(1)
