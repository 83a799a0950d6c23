"""What residents meet, in a real browser: on the phone, in three languages, by keyboard, without scripts."""

import pytest
from playwright.sync_api import expect

from tests.cast import by
from tests.chromium import PHONE
from wijkhuis.base import clock
from wijkhuis.loop.desk import actions


@pytest.fixture
def question(house, joost, corporation, fatma, entries):
    """A question that was answered, passed on, and that we now ask about."""
    question = actions.ask_online(
        house, words="De muren komen op me af", wish=actions.Wish(called="Samira", way="phone", phone="0612345678")
    )
    actions.take_question(question, seen=question.holding_mark, by=by(joost))
    actions.look_at(question, by=by(joost))
    actions.note_conversation(question, rung="self", tried="Zelf gebeld", words="Ze kent hier niemand", by=by(joost))
    offer = question.handovers.create(
        partnership=corporation,
        professional=fatma,
        sender=joost,
        fields=["words", "called"],
        offered_at=clock.now(),
        answer_by=clock.today(),
        ended_at=clock.now(),
        ending="declined",
        reason="Dit hoort bij het buurtteam",
    )
    assert offer.pk
    actions.give_answer(question, words="Op dinsdag eten we hier samen.", entry=entries[1], by=by(joost))
    follow_up = actions.mark_answered(question, by=by(joost))
    follow_up.asked_at = clock.now()
    follow_up.save()
    return question


@pytest.fixture
def visit(live_server, page):
    def go(address, language="nl"):
        page.context.add_cookies([{"name": "huis_taal", "value": language, "url": live_server.url}])
        page.set_viewport_size(PHONE)
        page.goto(live_server.url + address)
        return page

    return go


def addresses(question):
    mine = f"/mijn/{question.link_token}/"
    return [
        "/",
        "/huis/de-brug/",
        "/huis/de-brug/vraag/",
        mine,
        mine + "hoe-ging-het/",
        mine + "bewaard/",
        mine + "briefje/",
        mine + "wissen/",
        "/mijn/",
        "/privacy/",
        "/toegankelijkheid/",
        "/kiosk/de-brug/",
        "/kiosk/de-brug/vraag/",
        "/kiosk/de-brug/vandaag/",
        "/kiosk/de-brug/mijn/",
    ]


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_everybody_can_use_every_page(visit, accessible, question, pieter, language):
    for address in addresses(question):
        accessible(visit(address, language))


def test_somebody_asks_and_answers_by_keyboard_only(visit, house):
    page = visit("/huis/de-brug/vraag/")
    page.locator("#id_words").focus()
    page.keyboard.type("Wie helpt met een brief?")
    while page.evaluate("document.activeElement.type") != "submit":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Dank u wel. Uw vraag is binnen.")


def test_the_screen_in_the_hall_forgets_after_silence(visit, house, settings):
    settings.KIOSK_SILENCE_SECONDS = 3
    page = visit("/kiosk/de-brug/vraag/")
    page.fill("#id_words", "De muren komen op me af")
    page.fill("#id_phone", "0612345678")

    expect(page.locator("[data-kiosk-warning]")).to_be_visible(timeout=5000)
    expect(page).to_have_url(lambda_url(page, "/kiosk/de-brug/"), timeout=8000)
    page.go_back()

    expect(page.locator("body")).not_to_contain_text("muren")
    if page.locator("#id_words").count():
        assert page.input_value("#id_words") == ""
        assert page.input_value("#id_phone") == ""


def test_whoever_stops_leaves_nothing_behind(visit, house):
    page = visit("/kiosk/de-brug/vraag/", "ar")
    page.fill("#id_words", "De muren komen op me af")
    page.click("[data-kiosk-stop]")

    expect(page.locator("html")).to_have_attribute("lang", "nl")
    assert "huis_taal" not in {cookie["name"] for cookie in page.context.cookies()}


def test_everything_works_without_scripts(browser, live_server, question):
    context = browser.new_context(java_script_enabled=False, locale="nl-NL", viewport=PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/mijn/{question.link_token}/")
    page.click("button[value=not]")
    expect(page.locator("h1")).to_contain_text("Joost is met uw vraag bezig")
    page.fill("#id_words", "Vooral in het weekend")
    page.click("text=Verstuur mijn woorden")
    expect(page.locator("main")).to_contain_text("Vooral in het weekend")
    page.click("text=Wis mijn gegevens")
    page.click("text=Ja, wis nu alles")
    expect(page.locator("h1")).to_contain_text("gewist")
    context.close()


def lambda_url(page, path):
    origin = "/".join(page.url.split("/")[:3])
    return origin + path
