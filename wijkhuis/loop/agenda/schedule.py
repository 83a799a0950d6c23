"""The clock of the agenda."""

from procrastinate.contrib.django import app

from wijkhuis.loop.agenda import actions


@app.periodic(cron="10 8 * * *")
@app.task(name="agenda.remind_of_tasks", queueing_lock="agenda.remind_of_tasks")
def remind_of_tasks(timestamp: int = 0) -> None:
    """Every morning: remind of what somebody of the group would do."""
    actions.remind_of_tasks()


@app.periodic(cron="15 8 * * *")
@app.task(name="agenda.remind_of_answers", queueing_lock="agenda.remind_of_answers")
def remind_of_answers(timestamp: int = 0) -> None:
    """Every morning: remind the group of answers that the municipality owes."""
    actions.remind_of_answers()


@app.periodic(cron="40 2 * * *")
@app.task(name="agenda.forget_old_meetings", queueing_lock="agenda.forget_old_meetings")
def forget_old_meetings(timestamp: int = 0) -> None:
    """Every night: let go of who was at meetings of two years ago."""
    actions.forget_old_meetings()
