"""Distances and outlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkhuis.base.geo.shapes import (
    Box,
    box_of,
    corners,
    lies_in,
    metres_between,
    minutes_to_walk,
    outline_of,
    simplified,
)

SQUARE = [[[[4.0, 52.0], [4.01, 52.0], [4.01, 52.01], [4.0, 52.01], [4.0, 52.0]]]]
WITH_POND = [[*SQUARE[0], [[4.004, 52.004], [4.006, 52.004], [4.006, 52.006], [4.004, 52.006], [4.004, 52.004]]]]


def test_an_older_person_walks_five_hundred_metres_in_nine_minutes():
    metres = metres_between((4.9, 52.37), (4.9, 52.3745))

    assert metres == pytest.approx(501, abs=1)
    assert minutes_to_walk(metres) == 9
    assert minutes_to_walk(0) == 1


def test_a_point_in_the_pond_is_not_in_the_neighbourhood():
    assert lies_in((4.002, 52.002), WITH_POND)
    assert not lies_in((4.005, 52.005), WITH_POND)
    assert not lies_in((4.02, 52.005), WITH_POND)


def test_a_crooked_edge_becomes_straight_and_the_corners_stay():
    crooked = [[[[4.0, 52.0], [4.005, 52.00001], [4.01, 52.0], [4.01, 52.01], [4.0, 52.01], [4.0, 52.0]]]]

    assert simplified(crooked, metres=10) == SQUARE
    assert simplified([[[[4.0, 52.0], [4.0, 52.0]]]], metres=10) == []


@given(st.lists(st.tuples(st.floats(4, 5), st.floats(52, 53)), min_size=4, max_size=60))
def test_whatever_the_shape_a_simpler_one_is_closed_and_no_larger(points):
    ring = [list(point) for point in points]
    ring.append(ring[0])

    for polygon in simplified([[ring]], metres=50):
        for kept in polygon:
            assert kept[0] == kept[-1]
            assert 4 <= len(kept) <= len(ring)


def test_geojson_is_read_and_what_is_no_outline_is_refused():
    ring = SQUARE[0][0]

    assert outline_of({"type": "Polygon", "coordinates": [ring]}) == SQUARE
    assert outline_of({"type": "MultiPolygon", "coordinates": SQUARE}) == SQUARE
    # Metres of the Dutch grid instead of degrees.
    grid = [[119405, 487425], [120000, 487425], [120000, 488000], [119405, 487425]]
    assert outline_of({"type": "Polygon", "coordinates": [grid]}) is None
    for wrong in (None, {}, {"type": "Point", "coordinates": [4, 52]}, {"type": "Polygon", "coordinates": [["x"]]}):
        assert outline_of(wrong) is None


def test_a_box_knows_what_it_touches():
    box = box_of(corners(SQUARE))

    assert box == Box(4.0, 52.0, 4.01, 52.01)
    assert box.touches(box.widened(0.1))
    assert not box.touches(Box(5, 52, 6, 53))
    assert box_of([]) is None
