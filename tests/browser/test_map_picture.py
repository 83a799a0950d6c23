"""The picture of the map in a browser: for everybody, by keyboard, without JavaScript, and with streets or without."""

import base64

import pytest
from playwright.sync_api import expect

from tests.chromium import DESK, PHONE
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.neighbourhood.actions import import_outlines
from wijkhuis.house.neighbourhood.models import Place
from wijkhuis.site.demo import reading

TILE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
SPOTS = [(3.885, 52.308, True), (3.8854, 52.308, True), (3.905, 52.297, False)]


@pytest.fixture
def picture(live_server, page, entries, house):
    import_outlines(reading.content("outlines.geojson"), by=SYSTEM)
    Place.objects.filter(house=house).update(longitude=3.88205, latitude=52.30455)
    for entry, (longitude, latitude, is_informal) in zip(entries, SPOTS, strict=True):
        Entry.objects.filter(pk=entry.pk).update(longitude=longitude, latitude=latitude, is_informal=is_informal)

    def go(query="", language="nl", size=DESK):
        page.context.add_cookies([{"name": "huis_taal", "value": language, "url": live_server.url}])
        page.set_viewport_size(size)
        page.goto(f"{live_server.url}/kaart/?huis={house.slug}&{query}")
        return page

    return go


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_everybody_can_read_the_picture(picture, accessible, language):
    for query in ("", "beeld=kaart"):
        accessible(picture(query, language))


def test_by_keyboard_one_walks_from_mark_to_mark_and_goes_closer(picture):
    page = picture("beeld=kaart")
    page.locator("a.map-mark").first.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("link", name="Toon de hele kaart")).to_be_visible()
    expect(page.locator("a.map-mark")).to_have_count(2)


def test_on_a_phone_the_list_comes_first(picture):
    page = picture(size=PHONE)

    assert page.locator("#found").bounding_box()["y"] < page.locator(".drawing").bounding_box()["y"]


def test_with_tiles_there_are_streets_under_the_same_marks(picture, page, settings):
    settings.TILES = True
    settings.TILES_URL = "/tegels/{z}/{x}/{y}.png"
    page.route("**/tegels/**", lambda route: route.fulfill(body=TILE, content_type="image/png"))

    picture("beeld=kaart")

    expect(page.locator(".street-mark")).to_have_count(2)
    expect(page.locator(".drawing")).to_be_hidden()
    page.locator(".street-mark:not(.street-mark--informal)").click()
    expect(page.locator(".leaflet-popup-content")).to_contain_text("Budgetloket")


def test_without_tiles_the_drawing_stays(picture, page, settings):
    settings.TILES = True
    settings.TILES_URL = "/tegels/{z}/{x}/{y}.png"
    page.route("**/tegels/**", lambda route: route.fulfill(body="", content_type="image/png"))

    picture("beeld=kaart")
    page.wait_for_timeout(500)

    expect(page.locator(".drawing")).to_be_visible()
    expect(page.locator(".picture__streets")).to_be_hidden()
