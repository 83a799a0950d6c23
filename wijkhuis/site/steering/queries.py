"""Figures over houses, with small numbers kept at home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, QuerySet, TextChoices

from wijkhuis.base.figures import AT_LEAST, Table, showable
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.agenda.queries.public import days_to_decide
from wijkhuis.loop.agenda.rules import median
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.approaches.queries.page import days_to_first_step
from wijkhuis.loop.desk.models import Handover, Question, Rung
from wijkhuis.loop.signals.access import public_themes
from wijkhuis.loop.signals.models import Theme

MOST_THEMES = 400


@dataclass(frozen=True)
class Row:
    """One house or partner with a figure per column; None is a number that stays home."""

    name: str
    cells: Sequence[int | None]
    total: int | None


@dataclass(frozen=True)
class Pace:
    """How many days things take in the middle of all themes of the city; None when it is about fewer than five."""

    to_decision: int | None
    to_approach: int | None
    to_first_step: int | None


@dataclass(frozen=True)
class Figures:
    """A table with its headings in words."""

    columns: Sequence[str]
    rows: Sequence[Row]

    def labelled(self) -> list[tuple[Row, list[tuple[str, int | None]]]]:
        """Every row with its figures, each beside the heading of its column."""
        return [(row, list(zip(self.columns, row.cells, strict=True))) for row in self.rows]


def questions_by_house(*, since: date, until: date) -> Table[str]:
    """How many questions each house got in a period (until not included)."""
    asked = _asked(since, until).values_list("house__name").annotate(number=Count("pk"))
    counts = dict.fromkeys(House.objects.values_list("name", flat=True), 0)
    return showable(counts | dict(asked.order_by()))


def rungs_by_house(*, since: date, until: date) -> Figures:
    """Which rung of the ladder was enough, per house."""
    rows = _asked(since, until).exclude(enough_rung="").values_list("house__name", "enough_rung")
    return _crossed(rows, columns=_words(Rung))


def endings_by_house(*, since: date, until: date) -> Figures:
    """How questions ended, in the words of the residents, per house."""
    rows = _asked(since, until).exclude(ending="").values_list("house__name", "ending")
    return _crossed(rows, columns=_words(Question.Ending))


def handovers_by_partner(*, since: date, until: date) -> Figures:
    """Whether partners said yes, no, or nothing in time."""
    rows = (
        Handover.objects.filter(offered_at__date__gte=since, offered_at__date__lt=until)
        .exclude(ending__in=["", Handover.Ending.WITHDRAWN])
        .values_list(F("partnership__partner__name"), "ending")
    )
    kept = {key: words for key, words in _words(Handover.Ending).items() if key != Handover.Ending.WITHDRAWN}
    return _crossed(rows, columns=kept)


def pace_of_themes(*, since: date, until: date) -> Pace:
    """Days from the month of the first signal to the first decision, to an approach and to a first step, in a period.

    Only themes of five people or more count, as everybody may know them, and never fewer than five of those.
    """
    firsts = days_to_decide(since=since, until=until)
    made: dict[int, int] = {}
    known = Approach.objects.filter(theme__in=[first.theme_id for first in firsts], made_on__lt=until)
    decided = {first.theme_id: first.decided_on for first in firsts}
    for theme_id, made_on in known.order_by("made_on", "pk").values_list("theme_id", "made_on"):
        made.setdefault(theme_id, max((made_on - decided[theme_id]).days, 0))
    return Pace(
        to_decision=_middle([first.days for first in firsts]),
        to_approach=_middle(list(made.values())),
        to_first_step=days_to_first_step(since=since, until=until),
    )


def _middle(days: list[int]) -> int | None:
    return median(days) if len(days) >= AT_LEAST else None


def themes_by_district() -> list[tuple[str, list[Theme]]]:
    """Per district the themes its houses decided on, with how many people at least; nothing below five.

    A house that serves two districts stands under both their names; one without any stands last, without a name.
    """
    names = ArrayAgg("house__neighbourhoods__district__name", distinct=True, default=[])
    decided = public_themes().filter(closed_on=None).select_related("house").annotate(districts=names)
    found: dict[str, list[Theme]] = {}
    for theme in decided.order_by("house__name", "-people_shown", "name")[:MOST_THEMES]:
        found.setdefault(" · ".join(filter(None, theme.districts)), []).append(theme)
    return sorted(found.items(), key=lambda pair: (not pair[0], pair[0]))


def _asked(since: date, until: date) -> QuerySet[Question]:
    return Question.objects.filter(asked_at__date__gte=since, asked_at__date__lt=until)


def _words(choices: type[TextChoices]) -> dict[str, str]:
    return {str(key): str(words) for key, words in choices.choices}


def _crossed(rows: QuerySet[Any, Any], *, columns: dict[str, str]) -> Figures:
    counted: dict[str, dict[str, int]] = {}
    for name, key, number in rows.annotate(number=Count("pk")).order_by():
        counted.setdefault(name, {})[key] = number
    return Figures(list(columns.values()), [_row(name, counted[name], columns) for name in sorted(counted)])


def _row(name: str, counts: dict[str, int], columns: dict[str, str]) -> Row:
    table = showable({key: counts.get(key, 0) for key in columns})
    return Row(name, [table.cells[key] for key in columns], table.total)
