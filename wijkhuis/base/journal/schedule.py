"""The clock of the journal."""

from procrastinate.contrib.django import app

from wijkhuis.base.journal.actions import forget_old_lines


@app.periodic(cron="0 3 * * 0", periodic_id="journal_forget_old_lines")
@app.task(name="journal.forget_old_lines", queueing_lock="journal.forget_old_lines")
def forget_old(timestamp: int = 0) -> None:
    """Let lines of more than five years ago go, every Sunday night."""
    forget_old_lines()
