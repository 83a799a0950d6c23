"""Themes are made by people, and count different people without knowing who."""

from datetime import date

import pytest

from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import Actor
from wijkhuis.loop.signals import access, actions
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Signal, Theme, VoiceKey
from wijkhuis.loop.signals.queries.people import people_of
from wijkhuis.loop.signals.rules import numbers
from wijkhuis.loop.signals.rules.library import known_themes

pytestmark = pytest.mark.django_db


def signals_of(house, *people, sentence="Iemand kan niet meer met de bus weg."):
    return [
        Signal.objects.create(
            house=house, sentence=sentence, month=date(2026, 3, 1), source="desk", pool_token=pool_token(who)
        )
        for who in people
    ]


def test_one_person_who_asks_three_times_counts_once(house, carla):
    by = Actor(user=carla)
    theme = actions.make_theme(house, name="De bus", signals=signals_of(house, "a", "a", "a", "b"), by=by)

    assert people_of(theme) == 2
    assert theme.signals.count() == 4
    assert not Signal.objects.exclude(pool_token="").exists()
    theme.refresh_from_db()
    assert theme.people_shown == 0


def test_a_theme_may_always_have_its_name_of_the_library(house, carla):
    known = next(theme.name for theme in known_themes() if "in de zomer" in theme.name)

    assert actions.make_theme(house, name=known, signals=signals_of(house, "a"), by=Actor(user=carla)).name == known


def test_from_five_people_on_staff_of_the_house_knows_the_theme(house, carla, joost):
    by = Actor(user=carla)
    theme = actions.make_theme(house, name="De bus", signals=signals_of(house, *"abcd"), by=by)
    assert not access.visible_themes(joost).exists()

    actions.join_theme(theme, signals=signals_of(house, "a", "e"), by=by)

    assert list(access.visible_themes(joost)) == [theme]
    assert not access.visible_signals(joost).exists()
    assert not access.public_themes().exists()


def test_a_merged_theme_never_counts_anybody_twice(house, carla):
    by = Actor(user=carla)
    one = actions.make_theme(house, name="De bus", signals=signals_of(house, *"abcdef"), by=by)
    two = actions.make_theme(house, name="De halte", signals=signals_of(house, *"cdefgh"), by=by)

    whole = actions.merge_themes(one, other=two, by=by)
    actions.join_theme(whole, signals=signals_of(house, "a", "i"), by=by)

    assert whole.signals.count() == 14
    # Nine people are behind it; seven is what is certain under one key.
    assert people_of(whole) <= 9
    assert people_of(whole) == 8


def test_a_part_that_splits_off_counts_its_own_people(house, carla):
    by = Actor(user=carla)
    bus = signals_of(house, "a", "b", "a")
    dark = signals_of(house, "a", "c", sentence="Iemand loopt 's avonds niet over het donkere pad.")
    theme = actions.make_theme(house, name="Weg van hier", signals=bus + dark, by=by)

    other = actions.split_theme(theme, signals=dark, name="Donker pad", by=by)
    actions.join_theme(other, signals=signals_of(house, "c", "d"), by=by)

    assert (people_of(theme), people_of(other)) == (2, 3)


def test_the_keys_go_with_the_theme(house, carla):
    by = Actor(user=carla)
    theme = actions.make_theme(house, name="De bus", signals=signals_of(house, *"abcdef"), by=by)

    closed = actions.close_theme(theme, by=by)

    assert not VoiceKey.objects.exists()
    assert closed.people_shown == 6
    with pytest.raises(RuleBroken):
        actions.rename_theme(theme, name="Bus", by=by)


def test_a_host_outside_the_group_makes_no_theme(house, joost):
    with pytest.raises(NotYours):
        actions.make_theme(house, name="De bus", signals=signals_of(house, "a"), by=Actor(user=joost))
    assert not Theme.objects.exists()


@pytest.mark.parametrize(
    ("previous", "now", "said"), [(0, 4, 0), (0, 5, 5), (5, 6, 5), (5, 9, 5), (5, 10, 10), (14, 10, 14), (14, 3, 0)]
)
def test_what_is_said_never_differs_by_fewer_than_five(previous, now, said):
    assert numbers.shown(previous, now=now) == said
