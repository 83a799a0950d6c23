"""What exists already for a theme: shown before anything new is made."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from wijkhuis.base.asked import asked_often
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries import Found
from wijkhuis.loop.approaches.access import PUBLIC
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.signals.models import Theme
from wijkhuis.loop.signals.queries.existing import what_exists_for

MOST_ENTRIES = 6
MOST_APPROACHES = 6


@dataclass(frozen=True)
class Exists:
    """What is on the map, what this house did before, and what other houses do."""

    found: Sequence[Found[Entry]]
    approaches: Sequence[Approach]

    @property
    def entries(self) -> list[Entry]:
        """What was found on the map."""
        return [one.entry for one in self.found]

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was found."""
        return not self.found and not self.approaches


def all_that_exists_for(theme: Theme) -> Exists:
    """What fits the theme on the map, and approaches of the same kind here and, when public, in other houses."""
    return Exists(_entries(theme), approaches_like(theme))


def approaches_like(theme: Theme) -> list[Approach]:
    """Approaches of this theme first, then of its kind: those of the house, and the public ones of others."""
    if not theme.known_as:
        return _of_theme(theme_id=theme.pk)[:MOST_APPROACHES]
    return _of_kind(theme_id=theme.pk, known_as=theme.known_as, house_id=theme.house_id)[:MOST_APPROACHES]


@asked_often
def _of_theme(*, theme_id: int) -> QuerySet[Approach]:
    return Approach.objects.filter(theme=theme_id).select_related("theme__house").order_by("-made_on", "-pk")


@asked_often
def _of_kind(*, theme_id: int, known_as: str, house_id: int) -> QuerySet[Approach]:
    own, same = Q(theme=theme_id), Q(theme__known_as=known_as) & (Q(theme__house_id=house_id) | PUBLIC)
    found = Approach.objects.filter(own | same).select_related("theme__house")
    return found.alias(is_own=own).order_by("-is_own", "-made_on", "-pk")


def _entries(theme: Theme) -> list[Found[Entry]]:
    found = what_exists_for(theme, limit=MOST_ENTRIES // 2)
    return [*found.groups, *found.help]
