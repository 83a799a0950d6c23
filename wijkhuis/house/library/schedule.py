"""What the archive does in the background and by the clock."""

from procrastinate.contrib.django import app

from wijkhuis.house.library import actions
from wijkhuis.house.library.pictures import forget_old_pictures


@app.task(name="library.read_one")
def read_one(document_id: int) -> None:
    """Read a document that somebody brought."""
    actions.read_waiting(document_id)


@app.periodic(cron="45 3 * * *")
@app.task(name="library.forget_old_pictures", queueing_lock="library.forget_old_pictures")
def forget_pictures_at_night(timestamp: int = 0) -> None:
    """Every night: let go of pictures of pages that nobody looked at for long, or whose document is gone."""
    forget_old_pictures()


@app.periodic(cron="40 3 * * *")
@app.task(name="library.delete_what_was_removed", queueing_lock="library.delete_what_was_removed")
def delete_what_was_removed_at_night(timestamp: int = 0) -> None:
    """Every night: delete for good what was taken out of the archive a week ago."""
    actions.delete_what_was_removed()


@app.periodic(cron="50 3 * * *")
@app.task(name="library.forget_who_brought", queueing_lock="library.forget_who_brought")
def forget_who_brought_at_night(timestamp: int = 0) -> None:
    """Every night: let go of who brought documents longer than a year ago."""
    actions.forget_who_brought()
