"""What sources do by the clock, and what is read in the background."""

from procrastinate.contrib.django import app

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.sources import actions
from wijkhuis.house.sources.models import Source


@app.task(name="sources.read_one")
def read_one(reading_id: int) -> None:
    """Read a list that somebody brought, or a source at its address."""
    actions.read_one(reading_id)


@app.periodic(cron="40 2 * * *")
@app.task(name="sources.read_at_night", queueing_lock="sources.read_at_night")
def read_at_night(timestamp: int = 0) -> None:
    """Every night: read the sources that have an address."""
    for source in Source.objects.exclude(address=""):
        if actions.can_be_read(source):
            _try(source)


@app.periodic(cron="10 4 * * *")
@app.task(name="sources.look_for_pairs", queueing_lock="sources.look_for_pairs")
def look_for_pairs(timestamp: int = 0) -> None:
    """Every night, after reading: look what is there twice."""
    actions.propose_pairs()


def _try(source: Source) -> None:
    try:
        actions.ask_reading_now(source, by=SYSTEM)
    except RuleBroken:
        # The next source is read all the same.
        return
