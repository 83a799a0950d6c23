"""The programme as people read it: actions under their aims, and how far it is."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.base.figures import AT_LEAST
from wijkhuis.house.neighbourhood.models import City, House
from wijkhuis.loop.approaches.access import is_public, may_read
from wijkhuis.loop.programme.access import public_programmes
from wijkhuis.loop.programme.models import Aim, Programme, ProgrammeAction
from wijkhuis.loop.signals.access import in_group
from wijkhuis.loop.signals.models import Theme

Progress = ProgrammeAction.Progress
# From what is furthest to what stopped, as a bar is read.
ORDER = (Progress.DONE, Progress.UNDER_WAY, Progress.NOT_YET, Progress.STOPPED)
WIDTH = 600


@dataclass(frozen=True)
class Chapter:
    """One aim with what the neighbourhood does for it."""

    aim: Aim
    actions: list[ProgrammeAction] = field(default_factory=list)


@dataclass(frozen=True)
class Stretch:
    """A part of the bar that shows how far it is: where it begins and how wide it is, in 600ths."""

    progress: str
    words: str
    count: int
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.x + self.width / 2


def aims_of(city: City) -> QuerySet[Aim]:
    """What the city aims at now."""
    return Aim.objects.filter(city=city, ended_on=None)


def chapters_of(programme: Programme) -> list[Chapter]:
    """The actions of a programme under their aims, in the order of the city; three queries at most."""
    actions = programme.actions.select_related("aim", "theme", "approach__theme").order_by("aim__place", "place", "pk")
    chapters: dict[int, Chapter] = {}
    for action in actions:
        chapters.setdefault(action.aim_id, Chapter(action.aim)).actions.append(action)
    return list(chapters.values())


def bar_of(chapters: list[Chapter]) -> list[Stretch]:
    """How many actions are done, under way, not begun and stopped, as parts of one bar."""
    states = [action.progress for chapter in chapters for action in chapter.actions]
    stretches: list[Stretch] = []
    for progress in ORDER:
        if count := states.count(progress):
            x = sum(one.width for one in stretches)
            stretches.append(Stretch(progress, str(progress.label), count, x, WIDTH * count / len(states)))
    return stretches


def only_what_everybody_reads(chapters: list[Chapter]) -> list[Chapter]:
    """The same without a link to a theme or an approach that is not public; that there is one is not told."""
    for chapter in chapters:
        for action in chapter.actions:
            theme = action.theme
            if theme and (theme.people_shown < AT_LEAST or theme.standing == Theme.Standing.OPEN):
                action.theme = None
            if action.approach and not is_public(action.approach):
                action.approach = None
    return chapters


def only_what_they_read(chapters: list[Chapter], *, user: User, house: House) -> list[Chapter]:
    """The same for who writes the programme: without a theme or an approach of which they may not know."""
    for action in (action for chapter in chapters for action in chapter.actions):
        if action.theme and action.theme.people_shown < AT_LEAST and not in_group(user, house):
            action.theme = None
        if action.approach and not may_read(user, action.approach):
            action.approach = None
    return chapters


def programme_of(house: House, *, on: date) -> Programme | None:
    """The programme that runs; before and after it the one that comes, or the last one."""
    published = list(public_programmes(on=on).filter(house=house).order_by("starts_on"))
    running = [one for one in published if one.starts_on <= on < one.ends_on]
    coming = [one for one in published if one.starts_on > on]
    return next(iter(running[-1:] or coming[:1] or published[-1:]), None)
