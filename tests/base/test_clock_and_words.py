"""Days as the Netherlands count them, and words made safe to keep."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkhuis.base import clock
from wijkhuis.base.language.words import first_words, fold, holds_bsn, tidy


def test_kings_day_and_whit_monday_are_no_working_days():
    assert not clock.is_working_day(date(2027, 4, 27))
    assert not clock.is_working_day(date(2027, 5, 17))
    assert clock.add_working_days(date(2027, 5, 14), 1) == date(2027, 5, 18)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 30))
def test_counting_there_and_back_agrees(start, days):
    end = clock.add_working_days(start, days)
    assert clock.working_days_between(start, end) == days


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)), st.integers(-36, 36))
def test_a_month_later_is_in_that_month(day, months):
    later = clock.add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@pytest.mark.parametrize(
    "text", ["111222333", "1112.22.333", "bsn 111 222 333.", "١١١٢٢٢٣٣٣", "111\u00a0222  333", "111\u2013222\u2013333"]
)
def test_a_citizen_service_number_is_recognised(text):
    assert holds_bsn(text)


@pytest.mark.parametrize("text", ["0612345678", "111222334", "20-11-2026", "NL91ABNA0417164300", "+31612345678", ""])
def test_other_numbers_are_left_alone(text):
    assert not holds_bsn(text)


@given(st.text())
def test_tidy_words_hold_nothing_that_hides(text):
    tidied = tidy(text)
    assert "\x00" not in tidied
    assert "\u202e" not in tidied
    assert tidy(tidied) == tidied
    tidied.encode("utf-8")


def test_arabic_joiners_stay():
    assert tidy("می\u200cخواهم") == "می\u200cخواهم"


def test_names_compare_without_accents():
    assert fold("Çelik") == fold("ÇELIK".lower()) == "celik"


@given(st.text(), st.integers(5, 90))
def test_first_words_fit_on_a_line(text, at_most):
    line = first_words(text, at_most=at_most)
    assert len(line) <= at_most + 1
    assert "\n" not in line


def test_the_clock_pretends_and_comes_back():
    moment = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

    with clock.pretend(moment):
        assert clock.now() == moment
        assert clock.today() == date(2026, 1, 5)

    assert clock.now() > moment
