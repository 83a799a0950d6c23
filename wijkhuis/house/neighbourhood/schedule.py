"""What happens about places by the clock."""

from procrastinate.contrib.django import app

from wijkhuis.house.neighbourhood import actions


@app.periodic(cron="41 1 * * *")
@app.task(name="neighbourhood.find_points_of_places", queueing_lock="neighbourhood.find_points_of_places")
def find_points_of_places(timestamp: int) -> None:
    """Every night: ask where the places of the houses are, as far as nobody knows."""
    actions.find_points_of_places()
