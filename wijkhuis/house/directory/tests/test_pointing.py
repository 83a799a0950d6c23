"""A point on the map by hand: tapped on the drawing, or typed."""

import re

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base.errors import NotYours
from wijkhuis.base.geo.shapes import metres_between
from wijkhuis.house.directory import actions, locating
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.rules.narrowing import read_box
from wijkhuis.house.directory.rules.picture import WIDTH, sheet_of
from wijkhuis.house.directory.rules.pointing import TAP_WIDTH, read_point, read_tap
from wijkhuis.house.neighbourhood.models import Outline

HERE = (4.300, 52.070)


@pytest.fixture
def drawn(city):
    """Noorderpoort is a square of about a kilometre around HERE."""
    (x, y), (across, up) = HERE, (0.008, 0.005)
    ring = [
        [x - across, y - up],
        [x + across, y - up],
        [x + across, y + up],
        [x - across, y + up],
        [x - across, y - up],
    ]
    Outline.objects.create(neighbourhood=city.noorderpoort, shape=[[ring]])
    return city.noorderpoort


@pytest.fixture
def lost(drawn):
    """An entry at an address that nobody knows."""
    return Entry.objects.create(name="Buurttuin", address="achter de kerk", located_for="achter de kerk")


def test_a_tap_on_the_drawing_becomes_the_point_without_javascript(sign_in, joost, lost, drawn):
    browser, address = sign_in(joost), reverse("directory:set_point", args=[lost.pk])
    assert address in browser.get(f"/kaart/{lost.pk}/").content.decode()
    box = re.search(r'name="vak" value="([^"]+)"', browser.get(address).content.decode())[1]
    sheet = sheet_of(read_box(box))
    x, y = (round(place * TAP_WIDTH / WIDTH) for place in sheet.place(*HERE))

    page = browser.get(address, {"vak": box, "op.x": x, "op.y": y}).content.decode()
    point = re.search(r'name="point" value="([^"]+)"', page)[1]
    browser.post(address, {"point": point})

    lost.refresh_from_db()
    assert metres_between(lost.point, HERE) < 15
    assert lost.lies_in == drawn
    assert lost not in locating.entries_to_locate()


def test_a_point_by_hand_stays_until_the_address_changes_and_can_be_undone(joost, lost):
    actions.set_point(lost, longitude=4.3, latitude=52.07, by=by(joost))
    actions.undo_correction(lost, by=by(joost))
    assert Entry.objects.get(pk=lost.pk).point is None

    actions.set_point(lost, longitude=4.3, latitude=52.07, by=by(joost))
    actions.change_entry(lost, {"address": "Kade 2"}, by=by(joost))

    assert Entry.objects.get(pk=lost.pk).point is None
    assert lost in locating.entries_to_locate()


def test_two_numbers_are_enough_also_without_an_address_and_without_outlines(sign_in, joost, city):
    park = Entry.objects.create(name="Wandelclub in het park")
    address = reverse("directory:set_point", args=[park.pk])

    assert sign_in(joost).post(address, {"point": "ergens"}).status_code == 422
    assert sign_in(joost).post(address, {"point": "52.07, 4.3"}).status_code == 302

    park.refresh_from_db()
    assert park.point == (4.3, 52.07)


def test_who_works_nowhere_points_at_nothing(stef, lost):
    with pytest.raises(NotYours):
        actions.set_point(lost, longitude=4.3, latitude=52.07, by=by(stef))


@pytest.mark.parametrize("words", ["", "52.07", "52.07, 4.3, 1", "4.3", "1e3 5", "9" * 50, "0, 0", "48.8, 2.3", "\x00"])
def test_what_is_no_place_in_our_country_is_no_point(words):
    assert read_point(words) is None


@pytest.mark.parametrize("words", ["52.0705, 4.3007", "4.3007 52.0705", "52.0705 ; 4.3007"])
def test_both_orders_are_understood(words):
    assert read_point(words) == (4.3007, 52.0705)


def test_a_key_in_place_of_a_tap_is_no_place():
    assert read_tap("0", "0") is None
    assert read_tap("12", "") is None
    assert read_tap("99999", "1") is None
    assert read_tap("12", "34") == (12, 34)
