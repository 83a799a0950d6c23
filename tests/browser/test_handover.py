"""The warm handover in a real browser: Joost asks Fatma, reads out a code, and Fatma says yes by her link."""

import re

import pytest
from playwright.sync_api import expect

from tests.cast import by
from tests.chromium import DESK, PHONE
from wijkhuis.base.messages.models import Message
from wijkhuis.loop.desk import actions


@pytest.fixture
def question(house, joost):
    wish = actions.Wish(called="mevrouw Yılmaz", phone="0687654321")
    return actions.take_down_question(house, words="Er zit schimmel in de slaapkamer.", wish=wish, by=by(joost))


@pytest.fixture
def signed_in(client, sign_in, page, live_server):
    """Let the browser carry the session of somebody of the cast."""

    def go(user):
        cookie = sign_in(user).cookies["huis_sessie"]
        page.context.add_cookies([{"name": "huis_sessie", "value": cookie.value, "url": live_server.url}])
        return page

    return go


def test_joost_hands_over_and_fatma_says_yes(signed_in, accessible, live_server, joost, question, fatma, pieter):
    page = signed_in(joost)
    page.set_viewport_size(DESK)
    page.goto(f"{live_server.url}/vragen/{question.pk}/")
    accessible(page)
    page.get_by_role("link", name="Overdragen aan een partner").click()
    accessible(page)
    page.get_by_role("link", name=re.compile("Fatma")).click()
    expect(page.locator("#preview")).to_contain_text("schimmel")
    expect(page.locator("#preview")).not_to_contain_text("Yılmaz")
    page.get_by_label("naam", exact=True).check()
    expect(page.locator("#preview")).to_contain_text("mevrouw Yılmaz")
    accessible(page)
    page.get_by_role("button", name="Vraag het aan Fatma").click()
    code = page.locator("#code").inner_text().strip()
    accessible(page)

    page.context.clear_cookies()
    page.set_viewport_size(PHONE)
    link = Message.objects.get(template="desk/handover_offered").context["link"]
    page.goto(live_server.url + link[link.index("/p/") :])
    accessible(page)
    page.fill("#id_code", code)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("mevrouw Yılmaz")
    assert "0687654321" not in page.content()
    accessible(page)
    page.fill("#id_next_step", "Ik kom kijken")
    page.get_by_role("button", name="Ja, ik pak dit op").click()
    expect(page.locator(".next")).to_contain_text("Ik kom kijken")
    accessible(page)
    question.refresh_from_db()
    assert question.holder_partner == fatma


def test_without_a_script_the_preview_is_one_button_away(browser, sign_in, live_server, joost, question, fatma):
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    cookie = sign_in(joost).cookies["huis_sessie"]
    context.add_cookies([{"name": "huis_sessie", "value": cookie.value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/vragen/{question.pk}/overdragen/?aan=p{fatma.pk}")

    page.get_by_label("naam", exact=True).check()
    page.get_by_role("button", name="Laat zien wat Fatma ziet").click()

    expect(page.locator("#preview")).to_contain_text("mevrouw Yılmaz")
    context.close()


def test_what_fatma_was_typing_is_there_again_after_the_code(live_server, page, joost, question, fatma, corporation):
    offer = actions.offer_question(question, partnership=corporation, professional=fatma, by=by(joost))
    page.goto(live_server.url + offer.link[offer.link.index("/p/") :])
    page.fill("#id_code", offer.code)
    page.keyboard.press("Enter")
    page.fill("[name=next_step]", "Ik kom dinsdag meten")

    # Half an hour later the door is shut, and saying yes asks for the code again.
    page.context.clear_cookies()
    page.reload()
    page.fill("#id_code", offer.code)
    page.keyboard.press("Enter")

    expect(page.locator("[name=next_step]")).to_have_value("Ik kom dinsdag meten")
