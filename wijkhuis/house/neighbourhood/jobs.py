"""Work about places that an action leaves for later."""

from procrastinate.contrib.django import app

from wijkhuis.base.queue import leave_work
from wijkhuis.house.neighbourhood import locating


@app.task(name="neighbourhood.locate_place")
def locate_place(place_id: int) -> None:
    """Ask once where a place of a house is."""
    locating.locate_place(place_id)


def leave_locating(place_id: int) -> None:
    """Leave the asking to a worker, unless one is to do so already."""
    leave_work(locate_place, once=f"place:{place_id}", place_id=place_id)
