"""When the group meets, who chairs, and what waits for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import DateTimeField, F, Max, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.asked import asked_often
from wijkhuis.base.clock import public_holidays
from wijkhuis.base.figures import AT_LEAST
from wijkhuis.loop.agenda import rules
from wijkhuis.loop.agenda.models import Decision, Item, Meeting, Task
from wijkhuis.loop.agenda.queries.decided import late_answers, new_answers, newest_decisions
from wijkhuis.loop.agenda.queries.on_the_way import themes_that_lie_still
from wijkhuis.loop.signals.models import Proposal, Seat, SignalGroup, Theme

Standing = Theme.Standing


def chairs_in_turn(group: SignalGroup, *, on: date, but: Meeting | None = None) -> QuerySet[Seat]:
    """The residents who chair in turn, who chaired longest ago first; one query."""
    held = Meeting.objects.filter(chair=OuterRef("pk")).exclude(pk=but.pk if but else 0)
    last = held.order_by().values("chair").annotate(last=Max("starts_at")).values("last")
    seats = Seat.objects.taken(on=on).filter(group=group, is_resident=True, chairs=True).select_related("user")
    chaired = seats.annotate(chaired_at=Subquery(last, output_field=DateTimeField()))
    return chaired.order_by(F("chaired_at").asc(nulls_first=True), "starts_on", "pk")


def proposed_moment(group: SignalGroup, *, now: datetime) -> datetime:
    """When the group meets again by its own rhythm, a week later when that is a public holiday; in local time."""
    last = Meeting.objects.filter(group=group).order_by("-starts_at").values_list("starts_at", flat=True).first()
    local = timezone.localtime(last) if last else None
    moment = rules.next_moment(local, every_weeks=group.every_weeks, now=timezone.localtime(now))
    while moment.date() in public_holidays(moment.year):
        moment += timedelta(weeks=1)
    return moment


def coming_meetings(now: datetime) -> QuerySet[Meeting]:
    """Meetings of today or later that are not closed, the first one first."""
    return Meeting.objects.filter(closed_at=None, starts_at__gte=_start_of_day(now)).order_by("starts_at")


def meetings_to_write_down(now: datetime) -> QuerySet[Meeting]:
    """Meetings of an earlier day that nobody closed, the oldest first."""
    return Meeting.objects.filter(closed_at=None, starts_at__lt=_start_of_day(now)).order_by("starts_at")


def _start_of_day(now: datetime) -> datetime:
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def open_tasks(group: SignalGroup) -> QuerySet[Task]:
    """What was agreed in this group and not ticked off yet, the first day first."""
    tasks = Task.objects.filter(meeting__group=group, done_at=None, dropped_at=None)
    return tasks.select_related("seat__user", "theme").order_by("by_on", "pk")


def themes_for(group: SignalGroup, *, on: date) -> list[Theme]:
    """Themes for a meeting on this day, each once.

    Answers that are late, answers that came, what is to be looked at again, what reached five people, and what was
    taken up while nothing began.
    """
    answers = [decision.theme for decision in (*late_answers(group, on=on), *new_answers(group))]
    again = newest_decisions().filter(
        theme__house_id=group.house_id, standing=Standing.WATCHED, look_again_on__lte=on, theme__closed_on=None
    )
    watched = [decision.theme for decision in again.select_related("theme").order_by("look_again_on", "pk")]
    undecided = Theme.objects.open().filter(
        house_id=group.house_id, standing=Standing.OPEN, people_shown__gte=AT_LEAST, merged_into=None
    )
    reached = undecided.order_by("-people_shown", "name")
    found = [*answers, *watched, *reached, *themes_that_lie_still(group, on=on)]
    return list({theme.pk: theme for theme in found}.values())


def proposals_for(group: SignalGroup) -> Sequence[Proposal]:
    """The few proposals that are worth a minute most."""
    waiting = Proposal.objects.filter(house_id=group.house_id, decided_on=None).select_related("theme", "other")
    return list(waiting.order_by("-closeness", "pk")[: rules.PROPOSALS_OFFERED])


@dataclass
class Point:
    """A point as the agenda shows it."""

    item: Item
    decision: Decision | None
    reason: str | Promise
    minutes: int


def items_of(meeting: Meeting) -> list[Item]:
    """The points of a meeting in their order; from an open one goes what is settled elsewhere. One query."""
    items = _items_of(meeting_id=meeting.pk)
    return [item for item in items if meeting.closed_at or not _is_settled(item)]


def _is_settled(item: Item) -> bool:
    """Whether nobody put it there and there is nothing left to say: a proposal was answered, or its theme has ended."""
    if item.put_by_id is not None or item.done_at is not None:
        return False
    answered = item.proposal is not None and item.proposal.decided_on is not None
    return answered or (item.theme is not None and item.theme.closed_on is not None)


def points_of(meeting: Meeting, *, today: date) -> list[Point]:
    """The points of a meeting in their order, each with why it is there and the decision that holds; two queries."""
    items = items_of(meeting)
    theme_ids = sorted({item.theme_id for item in items if item.theme_id})
    holding = {one.theme_id: one for one in _newest_on(theme_ids)} if theme_ids else {}
    return [_point(item, holding.get(item.theme_id or 0), meeting, today) for item in items]


@asked_often
def _items_of(*, meeting_id: int) -> QuerySet[Item]:
    items = Item.objects.filter(meeting=meeting_id)
    return items.select_related("theme__house", "proposal__theme", "proposal__other", "put_by")


@asked_often
def _newest_on(themes: list[int]) -> QuerySet[Decision]:
    return newest_decisions().filter(theme__pk__in=themes)


def minutes_of(points: Sequence[Point]) -> int:
    """How long a meeting takes with these points, opening included."""
    return rules.MINUTES_OPENING + sum(point.minutes for point in points)


def _point(item: Item, decision: Decision | None, meeting: Meeting, today: date) -> Point:
    if item.proposal is not None:
        waits = item.proposal.decided_on is None
        kind = gettext("a proposal: %(kind)s") % {"kind": item.proposal.get_kind_display()}
        words = kind if waits else _("somebody said yes or no to this already")
        return Point(item, None, words, rules.MINUTES_PROPOSAL)
    if item.theme is None:
        return Point(item, None, _("put on the agenda by the group"), rules.MINUTES_OWN)
    if item.theme.closed_on is not None:
        merged = item.theme.merged_into_id is not None
        ended = _("this belongs to another theme now") if merged else _("this theme has ended")
        return Point(item, decision, ended, rules.MINUTES_PROPOSAL)
    if decision is None:
        enough = item.theme.people_shown >= AT_LEAST
        words = _("five people or more: what do we do?") if enough else _("a theme to talk about")
        return Point(item, None, words, rules.MINUTES_THEME)
    return Point(item, decision, _why_again(item, decision, meeting, today), rules.MINUTES_THEME)


def _why_again(item: Item, decision: Decision, meeting: Meeting, today: date) -> str | Promise:
    if decision.meeting_id == meeting.pk:
        return _("decided in this meeting")
    # What is late by the day of the meeting stands on its agenda because of that.
    on = max(today, timezone.localdate(meeting.starts_at))
    if rules.is_late(decision.answer_due_on, done_on=decision.answered_on, today=on):
        return _("the municipality owes us an answer")
    if decision.answered_on is not None:
        return _("the municipality answered: what do we do now?")
    if decision.standing == Standing.WATCHED:
        return _("we would look at this again")
    if decision.standing == Standing.TAKEN_UP and item.put_by_id is None:
        return _("we would take this up: does it begin?")
    return _("a theme to talk about")
