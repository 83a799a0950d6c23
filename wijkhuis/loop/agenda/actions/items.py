"""The points of a meeting: made from what waits, put by anybody of the group, in the order the group wants."""

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.loop.agenda import rules
from wijkhuis.loop.agenda.actions.asking import lock_open
from wijkhuis.loop.agenda.models import Item, Meeting
from wijkhuis.loop.agenda.queries.meetings import items_of, proposals_for, themes_for
from wijkhuis.loop.signals.actions import confirm_proposal, decline_proposal, take_back_no
from wijkhuis.loop.signals.models import Proposal, Theme


def fill_agenda(meeting: Meeting) -> int:
    """Put what waits on the agenda, under what stands there, with room left for own points; gives how many."""
    items = list(meeting.items.all())
    theme_ids, proposal_ids = {item.theme_id for item in items}, {item.proposal_id for item in items}
    on = max(localdate(meeting.starts_at), clock.today())
    themes = [theme for theme in themes_for(meeting.group, on=on) if theme.pk not in theme_ids]
    proposals = [one for one in proposals_for(meeting.group) if one.pk not in proposal_ids]
    new = [Item(meeting=meeting, theme=theme) for theme in themes]
    new += [Item(meeting=meeting, proposal=proposal) for proposal in proposals]
    new = new[: max(rules.MOST_POINTS - len(items_of(meeting)), 0)]
    for place, item in enumerate(new, _next_place(items)):
        item.place = place
    Item.objects.bulk_create(new)
    return len(new)


@transaction.atomic
def add_what_waits(meeting: Meeting, *, by: Actor) -> int:
    """Put on the agenda what came up since it was made; gives how many points."""
    meeting = lock_open(meeting, by=by)
    number = fill_agenda(meeting)
    record("agenda.agenda_filled", meeting, by=by)
    return number


@transaction.atomic
def put_point(meeting: Meeting, *, words: str, by: Actor) -> Item:
    """Put a point of one's own on the agenda."""
    meeting = lock_open(meeting, by=by)
    said = clean_words(words)[:200]
    demand(bool(said), _("Say what this point is about."))
    if same := meeting.items.filter(words=said, done_at=None).first():
        return same
    place = _next_place(list(meeting.items.all()))
    item = Item.objects.create(meeting=meeting, words=said, place=place, put_by=by.user)
    record("agenda.point_put", meeting, by=by)
    return item


@transaction.atomic
def put_theme(meeting: Meeting, *, theme: Theme, by: Actor) -> Item:
    """Put a theme on the agenda, whatever stands behind it."""
    meeting = lock_open(meeting, by=by)
    is_ours = theme.house_id == meeting.group.house_id and theme.closed_on is None and theme.merged_into_id is None
    demand(is_ours, _("This theme is not open in this house."))
    known = meeting.items.filter(theme=theme).first()
    if known:
        return known
    place = _next_place(list(meeting.items.all()))
    item = Item.objects.create(meeting=meeting, theme=theme, place=place, put_by=by.user)
    record("agenda.point_put", meeting, by=by)
    return item


@transaction.atomic
def move_item(item: Item, *, up: bool, by: Actor) -> None:
    """Let a point change places with the one before or after it."""
    meeting = lock_open(item.meeting, by=by)
    items = items_of(meeting)
    at = next((place for place, one in enumerate(items) if one.pk == item.pk), None)
    demand(at is not None, _("This point is no longer on the agenda."))
    assert at is not None
    to = at - 1 if up else at + 1
    if 0 <= to < len(items):
        items[at], items[to] = items[to], items[at]
    for place, one in enumerate(items):
        one.place = place
    Item.objects.bulk_update(items, ["place"])


@transaction.atomic
def remove_item(item: Item, *, by: Actor) -> None:
    """Take a point off the agenda; a theme or proposal itself stays as it is."""
    meeting = lock_open(item.meeting, by=by)
    record("agenda.point_removed", meeting, by=by)
    meeting.items.filter(pk=item.pk).delete()


@transaction.atomic
def finish_item(item: Item, *, is_done: bool = True, by: Actor) -> None:
    """Say that a point was talked about, or that it was not after all."""
    meeting = lock_open(item.meeting, by=by)
    meeting.items.filter(pk=item.pk).update(done_at=clock.now() if is_done else None)


@transaction.atomic
def answer_proposal(item: Item, *, is_yes: bool, name: str = "", by: Actor) -> Theme | None:
    """Say yes or no together. A yes to a new theme makes the point one about that theme, to decide on at once."""
    lock_open(item.meeting, by=by)
    item = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    proposal = Proposal.objects.filter(pk=item.proposal_id or 0).select_related("house", "theme", "other").first()
    demand(proposal is not None, _("Somebody already said yes or no to this."))
    assert proposal is not None
    if not is_yes:
        decline_proposal(proposal, by=by)
        Item.objects.filter(pk=item.pk).update(done_at=clock.now())
        return None
    theme = confirm_proposal(proposal, name=name, by=by)
    if proposal.kind == Proposal.Kind.NEW:
        Item.objects.filter(pk=item.pk).update(theme=theme, proposal=None)
    else:
        Item.objects.filter(pk=item.pk).update(done_at=clock.now())
    return theme


@transaction.atomic
def take_no_back(item: Item, *, by: Actor) -> None:
    """Take back a no that was said today, while the meeting is open; the proposal is a point to talk about again."""
    lock_open(item.meeting, by=by)
    item = Item.objects.select_for_update(of=("self",)).select_related("proposal").get(pk=item.pk)
    demand(item.proposal is not None, _("This point is no longer on the agenda."))
    assert item.proposal is not None
    take_back_no(item.proposal, by=by)
    Item.objects.filter(pk=item.pk).update(done_at=None)


def _next_place(items: list[Item]) -> int:
    return max((item.place for item in items), default=-1) + 1
