"""Reminders in the name of the resident who chaired: of what somebody does, and of answers the municipality owes."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.messages.actions import Address, write_message
from wijkhuis.base.messages.models import Channel
from wijkhuis.loop.agenda import rules
from wijkhuis.loop.agenda.models import Decision, Meeting, Task
from wijkhuis.loop.agenda.queries.decided import owed_answers
from wijkhuis.loop.signals.models import Seat, SignalGroup

# So many meetings back somebody is looked for who chaired and still sits there.
CHAIRED_LATELY = 6


def remind_of_tasks() -> int:
    """Remind everybody with an account the day before and when it is late; gives how many messages.

    What somebody promised who left the group goes to who chairs it now, or else to who looks after the house.
    """
    today = clock.today()
    edge = today + rules.TASK_REMINDED_BEFORE
    due = Task.objects.filter(done_at=None, dropped_at=None, by_on__lte=edge, seat__user__isnull=False)
    return sum(_remind_of_task(pk) for pk in list(due.values_list("pk", flat=True)))


def remind_of_answers() -> int:
    """Remind the group a week before an answer of the municipality is due, and when it is late; gives how many."""
    edge = clock.today() + rules.ANSWER_REMINDED_BEFORE
    owed = owed_answers().filter(answer_due_on__lte=edge)
    return sum(_remind_of_answer(pk) for pk in list(owed.values_list("pk", flat=True)))


@transaction.atomic
def _remind_of_task(pk: int) -> int:
    task = (
        Task.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(pk=pk, done_at=None, dropped_at=None)
        .first()
    )
    if task is None or task.seat is None or task.seat.user is None:
        return 0
    before, today = rules.TASK_REMINDED_BEFORE, clock.today()
    if not rules.is_reminded_of(task.by_on, reminded_on=_day(task.reminded_at), today=today, before=before):
        return 0
    meeting = Meeting.objects.select_related("chair__user", "group__house__first_holder").get(pk=task.meeting_id)
    promised = _member(task.seat, on=today)
    hears = promised or _who_chairs(meeting.group, on=today) or meeting.group.house.first_holder
    if hears is None or not hears.is_active:
        return 0
    told = "agenda/task_late" if today > task.by_on else "agenda/task_due"
    written = write_message(
        template=told if promised else "agenda/task_left",
        to=Address(Channel.EMAIL, hears.email),
        language=hears.language,
        context={
            "first_name": hears.first_name,
            "who": meeting.chair.first_name if promised and meeting.chair else "",
            "house": meeting.group.house.name,
            "date": task.by_on.isoformat(),
            "link": settings.SITE_URL + reverse("agenda:meetings"),
        },
        about=task,
        house_id=meeting.group.house_id,
    )
    Task.objects.filter(pk=pk).update(reminded_at=clock.now())
    return int(written is not None)


@transaction.atomic
def _remind_of_answer(pk: int) -> int:
    decision = (
        Decision.objects.select_for_update(skip_locked=True, of=("self",)).filter(pk=pk, answered_on=None).first()
    )
    if decision is None or decision.answer_due_on is None:
        return 0
    before, today = rules.ANSWER_REMINDED_BEFORE, clock.today()
    due_on = decision.answer_due_on
    if not rules.is_reminded_of(due_on, reminded_on=_day(decision.reminded_at), today=today, before=before):
        return 0
    Decision.objects.filter(pk=pk).update(reminded_at=clock.now())
    group = SignalGroup.objects.filter(house=decision.theme.house_id).select_related("house").first()
    if group is None:
        return 0
    last = Meeting.objects.filter(group=group).exclude(chair=None).select_related("chair__user").order_by("starts_at")
    held = last.last()
    chair = held.chair.first_name if held and held.chair else ""
    return sum(_tell_of_answer(decision, seat, group, chair, is_late=today > due_on) for seat in _with_account(group))


def _tell_of_answer(decision: Decision, seat: Seat, group: SignalGroup, chair: str, *, is_late: bool) -> int:
    assert seat.user is not None
    assert decision.answer_due_on is not None
    written = write_message(
        template="agenda/answer_late" if is_late else "agenda/answer_due",
        to=Address(Channel.EMAIL, seat.user.email),
        language=seat.user.language,
        context={
            "first_name": seat.first_name,
            "who": chair,
            "house": group.house.name,
            "date": decision.answer_due_on.isoformat(),
            "link": settings.SITE_URL + reverse("agenda:meetings"),
        },
        about=decision,
        house_id=group.house_id,
    )
    return int(written is not None)


def _with_account(group: SignalGroup) -> QuerySet[Seat]:
    seats = Seat.objects.taken(on=clock.today()).filter(user__is_active=True, group=group)
    return seats.select_related("user")


def _member(seat: Seat | None, *, on: date) -> User | None:
    """Who holds a seat, when that can be written to and is in the group on a day."""
    if seat is None or not seat.is_taken(on=on):
        return None
    return seat.user if seat.user is not None and seat.user.is_active else None


def _who_chairs(group: SignalGroup, *, on: date) -> User | None:
    """Who chairs the coming meeting, or chaired the last one, of those who still sit there."""
    chaired = Meeting.objects.filter(group=group).exclude(chair=None).select_related("chair__user")
    members = (_member(meeting.chair, on=on) for meeting in chaired.order_by("-starts_at")[:CHAIRED_LATELY])
    return next((user for user in members if user), None)


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None
