"""What test processes would otherwise wait for one by one, made beside the checks: `python -m tests.prepare WHAT`.

A part that fails here is made again by the test that needs it, and that test tells what is wrong.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from config import embedded  # noqa: E402
from tests.database import alone, migrated, server_of_tests  # noqa: E402
from tests.hsds.checking import judges  # noqa: E402
from wijkhuis.base.upkeep.frontend import install_frontend  # noqa: E402
from wijkhuis.house.directory.queries.topics import topic_model  # noqa: E402
from wijkhuis.loop.signals.queries.profiles import learned  # noqa: E402


def learning():
    """What is learned from the lexicon and the library."""
    topic_model()
    learned()


def places():
    """The database every process clones, what the pages look like, and the judges of the standard of the sector."""
    with server_of_tests(), alone(), migrated():
        pass
    install_frontend(root=embedded.ROOT, home=embedded.HOME)
    judges()


if __name__ == "__main__":
    {"learning": learning, "places": places}[sys.argv[1]]()
