"""Which decisions hold, which answers are owed, and which answers nobody talked about yet."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from wijkhuis.loop.agenda.models import Decision, Item
from wijkhuis.loop.signals.models import SignalGroup, Theme

Standing = Theme.Standing


def newest_decisions() -> QuerySet[Decision]:
    """The decision that holds for each theme: the last one made about it."""
    later = Decision.objects.filter(theme=OuterRef("theme"), came_along=False).filter(
        Q(decided_on__gt=OuterRef("decided_on")) | Q(decided_on=OuterRef("decided_on"), pk__gt=OuterRef("pk"))
    )
    return Decision.objects.filter(~Exists(later), came_along=False)


def asked_of_the_municipality() -> QuerySet[Decision]:
    """What was handed over and still counts: it holds, or it came along with a theme that was taken in."""
    holds = Q(pk__in=newest_decisions().order_by().values("pk")) | Q(is_still_owed=True)
    return Decision.objects.filter(holds, standing=Standing.HANDED_OVER, theme__closed_on=None)


def owed_answers() -> QuerySet[Decision]:
    """Those of them that wait for an answer."""
    return asked_of_the_municipality().filter(answered_on=None)


def late_answers(group: SignalGroup, *, on: date) -> QuerySet[Decision]:
    """Themes handed to the municipality whose answer was owed before this day and is not there."""
    late = owed_answers().filter(theme__house_id=group.house_id, answer_due_on__lt=on)
    return late.select_related("theme").order_by("answer_due_on", "pk")


def new_answers(group: SignalGroup) -> QuerySet[Decision]:
    """Answers of the municipality that the group did not talk about since they were written down.

    Closing a meeting ends all its points, also what nobody came to: only what was ended before counts as talked about.
    """
    ended = Q(meeting__closed_at=None, done_at__isnull=False) | Q(done_at__lt=F("meeting__closed_at"))
    talked = Item.objects.filter(ended, theme=OuterRef("theme"), done_at__gte=OuterRef("answer_kept_at"))
    there = asked_of_the_municipality().filter(theme__house_id=group.house_id, answered_on__isnull=False)
    return there.filter(~Exists(talked)).select_related("theme").order_by("answered_on", "pk")
