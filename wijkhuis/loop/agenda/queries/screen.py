"""What one point of a meeting shows on a screen that everybody sees."""

from collections.abc import Sequence

from wijkhuis.loop.agenda.models import Item, Task

MOST_SENTENCES = 6


def sentences_of(item: Item) -> Sequence[str]:
    """A few sentences of the theme or proposal of a point, in the order of their letters; one query."""
    source = item.theme or item.proposal
    if source is None:
        return []
    sentences = source.signals.order_by("sentence").values_list("sentence", flat=True).distinct()
    return list(sentences[:MOST_SENTENCES])


def tasks_beside(item: Item) -> Sequence[Task]:
    """What was agreed in this meeting about the theme of a point, or about no theme."""
    agreed = Task.objects.filter(meeting_id=item.meeting_id, theme=item.theme)
    return list(agreed.select_related("seat__user"))


def next_item(item: Item) -> Item | None:
    """The point after this one."""
    items = list(Item.objects.filter(meeting_id=item.meeting_id))
    at = next((place for place, one in enumerate(items) if one.pk == item.pk), len(items))
    return items[at + 1] if at + 1 < len(items) else None
