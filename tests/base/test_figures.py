"""No figure speaks of fewer than five people, and none can be worked out."""

from hypothesis import given
from hypothesis import strategies as st

from wijkhuis.base.figures import AT_LEAST, showable

COUNTS = st.dictionaries(st.text(max_size=3), st.integers(min_value=0, max_value=40), max_size=8)


@given(COUNTS)
def test_no_cell_shows_one_to_four(counts):
    shown = showable(counts)
    assert all(count is None or count == 0 or count >= AT_LEAST for count in shown.cells.values())
    assert shown.total is None or shown.total == 0 or shown.total >= AT_LEAST


@given(COUNTS)
def test_what_is_hidden_cannot_be_found_by_subtraction(counts):
    shown = showable(counts)
    hidden = [key for key, count in shown.cells.items() if count is None]
    if shown.total is None or not hidden:
        return
    rest = shown.total - sum(count for count in shown.cells.values() if count is not None)
    assert len(hidden) >= 2
    assert rest >= AT_LEAST


@given(COUNTS)
def test_what_is_shown_is_true(counts):
    shown = showable(counts)
    assert all(count is None or count == counts[key] for key, count in shown.cells.items())


def test_one_small_number_hides_its_neighbour_too():
    assert showable({"De Brug": 3, "De Haven": 12, "De Kade": 40}).cells == {
        "De Brug": None,
        "De Haven": None,
        "De Kade": 40,
    }


def test_a_house_alone_with_few_questions_says_nothing():
    shown = showable({"De Brug": 3})
    assert shown.cells == {"De Brug": None}
    assert shown.total is None
