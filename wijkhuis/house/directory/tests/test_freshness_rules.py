"""How long what we know holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkhuis.base.clock import add_months
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.rules.freshness import Age, age_of, freshness_factor, may_ask, may_take_back, months_since

TODAY = date(2026, 3, 3)
DAYS = st.dates(date(2015, 1, 1), date(2035, 1, 1))


@pytest.mark.parametrize(
    ("verified", "added", "age"),
    [
        (None, TODAY, Age.FRESH),
        (None, date(2025, 9, 4), Age.FRESH),
        (None, date(2025, 9, 3), Age.OLD),
        (None, date(2025, 3, 4), Age.OLD),
        (None, date(2025, 3, 3), Age.INACTIVE),
        (TODAY, date(2010, 1, 1), Age.FRESH),
        (date(2024, 1, 1), TODAY, Age.INACTIVE),
    ],
)
def test_half_a_year_is_old_and_a_year_is_too_old(verified, added, age):
    assert age_of(verified_on=verified, added_on=added, today=TODAY) == age


@given(st.integers(-1000, 10_000), st.integers(0, 1000))
def test_older_is_never_worth_more_and_never_less_than_seven_tenths(days, later):
    assert 0.7 <= freshness_factor(days + later) <= freshness_factor(days) <= 1


def test_the_factor_is_whole_for_half_a_year_and_lowest_after_a_year():
    assert freshness_factor(183) == 1
    assert freshness_factor(365) == freshness_factor(4000) == pytest.approx(0.7)


@given(day=DAYS, months=st.integers(0, 60))
def test_months_are_counted_back_as_they_are_counted_forward(day, months):
    assert months_since(day, today=add_months(day, months)) == months
    assert months_since(day + timedelta(days=1), today=day) == 0


def test_nobody_is_asked_again_within_a_month():
    assert may_ask(asked_on=None, today=TODAY)
    assert not may_ask(asked_on=TODAY - timedelta(days=29), today=TODAY)
    assert may_ask(asked_on=TODAY - timedelta(days=30), today=TODAY)


def test_an_answer_is_taken_back_within_two_weeks_and_before_somebody_worked_on_it():
    assert may_take_back(answered_on=TODAY, is_done=False, today=TODAY)
    assert not may_take_back(answered_on=TODAY, is_done=True, today=TODAY)
    assert not may_take_back(answered_on=TODAY - timedelta(days=15), is_done=False, today=TODAY)
    assert not may_take_back(answered_on=None, is_done=False, today=TODAY)


@pytest.mark.django_db
@pytest.mark.parametrize("days", [0, 180, 190, 364, 366, 2000])
@pytest.mark.parametrize("is_verified", [True, False])
def test_the_database_counts_as_the_rule_does(days, is_verified):
    known_on = TODAY - timedelta(days=days)
    Entry.objects.create(name="Iets", added_on=date(2000, 1, 1) if is_verified else known_on,
                         verified_on=known_on if is_verified else None)  # fmt: skip

    age = Entry.objects.get().age(TODAY)

    assert Entry.objects.active(on=TODAY).exists() == (age is not Age.INACTIVE)
    assert Entry.objects.inactive(on=TODAY).exists() == (age is Age.INACTIVE)
    assert Entry.objects.not_fresh(on=TODAY).exists() == (age is not Age.FRESH)
