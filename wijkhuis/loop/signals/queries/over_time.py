"""All themes of a house beside each other: when and where at least five people spoke up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from wijkhuis.base import clock
from wijkhuis.base.figures import AT_LEAST
from wijkhuis.base.geo.shapes import Outline
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.loop.signals.models import Theme
from wijkhuis.loop.signals.queries.drawing import Drawing, draw_places, places_of
from wijkhuis.loop.signals.queries.telling import Line, Told, quarter_words, told_of_each
from wijkhuis.loop.signals.rules import marks

MOST = 60


@dataclass(frozen=True)
class Row:
    """One theme: True where five people or more spoke up, None where it is not said."""

    theme: Theme
    by_quarter: list[bool | None]
    by_place: list[bool | None]
    trend: str
    said: list[tuple[str, bool | None]]


@dataclass(frozen=True)
class Overview:
    """The themes with their quarters and places, and the neighbourhoods on a drawing."""

    quarters: Sequence[tuple[date, str]]
    places: Sequence[Neighbourhood]
    rows: Sequence[Row]
    drawing: Drawing | None

    @property
    def by_place(self) -> list[tuple[str, list[str]]]:
        """Per neighbourhood the themes about which five people or more spoke up there."""
        return [
            (hood.name, [row.theme.name for row in self.rows if row.by_place[at]])
            for at, hood in enumerate(self.places)
        ]


def overview_of(themes: QuerySet[Theme], *, house: House) -> Overview:
    """Every theme of which anything may be said outside the group, the largest first; three queries."""
    today = clock.today()
    shown = list(themes.filter(people_shown__gte=AT_LEAST, closed_on=None).order_by("-people_shown", "name")[:MOST])
    places, shapes = places_of(house)
    told = told_of_each(shown, places=places, today=today)
    starts = _quarters(today)
    rows = [_row(theme, told.get(theme.pk, Told()), starts, places) for theme in shown]
    return Overview([(one, quarter_words(one)) for one in starts], places, rows, _drawing(rows, places, shapes))


def _row(theme: Theme, told: Told, starts: Sequence[date], places: Sequence[Neighbourhood]) -> Row:
    when = {line.key: line.is_marked or None for line in told.quarters}
    where = {line.key: line.is_marked or None for line in told.places}
    said: list[tuple[str, bool | None]] = [(quarter_words(one), when.get(one)) for one in starts]
    return Row(
        theme=theme,
        by_quarter=[is_marked for _words, is_marked in said],
        by_place=[where.get(hood.pk) for hood in places],
        trend=told.trend,
        said=said,
    )


def _quarters(today: date) -> list[date]:
    first = marks.quarter_of(today)
    return [clock.add_months(first, -3 * back) for back in range(marks.MOST_QUARTERS, 0, -1)]


def _drawing(rows: Sequence[Row], places: Sequence[Neighbourhood], shapes: dict[object, Outline]) -> Drawing | None:
    lines = [Line(hood.pk, hood.name, any(row.by_place[at] for row in rows)) for at, hood in enumerate(places)]
    return draw_places(lines, shapes)
