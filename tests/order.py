"""In which order tests run: what takes longest begins first, so that nobody works alone at the end."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
LONG = [
    FOLDER / file
    for file in (
        "faults/test_demo.py",
        "fuzz/test_hostile_input.py",
        "faults/test_while_it_runs.py",
        "faults/test_first_start.py",
        "browser/test_agenda.py",
        "browser/test_approaches.py",
        "browser/test_residents.py",
        "browser/test_themes.py",
        "browser/test_hearing_back.py",
        "browser/test_handover.py",
    )
]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """After tests that nobody asked for have gone."""
    processes = getattr(config, "workerinput", {}).get("workercount", 1)
    long = sorted((item for item in items if item.path in LONG), key=lambda item: LONG.index(item.path))
    items[:] = dealt(long, [item for item in items if item.path not in LONG], among=processes)


def dealt(long, short, *, among):
    """The tests in rows of the same length, one for each process as xdist cuts them; each begins with its long ones.

    Of what is short the order stays: tests of one file share what they made.
    """
    rows, left = [], len(long) + len(short)
    for turn in range(among, 0, -1):
        size = left // turn
        head = long[::turn][:size]
        long = [test for test in long if test not in head]
        rows += [*head, *short[: size - len(head)]]
        short = short[size - len(head) :]
        left -= size
    return rows
