"""What the look promises, seen in a real browser: narrow and wide, by keyboard, and forgetting in the kiosk."""

import pytest
from playwright.sync_api import expect

from tests.chromium import DESK

KINDS = ["staff", "resident", "kiosk", "paper"]
MAY_BE_SMALL = "p, .sum-up, .suggestion__words, .nl-skip-link"


@pytest.fixture
def style(live_server, page, settings):
    settings.DEBUG = True

    def go(kind, language="nl"):
        page.context.add_cookies([{"name": "huis_taal", "value": language, "url": live_server.url}])
        page.set_viewport_size(DESK)
        page.goto(f"{live_server.url}/stijl/{kind}/")
        return page

    return go


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_everybody_can_read_and_touch_every_kind_of_page(style, accessible, kind, language):
    accessible(style(kind, language), small_outside=MAY_BE_SMALL)


def test_arrow_keys_walk_through_a_list_from_group_to_group(style):
    page = style("staff")
    page.locator("a.sentence").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#3"


def test_what_was_typed_is_still_there_after_a_page_was_lost(style):
    page = style("staff")
    page.fill("#id_name", "Samira")
    page.check("input[value=sms]")
    page.reload()
    assert page.input_value("#id_name") == "Samira"
    assert page.is_checked("input[value=sms]")


def test_a_form_is_sent_once_however_often_one_clicks(style):
    page = style("staff")
    page.evaluate("""() => {
        window.sent = 0;
        document.addEventListener('submit', event => {
            window.sent += !event.defaultPrevented;
            event.preventDefault();
        });
        const form = document.querySelector('#form');
        form.requestSubmit();
        form.requestSubmit();
    }""")
    assert page.evaluate("window.sent") == 1


def test_the_kiosk_asks_who_is_there_and_forgets_after_a_minute(style, page):
    page.clock.install()
    style("kiosk")
    page.route(lambda url: "/stijl/" not in url, lambda route: route.fulfill(body="welcome", content_type="text/html"))
    page.evaluate("sessionStorage.setItem('draft:visitor', 'words of the visitor')")
    page.clock.run_for(49_000)
    assert not page.is_visible("[data-kiosk-warning]")
    page.clock.run_for(2_000)
    assert page.is_visible("[data-kiosk-warning]")
    page.clock.run_for(10_000)
    expect(page.locator("body")).to_have_text("welcome")
    assert page.evaluate("sessionStorage.length") == 0
