"""Who sees meetings, decisions and what people said: the group. Everybody reads decisions on five people or more."""

from django.db.models import QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.loop.agenda.models import Concerned, Decision, Item, Meeting, Task
from wijkhuis.loop.signals.access import group_house_ids, public_themes
from wijkhuis.loop.signals.models import Theme


def visible_meetings(user: User) -> QuerySet[Meeting]:
    """The meetings of one's own groups."""
    known = Meeting.objects.filter(group__house_id__in=group_house_ids(user))
    return known.select_related("group__house", "chair__user")


def visible_items(user: User) -> QuerySet[Item]:
    """The points of those meetings."""
    known = Item.objects.filter(meeting__group__house_id__in=group_house_ids(user))
    return known.select_related(
        "meeting__group__house", "meeting__chair__user", "theme__house", "proposal__theme", "proposal__other"
    )


def visible_tasks(user: User) -> QuerySet[Task]:
    """What was agreed in those meetings."""
    known = Task.objects.filter(meeting__group__house_id__in=group_house_ids(user))
    return known.select_related("meeting__group__house", "seat__user", "theme")


def visible_decisions(user: User) -> QuerySet[Decision]:
    """What the groups one sits in decided, also on fewer than five people."""
    known = Decision.objects.filter(theme__house_id__in=group_house_ids(user))
    return known.select_related("theme__house", "meeting", "written_by")


def visible_concerned(user: User) -> QuerySet[Concerned]:
    """What people in the situation said, for the group."""
    return Concerned.objects.filter(theme__house_id__in=group_house_ids(user)).select_related("theme__house")


def public_themes_of(house_id: int) -> QuerySet[Theme]:
    """What everybody reads of one house: decided, and at least five different people."""
    return public_themes().filter(house=house_id)


def public_decisions_of(house_id: int) -> QuerySet[Decision]:
    """The decisions on those themes, the newest first; of a theme of fewer than five people there are none."""
    return Decision.objects.filter(theme__in=public_themes_of(house_id).values("pk")).select_related("theme")
