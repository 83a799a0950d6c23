"""What every test gets: a real PostgreSQL, a database of its own, and the cast."""

import gc
import gettext
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.utils.translation import trans_real

from wijkhuis.base import access
from wijkhuis.base.upkeep.catalogues import compile_catalogues

FOLDER = Path(__file__).parent
pytest_plugins = [
    name
    for name in ("tests.database", "tests.order", "tests.chromium", "tests.cast", "tests.stand_ins")
    if find_spec(name)
]


def pytest_configure(config):
    """Make the words of other languages readable, once for every process."""
    if not hasattr(config, "workerinput") and compile_catalogues(FOLDER):
        forget_catalogues()


@pytest.fixture(autouse=True)
def nobody_looked_before():
    """Every story begins with nobody who looked too often."""
    access._looks.clear()


def pytest_collection_finish():
    """What is there before the first test stays; looking through it for rubbish again and again takes long."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


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
