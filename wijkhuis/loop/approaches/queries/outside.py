"""The days of an approach as everybody may know them: a day before its theme was shown would say when few had come."""

from collections.abc import Iterable
from copy import copy
from datetime import date

from django.db.models import Model

from wijkhuis.loop.approaches.models import Approach, Pledge, Step

DAYS = (
    "first_step_on",
    "comes_back_on",
    "owner_by_on",
    "made_on",
    "started_on",
    "ended_on",
    "looked_back_on",
    "second_looked_on",
    # The day of the next step, where the query read it along.
    "next_on",
)


def as_everybody_knows(approach: Approach, *beside: Step | Pledge) -> Approach:
    """The same approach to read, never to save, with no day before five people stood behind its theme.

    Of the steps and promises beside it the days are clipped as well; those are not to be saved either.
    """
    since = approach.theme.shown_on
    if since is None:
        return approach
    known = copy(approach)
    known.theme = copy(approach.theme)
    _clip(known, DAYS, since=since)
    known.theme.decided_on = known.theme.told_since
    for one in beside:
        _clip(one, ("by_on", "done_on", "kept_on"), since=since)
    return known


def _clip(record: Model, days: Iterable[str], *, since: date) -> None:
    for name in days:
        day = getattr(record, name, None)
        if day and day < since:
            setattr(record, name, since)
