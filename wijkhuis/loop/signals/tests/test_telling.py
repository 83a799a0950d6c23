"""When and where at least five people spoke up, counted without reading who."""

from datetime import date

import pytest

from tests.cast import by
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.models import Theme
from wijkhuis.loop.signals.queries.telling import told_of_each, trend_of_each
from wijkhuis.loop.signals.tests.test_pages import say

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
SPRING, SUMMER = date(2026, 5, 1), date(2026, 8, 1)


@pytest.fixture
def theme_of(house, carla):
    """A theme of who spoke up when: theme_of(a=SPRING, b=SUMMER), known outside as one of forty people."""

    def make(*said, name="De bus", **facts):
        signals = [say(house, f"Iemand mist de bus, {who}.", who, month=month, **facts) for who, month in said]
        theme = actions.make_theme(house, name=name, signals=signals, by=by(carla))
        Theme.objects.filter(pk=theme.pk).update(people_shown=40)
        theme.refresh_from_db()
        return theme

    return make


def marked(lines):
    return [line.key for line in lines if line.is_marked]


def test_one_person_who_came_often_marks_no_quarter(theme_of, house):
    often = [("a", SPRING)] * 4 + [(who, SPRING) for who in "bcd"]
    theme = theme_of(*often, *[(who, SUMMER) for who in "abcde"])

    told = told_of_each([theme], places=[], today=TODAY)[theme.pk]

    assert marked(told.quarters) == [date(2026, 7, 1)]
    assert marked(told.kinds) == ["desk"]
    assert trend_of_each([theme]) == {theme.pk: told.trend} == {theme.pk: "komt vaker voor"}


def test_where_five_people_live_is_marked_and_who_said_no_place_counts_nowhere(theme_of, house):
    here, there = house.neighbourhoods.first(), None
    theme = theme_of(*[(who, SPRING) for who in "abcde"], neighbourhood=here)
    actions.join_theme(
        theme,
        signals=[say(house, f"Iemand wacht op de bus, {who}.", who, neighbourhood=there) for who in "fghij"],
        by=by(theme.confirmed_by),
    )

    told = told_of_each([theme], places=list(house.neighbourhoods.all()), today=TODAY)[theme.pk]

    assert marked(told.places) == [here.pk]


def test_a_theme_that_took_in_another_counts_under_the_key_that_counts_most(theme_of, carla):
    one = theme_of(*[(who, SPRING) for who in "abc"])
    other = theme_of(*[(who, SPRING) for who in "cdefg"], name="De halte")
    whole = actions.merge_themes(one, other=other, by=by(carla))
    Theme.objects.filter(pk=whole.pk).update(people_shown=40)
    whole.refresh_from_db()

    told = told_of_each([whole], places=[], today=TODAY)[whole.pk]

    assert marked(told.quarters) == [date(2026, 4, 1)]


def test_below_five_people_nothing_is_told(theme_of):
    theme = theme_of(("a", SPRING))
    Theme.objects.filter(pk=theme.pk).update(people_shown=0)
    theme.refresh_from_db()

    assert told_of_each([theme], places=[], today=TODAY) == {}
    assert trend_of_each([theme]) == {}
