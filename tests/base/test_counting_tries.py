"""Guessing is counted, per network and in a window that does not move."""

import pytest

from tests.database import empty_the_house
from wijkhuis.base.access import count_try, network_of
from wijkhuis.base.errors import RuleBroken


def test_one_visitor_with_many_addresses_is_one_visitor():
    assert network_of("2001:db8:1:2:aaaa::1") == network_of("2001:db8:1:2:bbbb::9")
    assert network_of("192.0.2.1") == "192.0.2.1"
    assert network_of("house:3") == "house:3"


def test_the_fourth_try_of_three_is_refused(db):
    for _number in range(3):
        count_try("door", who="2001:db8::1", at_most=3, seconds=60)
    with pytest.raises(RuleBroken):
        count_try("door", who="2001:db8::2", at_most=3, seconds=60)
    count_try("door", who="2001:db8:0:1::2", at_most=3, seconds=60)


@pytest.mark.django_db(transaction=True)
def test_what_a_test_that_commits_counted_counts_in_no_other():
    count_try("door", who="192.0.2.1", at_most=1, seconds=600)

    empty_the_house()

    count_try("door", who="192.0.2.1", at_most=1, seconds=600)
