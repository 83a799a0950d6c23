"""Somebody who knows the rules subtracts: from the total, from yesterday, from the other table. It gives nothing away.

The attacker knows how many there are in all, the exact number even, knows how a mark comes about, keeps yesterday's
page, and thinks of every way in which the people could be spread. A small number is found when every way that fits puts
one to four people in the same part (or when one to four came or went there since yesterday).
"""

from datetime import date
from functools import cache
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkhuis.loop.signals.rules import marks, numbers

MOST = 26
SMALL = {1, 2, 3, 4}


@cache
def pages(parts, people):
    """Every page that people in so many parts can give, with every spread behind it, for every total it may stand for.

    Somebody may speak up in more parts than one, so parts add up to the total or to more, and none holds more than it.
    """
    found = {}
    for total in range(max(5, people - 4), people + 5):
        for spread in product(range(total + 1), repeat=parts):
            if sum(spread) >= total:
                said = marks.marked(dict(enumerate(spread)), people=people)
                found.setdefault(tuple(said.values()) if said else None, {}).setdefault(total, []).append(spread)
    return found


@pytest.mark.parametrize("parts", [1, 2, 3])
def test_no_table_gives_a_small_number_away_whatever_the_total_is(parts):
    for people in range(5, 20 if parts == 3 else MOST):
        for said, by_total in pages(parts, people).items():
            for total, spreads in by_total.items():
                for part in range(parts):
                    values = {spread[part] for spread in spreads}
                    assert not values <= SMALL, (people, said, total, part, values)


@pytest.mark.parametrize("parts", [1, 2])
def test_yesterdays_page_beside_todays_gives_no_small_number_away(parts):
    shown = {people: pages(parts, people) for people in range(5, MOST)}
    ranges = {
        (people, said, total, part): (min(values), max(values))
        for people, found in shown.items()
        for said, by_total in found.items()
        if said is not None
        for total, spreads in by_total.items()
        if total == people
        for part in range(parts)
        for values in [{spread[part] for spread in spreads}]
    }
    for (people, said, total, part), (low, high) in ranges.items():
        for (later, said_later, total_later, part_later), (low_later, high_later) in ranges.items():
            if part == part_later and (later == people or numbers.shown(people, now=later) == later):
                least, most = low_later - high, high_later - low
                between = (people, said, total, later, said_later, total_later)
                assert not 1 <= least <= most <= 4, between
                assert not -4 <= least <= most <= -1, between


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.integers(-4, 4))
def test_in_every_table_a_part_without_a_mark_may_be_empty(spread, behind):
    """The same for larger tables, by giving the spread that hides: all people in one marked part."""
    total = max(max(spread), sum(spread) - sum(spread) // 3)
    people = total + behind
    said = marks.marked(dict(enumerate(spread)), people=people) if total >= 5 and people >= 5 else None
    if said is None:
        return
    full = [part for part, is_marked in said.items() if is_marked]
    # Somebody who sees no mark at all would know that every part holds four at most.
    assert full, (spread, people)
    for part in said:
        hiding = {one: 5 if is_marked else 0 for one, is_marked in said.items()}
        other = next((one for one in full if one != part), None)
        if other is None:
            hiding[full[0]] = total
        else:
            hiding[other] = total
        assert marks.marked(hiding, people=people) == said
        assert sum(hiding.values()) >= total
        assert max(hiding.values()) == total
        assert hiding[part] not in SMALL


@settings(max_examples=200, deadline=None)
@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.dates(date(2019, 1, 1), date(2030, 12, 31)), st.integers(0, 90)
)
def test_the_quarter_that_runs_is_never_shown_and_quarters_are_never_taken_together(today, since, people):
    shown = marks.quarters_shown(since=since, today=today, people=people)

    assert all(one < marks.quarter_of(today) for one in shown)
    assert all(marks.quarter_of(one) == one for one in shown)
    assert len(shown) <= marks.fits(people)
    assert shown == sorted(set(shown))


@given(st.integers(0, 4))
def test_below_five_people_there_is_no_table(people):
    assert marks.marked({"desk": 4}, people=people) is None
    assert marks.quarters_shown(since=date(2020, 1, 1), today=date(2026, 11, 22), people=people) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=12))
def test_the_total_itself_never_moves_by_fewer_than_five(counts):
    said, previous = [0], 0
    for now in counts:
        previous = numbers.shown(previous, now=now)
        said.append(previous)
    assert all(not 0 < abs(one - other) < 5 for one, other in pairwise(said))
