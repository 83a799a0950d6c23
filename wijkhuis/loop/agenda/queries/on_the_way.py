"""Whether something began with what was taken up: later rooms know, and say so here."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

from wijkhuis.loop.agenda.queries.decided import newest_decisions
from wijkhuis.loop.signals.models import SignalGroup, Theme

# Of these themes, those of which something came.
Finder = Callable[[Collection[int]], set[int]]
_finders: list[Finder] = []


def knows_what_began(finder: Finder) -> Finder:
    """Register how a later room finds the themes of which something came."""
    _finders.append(finder)
    return finder


def themes_that_lie_still(group: SignalGroup, *, on: date) -> list[Theme]:
    """What was taken up one rhythm of meetings ago or longer, and nothing began since; the oldest first."""
    before = on - timedelta(weeks=group.every_weeks)
    taken_up = newest_decisions().filter(
        theme__house_id=group.house_id, standing=Theme.Standing.TAKEN_UP, decided_on__lte=before, theme__closed_on=None
    )
    themes = [one.theme for one in taken_up.select_related("theme").order_by("decided_on", "pk")]
    ids = {theme.pk for theme in themes}
    began = {pk for finder in _finders for pk in finder(ids)} if ids else set()
    return [theme for theme in themes if theme.pk not in began]
