"""Joost at the desk, in a real browser: he talks, types, and the ladder fills beside him."""

import pytest
from playwright.sync_api import expect

from tests.cast import by
from tests.chromium import DESK, PHONE
from wijkhuis.base import clock
from wijkhuis.house.directory.actions import index_entries
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Question

pytestmark = pytest.mark.django_db(transaction=True)
TOPS = "[...document.querySelectorAll('.rung, .talk__words > *, .save')].map(e => e.getBoundingClientRect().top)"
LISTS = ["/vragen/mijn/", "/vragen/", "/vragen/zoek/", "/vragen/onderweg/", "/vragen/dag/", "/vragen/leeg-briefje/"]


@pytest.fixture
def at_the_desk(live_server, page, joost, pieter, entries, sign_in):
    """Joost has signed in and opens pages by their address."""
    index_entries()
    cookie = sign_in(joost).cookies["huis_sessie"].value
    page.context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])

    def go(address="/balie/", size=DESK):
        page.set_viewport_size(size)
        page.goto(live_server.url + address)
        return page

    return go


def test_the_ladder_fills_while_he_types_and_nothing_moves(at_the_desk):
    page = at_the_desk()
    before = page.evaluate(TOPS)

    page.keyboard.type("Ik heb schulden en krijg brieven")

    expect(page.locator("#rung-professional")).to_contain_text("Budgetloket")
    expect(page.locator("#rung-neighbourhood")).to_contain_text("Sorteergroep")
    assert page.evaluate(TOPS) == before
    assert page.evaluate("document.activeElement.name") == "words"


def test_what_is_ticked_stays_while_he_types_on_and_ctrl_enter_saves(at_the_desk, entries):
    page = at_the_desk()
    page.keyboard.type("Ik heb schulden")
    page.get_by_role("checkbox", name="Budgetloket").check()

    page.fill("[name=words]", "Ik heb schulden en wil samen eten")
    expect(page.locator("#rung-neighbourhood")).to_contain_text("Eettafel")
    expect(page.get_by_role("checkbox", name="Budgetloket")).to_be_checked()
    page.locator("[name=words]").press("Control+Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("De vraag is opgeslagen")
    assert Question.objects.get().answers.get().entry.name == "Budgetloket"
    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('draft:'))") == []


def test_now_shows_numbers_to_call_and_of_the_ladder_only_the_professional(at_the_desk):
    page = at_the_desk()

    page.get_by_role("radio", name="Nu", exact=True).focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("link", name="112")).to_be_visible()
    expect(page.locator("#rung-neighbourhood")).to_be_hidden()
    page.get_by_role("link", name="Naar een professional").click()
    expect(page.get_by_role("heading", name="Een professional")).to_be_in_viewport()


def test_on_a_phone_the_numbers_stand_right_under_the_choice(at_the_desk):
    page = at_the_desk(size=PHONE)

    page.get_by_role("radio", name="Nu", exact=True).focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("link", name="112")).to_be_in_viewport()


def test_only_the_field_that_hearing_back_needs_is_there(at_the_desk):
    page = at_the_desk()
    page.locator(".talk__facts summary").click()
    expect(page.locator("[name=phone]")).to_be_hidden()

    page.locator("#id_way_1").focus()
    page.keyboard.press("Space")

    expect(page.locator("[name=phone]")).to_be_visible()
    expect(page.locator("[name=postal]")).to_be_hidden()


def test_a_lost_page_gives_the_words_back(at_the_desk):
    page = at_the_desk()
    page.keyboard.type("Ik heb schulden")

    page.reload()

    expect(page.locator("[name=words]")).to_have_value("Ik heb schulden")
    expect(page.locator("[data-draft-restored]")).to_be_visible()
    expect(page.locator("#rung-professional")).to_contain_text("Budgetloket")


def test_everybody_can_use_the_desk(at_the_desk, accessible):
    page = at_the_desk()
    page.locator(".talk__facts summary").click()
    page.fill("[name=words]", "Ik heb schulden")
    expect(page.locator("#rung-professional")).to_contain_text("Budgetloket")

    accessible(page)


@pytest.mark.parametrize("address", LISTS)
def test_everybody_can_use_the_lists(at_the_desk, accessible, house, joost, address):
    for words in ("Mijn kraan lekt", "أحتاج مساعدة", "w" * 300):
        actions.take_down_question(house, words=words, next_on=clock.today(), by=by(joost))
    actions.ask_online(house, words="Wie helpt mij met de tuin?")

    accessible(at_the_desk(address))


def test_the_keyboard_alone_walks_a_list(at_the_desk, house, joost):
    _first, second = (actions.take_down_question(house, words=f"Vraag {number}", by=by(joost)) for number in (1, 2))
    page = at_the_desk("/vragen/mijn/")
    page.locator("a.sentence").first.focus()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/vragen/{second.pk}/")


def test_without_javascript_the_desk_does_the_same(browser, live_server, joost, pieter, entries, sign_in):
    index_entries()
    cookie = sign_in(joost).cookies["huis_sessie"].value
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/balie/")

    page.fill("[name=words]", "Ik heb schulden")
    page.get_by_role("button", name="Laat zien wie kan helpen").click()
    expect(page.locator("[name=words]")).to_have_value("Ik heb schulden")
    page.get_by_role("checkbox", name="Budgetloket").check()
    page.get_by_role("button", name="Vraag opslaan").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("De vraag is opgeslagen")
    assert Question.objects.get().answers.get().entry.name == "Budgetloket"
    context.close()
