"""A house that closes next month is there today, one that opens next month is not: on every page the same answer."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.architecture.plan import PLAN, ROOT, python_files
from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries.freshness import house_for
from wijkhuis.house.directory.queries.picture import ground_of_city
from wijkhuis.house.neighbourhood.models import House, Place
from wijkhuis.loop.programme import actions
from wijkhuis.loop.programme.models import Programme

A_MONTH = timedelta(days=30)
BY_HAND = re.compile(r"\bHouse\b.*\b(closed|opened)_on|\bhouse__(closed|opened)_on")


@pytest.fixture
def seen(house, other_house, carla, client, db):
    """On which pages De Brug is there: seen() -> {page: whether}."""
    made = actions.start_programme(house, name="Samen vooruit", starts_on=date(2026, 1, 1), by=by(carla))
    Programme.objects.filter(pk=made.pk).update(published_on=made.starts_on)
    Place.objects.update(longitude=4.0, latitude=52.0)
    entry = Entry.objects.create(name="Eettafel", neighbourhood=house.neighbourhoods.get())

    def look():
        today, name = clock.today(), house.name
        return {
            "map": name in client.get(reverse("directory:entries"), {"huis": house.slug}).content.decode(),
            "archive": name in client.get(reverse("library:archive"), {"huis": house.slug}).content.decode(),
            "calendar": client.get(reverse("directory:house_calendar", args=[house.slug])).status_code == 200,
            "picture": name in [place.name for place in ground_of_city(on=today).houses],
            "keeps fresh": house_for(entry, on=today) == house,
            "programmes": name in client.get(reverse("programme:houses")).content.decode(),
            "programme": client.get(reverse("programme:house", args=[house.slug])).status_code == 200,
            "house": client.get(reverse("home:house", args=[house.slug])).status_code == 200,
        }

    return look


@pytest.mark.parametrize(
    ("days", "is_there"),
    [
        ({}, True),
        ({"closed_on": A_MONTH}, True),
        ({"opened_on": -A_MONTH}, True),
        ({"closed_on": timedelta(0)}, False),
        ({"opened_on": A_MONTH}, False),
    ],
)
def test_every_page_says_the_same_of_a_house_that_comes_or_goes(house, seen, days, is_there):
    House.objects.filter(pk=house.pk).update(**{name: clock.today() + away for name, away in days.items()})

    assert seen() == dict.fromkeys(seen(), is_there)


def test_nobody_decides_by_hand_which_houses_there_are():
    wrong = [
        f"{file.relative_to(ROOT)}:{number} ask neighbourhood.queries.houses_to_visit"
        for room in PLAN
        for file in python_files(room)
        if file.relative_to(ROOT).as_posix() != "wijkhuis/house/neighbourhood/queries.py"
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if BY_HAND.search(line)
    ]
    assert wrong == []
