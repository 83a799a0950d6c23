"""A question that is written once is asked with other values, and answers as Django itself would."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import make_role
from wijkhuis.base.asked import asked_often
from wijkhuis.house.neighbourhood.models import House, Place
from wijkhuis.house.people.models import Role


@asked_often
def roles_in(house_ids, *, on):
    """The roles of these houses on a day, with the house."""
    return Role.objects.active(on=on).filter(house__pk__in=house_ids).select_related("house").order_by("pk")


@asked_often
def names_of_places(house_id):
    """Name and street of every place of a house."""
    return Place.objects.filter(house=house_id).order_by("name").values_list("name", "street")


TODAY = date(2026, 3, 4)


def test_every_asker_gets_their_own_answer(house, other_house, joost):
    make_role(joost, Role.Kind.VOLUNTEER, other_house)
    here, there = roles_in([house.pk], on=TODAY), roles_in([other_house.pk], on=TODAY)
    assert {role.house for role in here} == {house}
    assert [(role.user, role.house.name) for role in there] == [(joost, "De Haven")]
    assert list(roles_in([house.pk, other_house.pk], on=TODAY)) == [*here, *there]


def test_another_day_is_another_answer(house, joost):
    role = make_role(joost, Role.Kind.PROFESSIONAL, house, ends_on=TODAY)
    assert role in roles_in([house.pk], on=date(2026, 3, 3))
    assert role not in roles_in([house.pk], on=TODAY)


def test_who_has_no_house_gets_nothing(house):
    assert list(roles_in([], on=TODAY)) == []
    assert roles_in([], on=TODAY).count() == 0
    assert roles_in([], on=TODAY).first() is None


def test_walking_taking_some_and_counting_ask_once_each(house, joost):
    asked = roles_in([house.pk], on=TODAY)
    with CaptureQueriesContext(connection) as queries:
        everything, second, first, number = list(asked), asked[1:2], asked.first(), asked.count()
        assert [role.house.name for role in everything] == ["De Brug"] * number
    assert (first, second) == (everything[0], everything[1:2])
    assert len(queries) == 4


def test_rows_without_records_are_read_too(house, other_house):
    assert list(names_of_places(house.pk)) == [("De Brug", "Kade 1")]
    assert list(names_of_places(other_house.pk)) == [("De Haven", "Kade 1")]


def test_a_day_is_never_written_into_a_question(house):
    @asked_often
    def closed_by_now(house_id):
        return House.objects.filter(pk=house_id, closed_on__lte=TODAY)

    with pytest.raises(ValueError, match="give it as a value"):
        closed_by_now(house.pk)


def test_nobody_is_asked_for_none(house):
    with pytest.raises(ValueError, match="None"):
        names_of_places(None)
