"""What every test gets: a real PostgreSQL, a database of its own, and the cast."""

import contextlib
import gc
import gettext
import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.utils.translation import trans_real

from config import embedded
from wijkhuis.base import access
from wijkhuis.base.upkeep.catalogues import compile_catalogues

FOLDER = Path(__file__).parent
# What takes longest begins first. What is learned from the library is learned then too, once for everybody.
FIRST = [
    FOLDER / "wijkhuis/loop/signals/tests/test_changing.py",
    FOLDER / "wijkhuis/house/directory/tests/test_search.py",
    FOLDER / "tests/faults/test_demo.py",
    FOLDER / "tests/faults/test_first_start.py",
]
pytest_plugins = [
    name for name in ("tests.database", "tests.chromium", "tests.cast", "tests.stand_ins") if find_spec(name)
]


def pytest_configure(config):
    """Start the server of the tests, unless DATABASE_URL points to another one."""
    if hasattr(config, "workerinput"):
        return
    if compile_catalogues(FOLDER):
        forget_catalogues()
    if os.environ.get("DATABASE_URL"):
        return
    running = contextlib.ExitStack()
    server = embedded.test_server()
    running.enter_context(server.in_use())
    config.add_cleanup(running.close)
    os.environ["DATABASE_URL"] = server.url("postgres")


@pytest.fixture(autouse=True)
def nobody_looked_before():
    """Every story begins with nobody who looked too often."""
    access._looks.clear()


def pytest_collection_finish():
    """What is there before the first test stays; looking through it for rubbish again and again takes long."""
    gc.collect()
    gc.freeze()


def forget_catalogues():
    """Django may have read older catalogues while it started."""
    gettext._translations.clear()
    trans_real._translations.clear()
    trans_real._default = None


def pytest_collection_modifyitems(items):
    """Everything in tests/browser needs a browser, everything in tests/faults breaks services."""
    for item in items:
        for name in ("browser", "faults"):
            if item.path.is_relative_to(FOLDER / "tests" / name):
                item.add_marker(name)
    items.sort(key=lambda item: FIRST.index(item.path) if item.path in FIRST else len(FIRST))
