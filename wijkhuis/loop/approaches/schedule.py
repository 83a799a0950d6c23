"""The clock of the approaches: reminders in the morning, forgetting at night."""

from procrastinate.contrib.django import app

from wijkhuis.base import clock
from wijkhuis.loop.approaches.actions.correcting import forget_what_was_taken_away
from wijkhuis.loop.approaches.actions.leaving import forget_joiners
from wijkhuis.loop.approaches.actions.reminding import drop_old_drafts, remind
from wijkhuis.loop.approaches.actions.telling import tell_of_decisions
from wijkhuis.loop.approaches.models import Approach


@app.periodic(cron="40 7 * * *")
@app.task(name="approaches.remind_supporters", queueing_lock="approaches.remind_supporters")
def remind_supporters(timestamp: int = 0) -> None:
    """Remind who supports an approach of a date that passed."""
    for approach in Approach.objects.with_a_date_passed(on=clock.today()):
        remind(approach)


@app.periodic(cron="30 9 * * *")
@app.task(name="approaches.tell_of_decisions", queueing_lock="approaches.tell_of_decisions")
def news_of_decisions(timestamp: int = 0) -> None:
    """Every morning: tell who asked what was decided, and what the municipality answered."""
    tell_of_decisions()


@app.periodic(cron="45 2 * * *")
@app.task(name="approaches.forget", queueing_lock="approaches.forget")
def forget(timestamp: int = 0) -> None:
    """Forget who left or was forgotten, what was taken away, and drafts nobody went on with."""
    forget_joiners()
    forget_what_was_taken_away()
    drop_old_drafts()
