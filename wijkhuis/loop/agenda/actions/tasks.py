"""Who does what before when: agreed in a meeting, ticked off by anybody of the group."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.loop.agenda.actions.asking import lock_open
from wijkhuis.loop.agenda.models import Meeting, Task
from wijkhuis.loop.signals.actions.asking import demand_group
from wijkhuis.loop.signals.models import Seat, Theme


@transaction.atomic
def agree_task(
    meeting: Meeting,
    *,
    what: str,
    by_on: date,
    seat: Seat | None = None,
    who: str = "",
    theme: Theme | None = None,
    by: Actor,
) -> Task:
    """Agree who does what before when: somebody with a seat, or a name."""
    meeting = lock_open(meeting, by=by)
    name = "" if seat else clean_words(who)[:80]
    demand(seat is None or seat.group_id == meeting.group_id, _("Choose somebody of this group."))
    demand(seat is not None or bool(name), _("Who does this?"))
    said = clean_words(what)[:200]
    demand(bool(said), _("Write down at least one word."))
    demand(by_on >= clock.today(), _("Choose a day that is still to come."))
    task, is_new = Task.objects.get_or_create(
        meeting=meeting, seat=seat, who=name, what=said, by_on=by_on, theme=theme, done_at=None
    )
    if not is_new:
        return task
    record("agenda.task_agreed", meeting, by=by)
    return task


@transaction.atomic
def change_task(task: Task, *, by_on: date, seat: Seat | None = None, who: str = "", by: Actor) -> Task:
    """Let somebody else do it, or on another day, also after the meeting; they are reminded anew."""
    task = _lock(task, by=by)
    name = "" if seat else clean_words(who)[:80]
    demand(seat is None or seat.group_id == task.meeting.group_id, _("Choose somebody of this group."))
    demand(seat is not None or bool(name), _("Who does this?"))
    demand(by_on == task.by_on or by_on >= clock.today(), _("Choose a day that is still to come."))
    if (task.seat_id, task.who, task.by_on) != (seat.pk if seat else None, name, by_on):
        task.reminded_at = None
    task.seat, task.who, task.by_on, task.dropped_at = seat, name, by_on, None
    task.save(update_fields=["seat", "who", "by_on", "dropped_at", "reminded_at"])
    record("agenda.task_changed", task.meeting, by=by)
    return task


@transaction.atomic
def drop_task(task: Task, *, is_dropped: bool = True, by: Actor) -> Task:
    """Say that nobody needs to do this any more, or that somebody does after all; the minutes keep it."""
    task = _lock(task, by=by)
    task.dropped_at = clock.now() if is_dropped else None
    task.save(update_fields=["dropped_at"])
    record("agenda.task_dropped", task.meeting, by=by)
    return task


@transaction.atomic
def tick_task(task: Task, *, is_done: bool = True, by: Actor) -> Task:
    """Say that something is done, or that it is not after all."""
    demand_group(task.meeting.group.house_id, by=by)
    task.done_at = clock.now() if is_done else None
    task.save(update_fields=["done_at"])
    record("agenda.task_ticked", task.meeting, by=by)
    return task


@transaction.atomic
def remove_task(task: Task, *, by: Actor) -> None:
    """Take back something that was agreed by mistake, while the meeting is open."""
    meeting = lock_open(task.meeting, by=by)
    record("agenda.task_removed", meeting, by=by)
    task.delete()


def _lock(task: Task, *, by: Actor) -> Task:
    demand_group(task.meeting.group.house_id, by=by)
    locked = Task.objects.select_for_update(of=("self",)).select_related("meeting__group").get(pk=task.pk)
    demand(locked.done_at is None, _("This is done already."))
    return locked
