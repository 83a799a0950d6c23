"""The picture of the map: what somebody may see, in one drawing, whatever the amount."""

import json
import re
from html.parser import HTMLParser
from math import hypot

import pytest
from django.db import connection
from django.urls import reverse

from wijkhuis.base.geo.shapes import Box, lies_in
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.rules.narrowing import Narrowing, read_box
from wijkhuis.house.directory.rules.picture import (
    APART,
    FROM_HOUSE,
    LETTER,
    MARK,
    Group,
    gathered,
    label_place,
    sheet_of,
)
from wijkhuis.house.neighbourhood.actions import import_outlines
from wijkhuis.house.neighbourhood.models import Place

LIST, POINTS = reverse("directory:entries"), reverse("directory:points")
MOST_BYTES = 150_000


def square(name, west, south, side=0.01):
    ring = [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]
    return {
        "type": "Feature",
        "properties": {"name": name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


@pytest.fixture
def drawn(city):
    """Noorderpoort in the west, Waterkant in the east."""
    features = [square("Noorderpoort", 4.0, 52.0), square("Waterkant", 4.01, 52.0)]
    import_outlines(json.dumps({"features": features}).encode(), by=SYSTEM)
    return city


@pytest.fixture
def placed(drawn, entries):
    """Two groups of residents next to each other, and a loket in Waterkant that one enters without steps."""
    facts = [(4.001, 52.002, True), (4.0012, 52.002, True), (4.015, 52.005, False)]
    for entry, (longitude, latitude, is_informal) in zip(entries, facts, strict=True):
        entry.longitude, entry.latitude, entry.is_informal = longitude, latitude, is_informal
        entry.save()
    Entry.objects.filter(pk=entries[2].pk).update(neighbourhood=drawn.waterkant, step_free="yes", opening="ma 9.00")
    return entries


class Links(HTMLParser):
    """The links inside the drawing: address and name."""

    def __init__(self, page):
        super().__init__()
        self.depth, self.found = 0, {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.depth += tag == "svg"
        if tag == "a" and self.depth:
            self.found[told["aria-label"]] = told["href"]

    def handle_endtag(self, tag):
        self.depth -= tag == "svg"


def links(client, **asked):
    return Links(client.get(LIST, asked).content.decode()).found


def features(client, **asked):
    found = client.get(POINTS, asked).json()["features"]
    return [one["properties"] for one in found if one["geometry"]["type"] == "Point"]


def test_a_visitor_sees_neighbourhoods_with_numbers_and_points_with_names(client, placed):
    found = links(client)

    assert "Noorderpoort: 2 op de kaart" in found
    assert "Waterkant: 1 op de kaart" in found
    assert found["Budgetloket, dienst, van een organisatie"] == reverse("directory:entry", args=[placed[2].pk])
    assert "2 plekken van bewoners, dicht bij elkaar" in found


def test_what_is_off_the_map_is_not_in_the_picture_nor_in_the_points(client, placed, sign_in, joost):
    Entry.objects.filter(pk=placed[2].pk).update(is_published=False)

    assert not any("Budgetloket" in words for words in links(client))
    assert "Budgetloket" not in client.get(POINTS).content.decode()
    assert "Budgetloket" in sign_in(joost).get(POINTS).content.decode()


def test_a_group_leads_closer_until_each_stands_alone(client, placed):
    closer = links(client)["2 plekken van bewoners, dicht bij elkaar"]

    page = client.get(closer).content.decode()

    assert "Sorteergroep, groep, van bewoners" in Links(page).found
    assert "Budgetloket" not in page
    assert "Toon de hele kaart" in page


def test_pointing_at_a_neighbourhood_filters_the_list_and_keeps_the_rest(client, placed):
    found = links(client, made_by="organisations", beeld="kaart")["Waterkant: 1 op de kaart"]

    page = client.get(found).content.decode()

    assert "made_by=organisations" in found
    assert "beeld=kaart" in found
    assert "Budgetloket" in page
    assert "Sorteergroep" not in page


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"kind": "group"}, {"Sorteergroep"}),
        ({"made_by": "organisations"}, {"Budgetloket"}),
        ({"drempelvrij": "on"}, {"Budgetloket"}),
        ({"vak": "4.014,52.004,4.016,52.006"}, {"Budgetloket"}),
        (
            {"kind": "fiets", "buurt": "x", "vak": "1,2", "made_by": "\x00"},
            {"Sorteergroep", "Eettafel De Brug", "Budgetloket"},
        ),
    ],
)
def test_list_and_picture_show_the_same_choice(client, placed, asked, names):
    page = client.get(LIST, asked).content.decode()
    listed = set(re.findall(r'sentence__who">([^<]+)', page))

    assert listed == names
    assert sum(mark["count"] for mark in features(client, **asked)) == len(names)


