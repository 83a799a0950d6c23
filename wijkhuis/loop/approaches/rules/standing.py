"""How an approach stands, by what happened; which side of the neighbourhood is missing; how fast it went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

SECOND_LOOK_MONTHS = 12
# Practice 002-10: the five sides (vijf O's); care and welfare support, and are no side of their own.
SIDES = ("residents", "entrepreneurs", "education", "research", "government")


class State(Enum):
    """The fact that says most about it now."""

    ENDED = "ended"
    LOOKED_BACK = "looked_back"
    NO_OWNER = "no_owner"
    BEGUN = "begun"
    PLANNED = "planned"


@dataclass(frozen=True)
class Pace:
    """Days from the first signal to the decision, and from the decision to the first step; None: not yet.

    Of the first signal only the month is known: its days count from the first of that month.
    """

    to_decision: int | None
    to_first_step: int | None

    @property
    def whole(self) -> int | None:
        """Days from the first signal to the first step."""
        if self.to_decision is None or self.to_first_step is None:
            return None
        return self.to_decision + self.to_first_step


def state_of(*, has_owner: bool, started_on: date | None, looked_back_on: date | None, ended_on: date | None) -> State:
    """The state of an approach, from its facts."""
    if ended_on:
        return State.ENDED
    if looked_back_on:
        return State.LOOKED_BACK
    if not has_owner:
        return State.NO_OWNER
    return State.BEGUN if started_on else State.PLANNED


def pace_of(*, since: date, decided_on: date | None, started_on: date | None) -> Pace:
    """How fast it went from signal to decision to first step, never below nought."""
    to_decision = max((decided_on - since).days, 0) if decided_on else None
    to_first = max((started_on - decided_on).days, 0) if decided_on and started_on else None
    return Pace(to_decision, to_first)


def missing_sides(sides: Iterable[str], *, has_resident: bool) -> list[str]:
    """Which of the five sides nobody of this approach comes from."""
    there = set(sides) | ({"residents"} if has_resident else set())
    return [side for side in SIDES if side not in there]


def date_to_remind_of(
    *,
    has_owner: bool,
    owner_by_on: date | None,
    looked_back_on: date | None,
    comes_back_on: date,
    second_look_due_on: date | None,
    second_looked_on: date | None,
    ended_on: date | None,
    step_by_on: date | None = None,
    promise_by_on: date | None = None,
    on: date,
) -> date | None:
    """The last date that passed while nobody did what was to be done by then; None when nothing waits."""
    due = []
    if ended_on is None and not has_owner and owner_by_on:
        due.append(owner_by_on)
    if ended_on is None and looked_back_on is None:
        due.append(comes_back_on)
    # A step and a promise are to be done before their day.
    due += [day for day in (step_by_on, promise_by_on) if ended_on is None and day is not None and day < on]
    if second_look_due_on and second_looked_on is None:
        due.append(second_look_due_on)
    passed = [day for day in due if day <= on]
    return max(passed, default=None)
