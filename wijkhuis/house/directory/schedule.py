"""What happens to the map by the clock."""

from procrastinate.contrib.django import app

from wijkhuis.house.directory import actions


@app.periodic(cron="11 2 * * *")
@app.task(name="directory.find_points", queueing_lock="directory.find_points")
def find_points(timestamp: int) -> None:
    """Every night: ask where the entries without a point are."""
    actions.find_points()