def test_words_and_a_choice_go_together(client, placed):
    page = client.post(LIST, {"q": "schulden", "made_by": "residents"}).content.decode()

    assert 'sentence__who">Budgetloket' not in page


def test_while_typing_the_picture_follows(client, placed):
    answer = client.post(LIST, {"q": "schulden"}, headers={"HX-Request": "true", "HX-Target": "found"}).content.decode()

    assert 'hx-swap-oob="true"' in answer
    assert list(filter(lambda words: "Sorteergroep" in words, Links(answer).found)) == []


def test_points_come_as_geojson_with_what_a_balloon_shows(client, placed):
    budget = next(mark for mark in features(client) if mark["count"] == 1)
    told = client.get(POINTS, {"omtrek": "1"}).json()["features"]

    assert (budget["name"], budget["kind"], budget["when"]) == ("Budgetloket", "dienst", "ma 9.00")
    assert [one["geometry"]["type"] for one in told].count("MultiPolygon") == 2


def test_a_further_place_is_on_the_picture_too(client, placed):
    placed[2].locations.create(name="Steunpunt", address="Kade 2", longitude=4.002, latitude=52.009)

    assert [mark["name"] for mark in features(client) if mark["count"] == 1] == ["Budgetloket", "Budgetloket"]


def test_the_list_says_how_far_it_is_and_whether_there_are_steps(client, placed, house):
    Place.objects.filter(house=house).update(longitude=4.015, latitude=52.0)

    page = client.get(LIST, {"huis": house.slug}).content.decode()

    # 557 metres in a straight line.
    assert "10 minuten lopen · zonder trap" in page


def test_the_page_of_an_entry_shows_where_it_is_and_staff_what_is_missing(client, placed, sign_in, joost):
    address = reverse("directory:entry", args=[placed[0].pk])
    assert "<svg" in client.get(address).content.decode()

    Entry.objects.filter(pk=placed[0].pk).update(longitude=None, latitude=None, address="Kade 3")

    assert "Nog geen punt op de kaart" not in client.get(address).content.decode()
    assert "Nog geen punt op de kaart" in sign_in(joost).get(address).content.decode()


def test_without_outlines_and_points_there_is_only_the_list(client, entries):
    page = client.get(LIST).content.decode()

    assert 'class="drawing"' not in page
    assert "Sorteergroep" in page


