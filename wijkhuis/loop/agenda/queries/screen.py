"""What one point of a meeting shows on a screen that everybody sees."""

from collections.abc import Iterable, Sequence

from wijkhuis.loop.agenda.models import Item, Task
from wijkhuis.loop.agenda.queries.meetings import items_of
from wijkhuis.loop.signals.models import Proposal

MOST_SENTENCES = 6
MOST_COUNTED = 200
Through = Proposal.signals.through


def sentences_of(item: Item) -> Sequence[str]:
    """The sentences of the theme or proposal of a point, in the order of their letters; one query."""
    source = item.theme or item.proposal
    if source is None:
        return []
    sentences = source.signals.order_by("sentence").values_list("sentence", flat=True).distinct()
    return list(sentences[:MOST_COUNTED])


def sentences_on_paper(items: Iterable[Item]) -> dict[int, list[str]]:
    """A few sentences of each proposal that waits, by proposal, for who says yes or no without a screen; one query."""
    waiting = {item.proposal.pk for item in items if item.proposal and item.proposal.decided_on is None}
    if not waiting:
        return {}
    found: dict[int, list[str]] = {pk: [] for pk in waiting}
    ties = Through.objects.filter(proposal__in=waiting).order_by("signal__sentence")
    for pk, sentence in ties.values_list("proposal_id", "signal__sentence"):
        if sentence not in found[pk] and len(found[pk]) < MOST_SENTENCES:
            found[pk].append(sentence)
    return found


def tasks_beside(item: Item) -> Sequence[Task]:
    """What was agreed in this meeting about the theme of a point, or about no theme."""
    agreed = Task.objects.filter(meeting_id=item.meeting_id, theme=item.theme)
    return list(agreed.select_related("seat__user"))


def next_item(item: Item) -> Item | None:
    """The point after this one."""
    items = items_of(item.meeting)
    at = next((place for place, one in enumerate(items) if one.pk == item.pk), len(items))
    return items[at + 1] if at + 1 < len(items) else None
