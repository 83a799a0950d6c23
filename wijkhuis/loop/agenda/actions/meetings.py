"""Meetings: planned in the rhythm of the group, chaired by a resident in turn, and closed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.loop.agenda import rules
from wijkhuis.loop.agenda.actions.asking import lock_open
from wijkhuis.loop.agenda.actions.inviting import tell_group
from wijkhuis.loop.agenda.actions.items import fill_agenda, put_theme
from wijkhuis.loop.agenda.models import Meeting, Task
from wijkhuis.loop.signals.actions.asking import demand_group
from wijkhuis.loop.signals.models import Seat, SignalGroup, Theme


@transaction.atomic
def plan_meeting(
    group: SignalGroup,
    *,
    starts_at: datetime,
    place: str = "",
    chair: Seat | None = None,
    theme: Theme | None = None,
    by: Actor,
) -> Meeting:
    """Plan the next meeting; its agenda makes itself from what waits, after a theme that somebody put on it."""
    demand_group(group.house_id, by=by)
    demand(clock.now() < starts_at, _("Choose a day that is still to come."))
    meeting = Meeting(group=group)
    _settle(meeting, starts_at=starts_at, place=place, chair=chair)
    if theme is not None:
        put_theme(meeting, theme=theme, by=by)
    fill_agenda(meeting)
    tell_group(meeting, "planned", by=by)
    record("agenda.meeting_planned", meeting, by=by)
    return meeting


@transaction.atomic
def change_meeting(
    meeting: Meeting, *, starts_at: datetime, place: str = "", chair: Seat | None = None, by: Actor
) -> Meeting:
    """Move a meeting, or let somebody else chair."""
    meeting = lock_open(meeting, by=by)
    before = (meeting.starts_at, meeting.place, meeting.chair_id)
    _settle(meeting, starts_at=starts_at, place=place, chair=chair)
    if before != (meeting.starts_at, meeting.place, meeting.chair_id):
        tell_group(meeting, "changed", by=by)
    record("agenda.meeting_changed", meeting, by=by)
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: Actor) -> None:
    """Take a planned meeting away; what was on its agenda comes back on the next."""
    meeting = lock_open(meeting, by=by)
    is_used = meeting.decisions.exists() or meeting.tasks.exists()
    demand(not is_used, _("Something was decided or agreed in this meeting. Close it instead."))
    tell_group(meeting, "cancelled", by=by)
    record("agenda.meeting_cancelled", meeting, by=by)
    meeting.delete()


@transaction.atomic
def close_meeting(meeting: Meeting, *, present: str = "", notes: str = "", by: Actor) -> Meeting:
    """Close a meeting and with it all its points; what was not decided comes back by itself."""
    meeting = lock_open(meeting, by=by)
    meeting.present, meeting.notes = clean_words(present)[:400], clean_words(notes)[:5000]
    meeting.closed_at = clock.now()
    meeting.save(update_fields=["present", "notes", "closed_at"])
    meeting.items.filter(done_at=None).update(done_at=meeting.closed_at)
    record("agenda.meeting_closed", meeting, by=by)
    return meeting


def forget_old_meetings() -> int:
    """Empty who was there and what else was said, and delete who did what, of meetings two years ago; gives how many.

    What was decided stays.
    """
    edge = clock.add_months(clock.today(), -rules.PEOPLE_ARE_KEPT_MONTHS)
    old = Meeting.objects.filter(starts_at__date__lt=edge)
    Task.objects.filter(meeting__in=old.values("pk")).delete()
    return old.exclude(present="", notes="").update(present="", notes="")


def _settle(meeting: Meeting, *, starts_at: datetime, place: str, chair: Seat | None) -> None:
    demand(chair is None or chair.group_id == meeting.group_id, _("Choose somebody of this group."))
    same = Meeting.objects.filter(group_id=meeting.group_id, starts_at=starts_at).exclude(pk=meeting.pk)
    demand(not same.exists(), _("There is a meeting at this moment already."))
    meeting.starts_at, meeting.place, meeting.chair = starts_at, clean_words(place)[:120], chair
    meeting.save()
