"""What the outbox does by the clock."""

from procrastinate.contrib.django import app

from wijkhuis.base import clock
from wijkhuis.base.messages import actions


@app.periodic(cron="* * * * *")
@app.task(name="messages.take_up_forgotten_messages", queueing_lock="messages.take_up_forgotten_messages")
def take_up_forgotten_messages(timestamp: int) -> None:
    """Every minute: what was forgotten is taken up."""
    actions.take_up_forgotten_messages(now=clock.now())


@app.periodic(cron="17 3 * * *")
@app.task(name="messages.purge_old_messages", queueing_lock="messages.purge_old_messages")
def purge_old_messages(timestamp: int) -> None:
    """Every night: forget who got which message a week ago."""
    actions.purge_old_messages()
