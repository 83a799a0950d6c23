"""The clock of signals: what happens by itself every night."""

import logging

from django.db import connection
from procrastinate.contrib.django import app

from wijkhuis.base import clock
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.actions import keeping
from wijkhuis.loop.signals.queries.library import learn_sentences

SUNDAY = 6
log = logging.getLogger(__name__)


@app.periodic(cron="40 2 * * *")
@app.task(name="signals.let_go", queueing_lock="signals.let_go")
def let_go(timestamp: int = 0) -> None:
    """Let go of who stood behind old signals, and of the order in which the new ones came."""
    keeping.let_go_of_old_tokens(on=clock.today())
    keeping.forget_old_pairs(on=clock.today())
    keeping.lay_in_random_order()


@app.periodic(cron="10 3 * * *")
@app.task(name="signals.learn_sentences", queueing_lock="signals.learn_sentences")
def learn(timestamp: int = 0) -> None:
    """Learn to recognise the themes of the library by meaning, when it changed."""
    learn_sentences()


@app.task(name="signals.propose_for")
def propose_for(house_id: int) -> None:
    """Somebody of the group asked to look now."""
    for house in House.objects.filter(pk=house_id):
        actions.propose_themes(house, thorough=True)


@app.periodic(cron="30 3 * * *")
@app.task(name="signals.propose_themes", queueing_lock="signals.propose_themes")
def propose_themes(timestamp: int = 0) -> None:
    """Every night: propose what belongs together; on Sunday everything is looked at again."""
    for house in House.objects.order_by("pk"):
        # What goes wrong in one house is no reason to leave the others without.
        try:
            actions.propose_themes(house, thorough=clock.today().weekday() == SUNDAY)
        except Exception:
            log.exception("Looking for themes did not work in house %s", house.pk)
            connection.close_if_unusable_or_obsolete()
