"""What templates say with a tag or a filter."""

import pytest

from wijkhuis.base.ui.templatetags.ui import tappable, tel


@pytest.mark.parametrize("number", ["06 1234 5678", "010-123 45 67", "+31 6 12345678", "(010) 123 45 67", "0800-2000"])
def test_a_phone_number_in_a_fact_can_be_tapped(number):
    assert tappable(number) == f'<a href="tel:{tel(number)}" dir="ltr">{number}</a>'


@pytest.mark.parametrize("words", ["1234 AB Dijkstad", "24-11-2026", "woensdag 4 maart", "", "12", "06 12 <b>", 7])
def test_other_facts_stay_words(words):
    assert tappable(words) == words


def test_only_what_is_dialled_goes_into_the_link():
    assert tel("+31 (0)10 - 123.45.67") == "+310101234567"
