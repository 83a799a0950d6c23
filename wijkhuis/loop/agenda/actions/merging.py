"""What the meetings know of a theme goes along when another theme takes it in."""

from wijkhuis.loop.agenda.models import Concerned, Decision, Item, Task
from wijkhuis.loop.agenda.queries.decided import newest_decisions
from wijkhuis.loop.signals.models import Theme


def move_to_theme(taken_in: Theme, kept: Theme) -> None:
    """Move decisions, agreements, points and what those concerned said, in the transaction of who merges.

    Where both were decided on, what was decided on the theme that stays holds; an answer that is owed stays owed.
    """
    decisions = Decision.objects.filter(theme=taken_in)
    if kept.standing != Theme.Standing.OPEN:
        owed = newest_decisions().filter(theme=taken_in, standing=Theme.Standing.HANDED_OVER, answered_on=None)
        owed_ids = list(owed.values_list("pk", flat=True))
        decisions.update(came_along=True)
        Decision.objects.filter(pk__in=owed_ids).update(is_still_owed=True)
    decisions.update(theme=kept)
    Concerned.objects.filter(theme=taken_in).update(theme=kept)
    Task.objects.filter(theme=taken_in).update(theme=kept)
    # Where both are on one agenda, the point stays and says that it belongs to the other now.
    there = Item.objects.filter(theme=kept).values("meeting")
    Item.objects.filter(theme=taken_in).exclude(meeting__in=there).update(theme=kept)
