"""What may be told of themes: when, where and from whom at least five people spoke up. Never how many."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.house.neighbourhood.models import Neighbourhood
from wijkhuis.loop.signals.models import Signal, Theme, Voice
from wijkhuis.loop.signals.rules import marks

# At the desk, whatever became of it; heard by somebody who works here; heard in the street.
KINDS = {
    Signal.Source.DESK: "desk",
    Signal.Source.UNMET: "desk",
    Signal.Source.DECLINED: "desk",
    Signal.Source.STAFF: "staff",
    Signal.Source.ROUND: "round",
}
People = dict[Hashable, set[str]]


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
        said = [line.is_marked for line in self.quarters[-2:]]
        if len(said) < 2 or not any(line.is_marked for line in self.quarters):
            return ""
        words = {
            (True, True): _("keeps coming back"),
            (False, True): _("comes up more often"),
            (True, False): _("grows quieter"),
        }
        return words.get((said[0], said[1]), _("has become quiet"))


@dataclass
class Counts:
    """Different people under one key of a theme, by quarter, place and kind of source."""

    quarters: People = field(default_factory=lambda: defaultdict(set))
    places: People = field(default_factory=lambda: defaultdict(set))
    kinds: People = field(default_factory=lambda: defaultdict(set))


def told_of_each(
    themes: Iterable[Theme], *, places: Sequence[Neighbourhood], today: date | None = None
) -> dict[int, Told]:
    """What may be told of these themes, in one query; `places` are the neighbourhoods of their house."""
    today = today or clock.today()
    speaking = [theme for theme in themes if theme.people_shown]
    counts = _counts([theme.pk for theme in speaking])
    return {theme.pk: _told(theme, counts.get(theme.pk, []), places, today) for theme in speaking}


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


def _told(theme: Theme, counts: Sequence[Counts], places: Sequence[Neighbourhood], today: date) -> Told:
    people = theme.people_shown
    quarters = marks.quarters_shown(since=theme.since, today=today, people=people)
    return Told(
        quarters=_lines({one: quarter_words(one) for one in quarters}, [one.quarters for one in counts], people),
        places=_lines({hood.pk: hood.name for hood in places}, [one.places for one in counts], people),
        kinds=_lines(kind_words(), [one.kinds for one in counts], people),
    )


def _lines(names: Mapping[Hashable, str], counts: Sequence[People], people: int) -> list[Line]:
    # The highest count under any key is certain, as for the total.
    most = {part: max((len(one[part]) for one in counts if part in one), default=0) for part in names}
    said = marks.marked(most, people=people) or {}
    return [Line(part, names[part], is_marked) for part, is_marked in said.items()]


def _counts(theme_ids: Sequence[int]) -> dict[int, list[Counts]]:
    rows = Voice.objects.filter(key__theme_id__in=theme_ids).values_list(
        "key__theme_id", "key_id", "token", "signal__month", "signal__neighbourhood_id", "signal__source"
    )
    by_key: dict[tuple[int, int], Counts] = defaultdict(Counts)
    for theme_id, key_id, token, month, place, source in rows:
        one = by_key[theme_id, key_id]
        one.quarters[marks.quarter_of(month)].add(token)
        one.places[place].add(token)
        one.kinds[KINDS[Signal.Source(source)]].add(token)
    found: dict[int, list[Counts]] = defaultdict(list)
    for (theme_id, _key), one in by_key.items():
        found[theme_id].append(one)
    return found
