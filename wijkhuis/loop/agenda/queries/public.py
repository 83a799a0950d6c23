"""The neighbourhood agenda as everybody reads it: themes of five people or more, and what was decided about them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils.crypto import salted_hmac

from wijkhuis.base.figures import AT_LEAST
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.agenda import rules
from wijkhuis.loop.agenda.access import public_decisions_of, public_themes_of
from wijkhuis.loop.agenda.models import Decision
from wijkhuis.loop.signals.models import Theme

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


@dataclass
class Board:
    """The neighbourhood agenda of one house, by how things stand; `earlier` is what ended."""

    taken_up: list[Told] = field(default_factory=list)
    handed_over: list[Told] = field(default_factory=list)
    watched: list[Told] = field(default_factory=list)
    let_go: list[Told] = field(default_factory=list)
    earlier: list[Told] = field(default_factory=list)

    def all(self) -> list[Told]:
        """Everything on it."""
        return [*self.taken_up, *self.handed_over, *self.watched, *self.let_go, *self.earlier]


def board_of(house: House, *, today: date) -> Board:
    """What stands on the neighbourhood agenda of a house; two queries. Late answers come first."""
    themes = list(public_themes_of(house).order_by("-decided_on", "name"))
    holding: dict[int, Decision] = {}
    for decision in public_decisions_of(house).order_by("decided_on", "pk"):
        holding[decision.theme_id] = decision
    board = Board()
    for theme in themes:
        told = _told(theme, holding.get(theme.pk), today)
        row = board.earlier if theme.closed_on else getattr(board, theme.standing)
        row.append(told)
    board.handed_over.sort(key=lambda told: not told.is_late)
    board.earlier = board.earlier[:MOST_EARLIER]
    return board


def _told(theme: Theme, decision: Decision | None, today: date) -> Told:
    decision = decision if decision and decision.standing == theme.standing else None
    due_on, done_on = (decision.answer_due_on, decision.answered_on) if decision else (None, None)
    is_late = rules.is_late(due_on, done_on=done_on, today=today) and theme.closed_on is None
    is_due = decision is not None and decision.look_again_on is not None and decision.look_again_on <= today
    return Told(theme, decision, is_late, is_due)


def decisions_to_follow(house: House) -> Sequence[Decision]:
    """The last decisions that everybody may read, for who follows them."""
    return list(public_decisions_of(house)[:MOST_IN_FEED])


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
        days = (decision.decided_on - decision.theme.since).days
        firsts.setdefault(decision.theme_id, First(decision.theme_id, decision.decided_on, days))
    return [first for first in firsts.values() if first.decided_on >= since]


def moment_of(decision: Decision) -> datetime:
    """The day of a decision as a moment, as feeds want it."""
    return datetime.combine(decision.decided_on, datetime.min.time())
