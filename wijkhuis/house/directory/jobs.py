"""Work about the map that an action leaves for later."""

from procrastinate.contrib.django import app

from wijkhuis.base.queue import leave_work
from wijkhuis.house.directory import locating


@app.task(name="directory.locate_entry")
def locate_entry(entry_id: int) -> None:
    """Ask once where an entry is."""
    locating.locate_entry(entry_id)


@app.task(name="directory.locate_waiting")
def locate_waiting(after_id: int) -> None:
    """Ask for the next hundred entries without a point, and leave the rest for the next time."""
    go_on_after = locating.locate_some(after_id)
    if go_on_after is not None:
        leave_locating_all(after_id=go_on_after)


def leave_locating(entry_id: int) -> None:
    """Leave the asking to a worker, unless one is to do so already."""
    leave_work(locate_entry, once=f"entry:{entry_id}", entry_id=entry_id)


def leave_locating_all(*, after_id: int = 0) -> None:
    """Leave the asking for all entries without a point to a worker, a hundred at a time."""
    leave_work(locate_waiting, once="directory.locate_waiting", after_id=after_id)
