"""The neighbourhood agenda as everybody reads it: themes of five people or more, and what was decided about them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils.crypto import salted_hmac

from wijkhuis.base.asked import asked_often
from wijkhuis.base.figures import AT_LEAST
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.agenda import rules
from wijkhuis.loop.agenda.access import public_decisions_of, public_themes_of
from wijkhuis.loop.agenda.models import Decision
from wijkhuis.loop.signals.access import public_themes
from wijkhuis.loop.signals.models import Listener, Theme

MOST_EARLIER = 12
MOST_IN_FEED = 30


@dataclass
class Told:
    """A theme as everybody reads it, with the decision that holds."""

    theme: Theme
    decision: Decision | None
    is_late: bool
    # The day to look again has come.
    is_due: bool
    # What the municipality owes or answered about a theme that this one took in.
    beside: list["Told"] = field(default_factory=list)

    @property
    def told_since(self) -> date | None:
        """The day of the decision, never before everybody could know the theme."""
        return self.theme.told_since

    @property
    def answered_on(self) -> date | None:
        """The day of the answer, told the same way."""
        return _told_on(self.decision.answered_on, self.theme) if self.decision else None

    @property
    def due_on(self) -> date | None:
        """The day before which an answer was promised; none when that was before everybody could know the theme."""
        day, since = (self.decision.answer_due_on if self.decision else None), self.theme.shown_on
        return day if day and (since is None or day > since) else None


@dataclass
class Board:
    """The neighbourhood agenda of one house, by how things stand; `earlier` is what ended."""

    taken_up: list[Told] = field(default_factory=list)
    handed_over: list[Told] = field(default_factory=list)
    answered: list[Told] = field(default_factory=list)
    watched: list[Told] = field(default_factory=list)
    let_go: list[Told] = field(default_factory=list)
    earlier: list[Told] = field(default_factory=list)

    def all(self) -> list[Told]:
        """Everything on it."""
        return [*self.taken_up, *self.handed_over, *self.answered, *self.watched, *self.let_go, *self.earlier]


def board_of(house: House, *, today: date) -> Board:
    """What stands on the neighbourhood agenda of a house; two queries. Late answers come first."""
    themes = sorted(_themes(house_id=house.pk), key=lambda theme: theme.told_since or today, reverse=True)
    holding: dict[int, Decision] = {}
    beside: dict[int, list[Decision]] = {}
    for decision in _decisions(house_id=house.pk):
        if decision.is_still_owed:
            beside.setdefault(decision.theme_id, []).append(decision)
        if not decision.came_along:
            holding[decision.theme_id] = decision
    board = Board()
    for theme in themes:
        told = told_of(theme, holding.get(theme.pk), today=today)
        told.beside = [_asked(theme, one, today) for one in beside.get(theme.pk, [])]
        _row_of(board, told).append(told)
    board.handed_over.sort(key=lambda told: not told.is_late)
    board.earlier = board.earlier[:MOST_EARLIER]
    return board


@asked_often
def _themes(*, house_id: int) -> QuerySet[Theme]:
    return public_themes_of(house_id).order_by("name")


@asked_often
def _decisions(*, house_id: int) -> QuerySet[Decision]:
    return public_decisions_of(house_id).order_by("decided_on", "pk")


def _row_of(board: Board, told: Told) -> list[Told]:
    if told.theme.closed_on:
        return board.earlier
    if told.decision and told.decision.answered_on:
        return board.answered
    row: list[Told] = getattr(board, told.theme.standing)
    return row


def told_of(theme: Theme, decision: Decision | None, *, today: date) -> Told:
    """A theme with the decision that holds, when it is the one its standing speaks of."""
    decision = decision if decision and decision.standing == theme.standing else None
    return _asked(theme, decision, today)


@asked_often
def listened_to(*, question_id: int) -> QuerySet[Theme]:
    """The theme that everybody may know of which somebody wants to hear; read for the page of that one question."""
    heard = Listener.objects.filter(question=question_id)
    return public_themes().filter(pk__in=heard.values("signal__theme"))


@asked_often
def holding_decision(*, theme_id: int) -> QuerySet[Decision]:
    """What was decided last about one theme."""
    return Decision.objects.filter(theme=theme_id, came_along=False).order_by("-decided_on", "-pk")


def _asked(theme: Theme, decision: Decision | None, today: date) -> Told:
    due_on, done_on = (decision.answer_due_on, decision.answered_on) if decision else (None, None)
    is_late = rules.is_late(due_on, done_on=done_on, today=today) and theme.closed_on is None
    is_due = decision is not None and decision.look_again_on is not None and decision.look_again_on <= today
    return Told(theme, decision, is_late, is_due)


def _told_on(day: date | None, theme: Theme) -> date | None:
    return max(day, theme.shown_on) if day and theme.shown_on else day


def decisions_to_follow(house: House) -> Sequence[Decision]:
    """The last decisions that everybody may read, for who follows them, each with `told_on`.

    What another decision replaced before everybody could know the theme is never told.
    """
    later = Decision.objects.filter(theme=OuterRef("theme"), came_along=False).filter(
        Q(decided_on__gt=OuterRef("decided_on")) | Q(decided_on=OuterRef("decided_on"), pk__gt=OuterRef("pk"))
    )
    replaced = Exists(later.filter(decided_on__lt=OuterRef("theme__shown_on")))
    told_on = Greatest("decided_on", "theme__shown_on")
    found = public_decisions_of(house.pk).filter(~replaced, came_along=False).annotate(told_on=told_on)
    return list(found.order_by("-told_on", "-decided_on", "-pk")[:MOST_IN_FEED])


def name_of_entry(decision: Decision) -> str:
    """A name for a decision that stays the same and tells nothing: numbers in a row would count what is not shown."""
    return UUID(bytes=salted_hmac("wijkhuis.agenda.decision", str(decision.pk)).digest()[:16]).urn


@dataclass(frozen=True)
class First:
    """The first decision on a theme, and how many days after the month of its first signal it came."""

    theme_id: int
    decided_on: date
    days: int


def days_to_decide(*, since: date, until: date) -> list[First]:
    """The first decisions in a period on themes that everybody may know, in the whole city; one query."""
    firsts: dict[int, First] = {}
    known = Decision.objects.filter(theme__people_shown__gte=AT_LEAST, theme__merged_into=None, decided_on__lt=until)
    for decision in known.select_related("theme").order_by("decided_on", "pk"):
        on = _told_on(decision.decided_on, decision.theme) or decision.decided_on
        first = First(decision.theme_id, on, (on - decision.theme.since).days)
        firsts.setdefault(decision.theme_id, first)
    return [first for first in firsts.values() if since <= first.decided_on < until]


def moment_of(decision: Decision) -> datetime:
    """The day on which everybody could read a decision as a moment, as feeds want it."""
    return datetime.combine(getattr(decision, "told_on", decision.decided_on), datetime.min.time())
