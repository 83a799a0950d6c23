"""What the page of an approach shows, for the house and for everybody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from wijkhuis.base.figures import AT_LEAST
from wijkhuis.base.ui.dates import day_words
from wijkhuis.house.partners.models import Partner
from wijkhuis.loop.approaches.models import Approach, Joiner, Pledge, Step, Told
from wijkhuis.loop.approaches.queries.methods import Method, find_method
from wijkhuis.loop.approaches.queries.outside import as_everybody_knows
from wijkhuis.loop.approaches.rules import standing
from wijkhuis.loop.approaches.rules.standing import Pace, State

Part = TypeVar("Part", Step, Pledge)


@dataclass(frozen=True)
class Stop:
    """One date of the path of an approach: what, when, and whether it lies behind us."""

    what: str
    on: date
    done: bool
    late: bool = False
    only_month: bool = False
    # In the words of who wrote it, and not of the program.
    is_step: bool = False

    @property
    def words(self) -> str:
        """One word for how it stands."""
        if self.late:
            return _("late")
        return _("done") if self.done else _("to come")


@dataclass
class Shown:
    """An approach with everything beside it, read in a fixed number of queries."""

    approach: Approach
    state: State
    state_words: str
    pace: Pace
    path: Sequence[Stop]
    method: Method | None
    method_words: str
    steps: Sequence[Step]
    pledges: Sequence[Pledge]
    entries: Sequence[Any]
    told: Sequence[Told]
    # Taken away today: who works on it can put them back.
    steps_away: Sequence[Step]
    pledges_away: Sequence[Pledge]
    next_words: str = ""
    today: date | None = None
    joiners: Sequence[Joiner] = field(default_factory=tuple)
    missing: Sequence[str] = field(default_factory=tuple)


def shown(approach: Approach, *, on: date, with_joiners: bool = False, outside: bool = False) -> Shown:
    """The page of one approach; seven queries at most. Outside its people no day is told that is too early to know."""
    steps, steps_away = _apart(approach.steps.all())
    pledges, pledges_away = _apart(approach.pledges.select_related("partner"))
    if outside:
        approach = as_everybody_knows(approach, *steps, *pledges)
    method = find_method(approach.method, house=approach.theme.house)
    state = state_of(approach)
    sides = [pledge.partner.kind if pledge.partner else pledge.side for pledge in pledges]
    labels = dict(Partner.Kind.choices)
    return Shown(
        approach=approach,
        state=state,
        state_words=words_of(state, approach, on=on),
        pace=pace_of(approach),
        path=path_of(approach, steps, on=on),
        method=method,
        method_words=method.name if method else approach.method,
        steps=steps,
        pledges=pledges,
        steps_away=steps_away,
        pledges_away=pledges_away,
        entries=list(approach.entries.filter(is_published=True)),
        told=list(approach.told.all()),
        next_words=next_date(approach, steps, on=on),
        today=on,
        joiners=list(approach.joiners.kept().select_related("approach__theme").order_by("pk")) if with_joiners else (),
        missing=[str(labels[side]) for side in standing.missing_sides(sides, has_resident=approach.has_owner)],
    )


def _apart(parts: Iterable[Part]) -> tuple[list[Part], list[Part]]:
    found = list(parts)
    return [part for part in found if not part.removed_on], [part for part in found if part.removed_on]


def state_of(approach: Approach) -> State:
    """The state of an approach, from its facts."""
    return standing.state_of(
        has_owner=approach.has_owner,
        started_on=approach.started_on,
        looked_back_on=approach.looked_back_on,
        ended_on=approach.ended_on,
    )


def words_of(state: State, approach: Approach, *, on: date) -> str:
    """How it stands, in a few words."""
    if state is State.NO_OWNER and approach.owner_by_on and approach.owner_by_on < on:
        return _("still waiting for a resident owner; there would be one %(day)s") % {
            "day": day_words(approach.owner_by_on, today=on)
        }
    words = {
        State.ENDED: _("ended"),
        State.LOOKED_BACK: _("under way, and looked back on"),
        State.NO_OWNER: _("waiting for a resident owner"),
        State.BEGUN: _("under way"),
        State.PLANNED: _("planned"),
    }
    return words[state]


def pace_of(approach: Approach) -> Pace:
    """How many days it took from the first signal to the decision to the first step."""
    theme = approach.theme
    return standing.pace_of(since=theme.since, decided_on=theme.decided_on, started_on=approach.started_on)


def path_of(approach: Approach, steps: Sequence[Step], *, on: date) -> list[Stop]:
    """The dates of an approach in their order: from the first signal to what came of it."""
    theme = approach.theme
    stops = [Stop(_("First signal"), theme.since, True, only_month=True)]
    if theme.decided_on:
        stops.append(Stop(_("The group takes it up"), theme.decided_on, True))
    stops.append(Stop(_("The plan is there"), approach.made_on, True))
    looked, ended = approach.looked_back_on, approach.ended_on
    stops += [
        Stop(step.what, step.done_on or step.by_on, bool(step.done_on), _is_late(step, on), is_step=True)
        for step in steps
        if step.done_on or not ended
    ]
    if looked or not ended:
        late = looked is None and approach.comes_back_on < on
        stops.append(Stop(_("We look what came back"), looked or approach.comes_back_on, bool(looked), late))
    if ended:
        stops.append(Stop(_("It has ended"), ended, True))
    if approach.second_look_due_on:
        again = approach.second_looked_on
        stops.append(Stop(_("A second look, a year later"), again or approach.second_look_due_on, bool(again)))
    return sorted(stops, key=lambda stop: (stop.on, not stop.done))


def next_date(approach: Approach, steps: Sequence[Step], *, on: date) -> str:
    """The first thing that comes, in words; nothing when it has ended."""
    if approach.ended_on:
        return ""
    waiting = sorted((step for step in steps if not step.done_on), key=lambda step: step.by_on)
    if waiting:
        return f"{waiting[0].what} ({day_words(waiting[0].by_on, today=on)})"
    if approach.looked_back_on is None:
        return _("We look what came back (%(day)s)") % {"day": day_words(approach.comes_back_on, today=on)}
    return ""


def others_beside(people_shown: int) -> int:
    """How many others asked the same, as far as it may be said: nought means that no number is said."""
    return people_shown - 1 if people_shown >= AT_LEAST else 0


def days_to_first_step(*, since: date, until: date) -> int | None:
    """The median of days from the first signal to the first step, over at least five approaches begun in a period.

    Only themes of five people or more count, as everybody may know them.
    """
    begun = Approach.objects.filter(theme__people_shown__gte=AT_LEAST, started_on__gte=since, started_on__lt=until)
    known = map(as_everybody_knows, begun.select_related("theme"))
    days = [pace.whole for pace in map(pace_of, known) if pace.whole is not None]
    return round(median(days)) if len(days) >= AT_LEAST else None


def _is_late(step: Step, on: date) -> bool:
    return step.done_on is None and step.by_on < on
