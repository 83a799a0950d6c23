"""The clock of the field."""

from procrastinate.contrib.django import app

from wijkhuis.house.fieldwork import actions


@app.periodic(cron="25 2 * * *")
@app.task(name="fieldwork.close_old_calls", queueing_lock="fieldwork.close_old_calls")
def close_old_calls(timestamp: int = 0) -> None:
    """Every night: close calls that are sixty days old, and let go of those that are closed for a year."""
    actions.close_old_calls()


@app.periodic(cron="35 2 * * *")
@app.task(name="fieldwork.forget_old_assignments", queueing_lock="fieldwork.forget_old_assignments")
def forget_old_assignments(timestamp: int = 0) -> None:
    """Every night: let go of assignments that are over for a year."""
    actions.forget_old_assignments()
