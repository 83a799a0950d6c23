"""Every test runs once, and no process is left with the long ones."""

from tests.order import dealt


def test_each_process_begins_with_its_share_of_what_is_long():
    long, short = ["demo", "fuzz", "start", "faults"], [f"short {number}" for number in range(7)]

    rows = dealt(long, short, among=3)

    assert sorted(rows) == sorted([*long, *short])
    # xdist gives 11 tests as 3, 4 and 4.
    assert [rows[0:2], rows[3], rows[7]] == [["demo", "faults"], "fuzz", "start"]
    assert [name for name in rows if name in short] == short


def test_with_hardly_any_tests_every_one_of_them_runs_too():
    assert dealt(["demo", "fuzz"], [], among=3) == ["demo", "fuzz"]
    assert sorted(dealt(["a", "b", "c", "d"], ["e"], among=3)) == ["a", "b", "c", "d", "e"]
    assert dealt([], ["a"], among=1) == ["a"]
