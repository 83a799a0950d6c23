"""What may be told of themes: when, where and from whom at least five people spoke up. Never how many."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.house.neighbourhood.models import Neighbourhood
from wijkhuis.loop.signals.models import Theme
from wijkhuis.loop.signals.queries.voices import KINDS, PARTS, PLACES, QUARTERS, Counts, counts_of
from wijkhuis.loop.signals.rules import marks


@dataclass(frozen=True)
class Line:
    """One part of a table: its name, and whether five people or more spoke up there."""

    key: Hashable
    name: str
    is_marked: bool


@dataclass(frozen=True)
class Told:
    """What may be told of one theme; a table that may not be shown is empty."""

    quarters: Sequence[Line] = ()
    places: Sequence[Line] = ()
    kinds: Sequence[Line] = ()

    @property
    def trend(self) -> str:
        """How it goes, in a few words, from what is shown alone."""
        return trend_words([line.is_marked for line in self.quarters])


def told_of_each(
    themes: Iterable[Theme], *, places: Sequence[Neighbourhood], today: date | None = None
) -> dict[int, Told]:
    """What may be told of these themes, in one query; `places` are the neighbourhoods of their house."""
    today = today or clock.today()
    speaking = [theme for theme in themes if theme.people_shown]
    counts = counts_of([theme.pk for theme in speaking], parts=PARTS, today=today)
    return {theme.pk: _told(theme, counts.get(theme.pk, {}), places, today) for theme in speaking}


def trend_of_each(themes: Iterable[Theme]) -> dict[int, str]:
    """How these themes go, in a few words, in one query."""
    today = clock.today()
    speaking = [theme for theme in themes if theme.people_shown]
    counts = counts_of([theme.pk for theme in speaking], parts=(QUARTERS,), today=today)
    found = {}
    for theme in speaking:
        said = _marked_quarters(theme, counts.get(theme.pk, {}), today) or {}
        found[theme.pk] = trend_words(list(said.values()))
    return found


def trend_words(said: Sequence[bool]) -> str:
    """How a theme goes, from the quarters that are shown, the last one last: whether five people or more spoke up."""
    if len(said) < 2 or not any(said):
        return ""
    words = {
        (True, True): _("keeps coming back"),
        (False, True): _("comes up more often"),
        (True, False): _("grows quieter"),
    }
    return words.get((said[-2], said[-1]), _("has become quiet"))


def quarter_words(start: date) -> str:
    """A quarter as people say it: "juli–september 2026"."""
    last = clock.add_months(start, 2)
    return f"{date_format(start, 'F')}–{date_format(last, 'F Y')}"


def kind_words() -> dict[Hashable, str]:
    """The kinds of sources, in words."""
    return {
        "desk": _("at the desk"),
        "staff": _("heard by people who work here"),
        "round": _("in the street"),
    }


def _told(theme: Theme, counts: Counts, places: Sequence[Neighbourhood], today: date) -> Told:
    people = theme.people_shown
    return Told(
        quarters=_quarters(theme, counts, today),
        places=_lines({hood.pk: hood.name for hood in places}, counts.get(PLACES, {}), people),
        kinds=_lines(kind_words(), counts.get(KINDS, {}), people),
    )


def _quarters(theme: Theme, counts: Counts, today: date) -> list[Line]:
    said = _marked_quarters(theme, counts, today) or {}
    return [Line(start, quarter_words(start), is_marked) for start, is_marked in said.items()]


def _marked_quarters(theme: Theme, counts: Counts, today: date) -> dict[date, bool] | None:
    people, known = theme.people_shown, counts.get(QUARTERS, {})
    quarters = marks.quarters_shown(since=theme.since, today=today, people=people)
    return marks.marked({start: known.get(start, 0) for start in quarters}, people=people)


def _lines(names: Mapping[Hashable, str], counts: Mapping[Hashable, int], people: int) -> list[Line]:
    said = marks.marked({part: counts.get(part, 0) for part in names}, people=people) or {}
    return [Line(part, names[part], is_marked) for part, is_marked in said.items()]