def twenty_thousand_places(neighbourhood):
    """Made by PostgreSQL itself, from one: by way of Python it takes half a minute."""
    one = Entry.objects.create(name="Plek", neighbourhood=neighbourhood)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            insert into directory_entry
            select (jsonb_populate_record(one, jsonb_build_object(
                'id', one.id + n, 'uid', gen_random_uuid(), 'name', 'Plek ' || n || ' met een naam van gewone lengte',
                'longitude', 4 + n * 7919 %% 20011 / 1000000.0, 'latitude', 52 + n * 104729 %% 10007 / 1000000.0,
                'is_informal', n %% 3 = 0))).*
            from directory_entry one, generate_series(1, 20000) n where one.id = %s
            """,
            [one.pk],
        )
    one.delete()


def test_a_whole_city_costs_the_same_and_stays_light(sign_in, joost, drawn, django_assert_max_num_queries):
    twenty_thousand_places(drawn.noorderpoort)
    browser = sign_in(joost)

    with django_assert_max_num_queries(12):
        page = browser.get(LIST, {"beeld": "kaart"})
    with django_assert_max_num_queries(12):
        points = browser.get(POINTS, {"omtrek": "1"})

    assert len(page.content) < MOST_BYTES
    assert len(points.content) < MOST_BYTES
    assert sum(one["properties"].get("count", 0) for one in points.json()["features"]) == 20_000


def test_tiles_are_allowed_from_one_address_only_when_the_house_wants_them(client, placed, settings):
    without = client.get(LIST)
    assert "leaflet" not in without.content.decode()
    assert "pdok" not in without.headers["Content-Security-Policy"]

    settings.TILES = True
    page = client.get(LIST).content.decode()

    assert 'data-tiles="https://service.pdok.nl/' in page
    assert "<svg" in page


def group(longitude, latitude, **facts):
    told = {"count": 1, "is_informal": False, "first": 1, "name": "Iets", **facts}
    return Group(longitude=longitude, latitude=latitude, box=Box(longitude, latitude, longitude, latitude), **told)


def test_formal_and_informal_are_never_one_mark_and_never_hide_each_other():
    sheet = sheet_of(Box(4, 52, 4.02, 52.01))

    marks = gathered([group(4.01, 52.005), group(4.01, 52.005, is_informal=True, first=2)], sheet)

    assert sorted(mark.is_informal for _x, _y, mark in marks) == [False, True]
    assert abs(marks[0][0] - marks[1][0]) >= 60


def test_a_name_stands_inside_its_neighbourhood():
    horseshoe = [[[[4, 52], [4.02, 52], [4.02, 52.02], [4.015, 52.02], [4.015, 52.005], [4, 52.005], [4, 52]]]]
    sheet = sheet_of(Box(4, 52, 4.02, 52.02))

    x, y, width = label_place(horseshoe, sheet)

    longitude = sheet.box.west + x / 1000 * (sheet.box.east - sheet.box.west)
    latitude = sheet.box.north - y / sheet.height * (sheet.box.north - sheet.box.south)
    assert lies_in((longitude, latitude), horseshoe)
    assert width > 0


@pytest.mark.parametrize("words", ["", "1,2,3", "x,y,z,a", "4,52,4,53", "nan,nan,nan,nan", "4,99,5,100", "inf,1,2,3"])
def test_a_part_that_is_none_is_no_part(words):
    assert read_box(words) is None


def test_a_choice_is_said_in_the_address_and_only_what_was_chosen():
    assert Narrowing().query() == "alles=1"
    assert Narrowing(kind="group", box=Box(4, 52, 4.01, 52.01)).query(beeld="kaart") == (
        "kind=group&vak=4.00000,52.00000,4.01000,52.01000&beeld=kaart"
    )


def test_words_typed_go_along_with_the_links_of_the_picture_and_the_tabs(client, entries):
    # given a page on which nobody typed anything yet
    page = client.get(LIST).content.decode()

    # when somebody types, and only the list and what belongs to it are renewed
    typed = client.post(LIST, {"q": "eten"}, headers={"HX-Request": "true", "HX-Target": "found"}).content.decode()

    # then the part around them takes the words along, and picture and tabs are renewed with it
    assert 'id="map" hx-include="#search"' in page
    assert 'id="picture" hx-swap-oob="true"' in typed
    assert 'id="map-tabs" hx-swap-oob="true"' in typed


def test_marks_hide_neither_one_another_nor_a_house():
    # given many things of both kinds on one spot, where a house stands too
    sheet = sheet_of(Box(4.0, 52.0, 4.1, 52.05))
    spot = (4.05, 52.025)
    groups = [Group(*spot, 3, is_informal, Box(*spot, *spot), 1) for is_informal in (False, True)]
    house = sheet.place(*spot)

    # when they are drawn
    drawn = gathered(groups, sheet, houses=[house])

    # then a finger can touch each of them, and the house is in sight
    (x, y, _one), (a, b, _other) = drawn
    assert hypot(x - a, y - b) >= APART - 2
    assert all(hypot(x - house[0], y - house[1]) >= FROM_HOUSE - 2 for x, y, _group in drawn)


def test_a_name_looks_for_a_place_without_marks():
    # given a neighbourhood with a mark in its middle
    outline = [[[(4.0, 52.0), (4.1, 52.0), (4.1, 52.05), (4.0, 52.05), (4.0, 52.0)]]]
    sheet = sheet_of(Box(4.0, 52.0, 4.1, 52.05))
    x, y, _width = label_place(outline, sheet, letters=9)

    # when its name is placed
    left, top, _width = label_place(outline, sheet, letters=9, marks=[(x, y)])

    # then it stands elsewhere
    assert (left, top) != (x, y)
    assert abs(left - x) >= 9 * LETTER / 2 or abs(top - y) >= MARK
