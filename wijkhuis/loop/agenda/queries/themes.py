"""What happened to one theme in the meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.asked import asked_often
from wijkhuis.loop.agenda import rules
from wijkhuis.loop.agenda.models import Concerned, Decision
from wijkhuis.loop.signals.models import Theme

Standing = Theme.Standing
# What a group can decide, with one line of help each.
CHOICES = (
    (Standing.TAKEN_UP, _("We take this up"), _("We look for an approach together, with those concerned first.")),
    (Standing.WATCHED, _("We keep an eye on it"), _("We look again on a day that we choose now.")),
    (
        Standing.HANDED_OVER,
        _("To the municipality"),
        _("They owe us an answer before a day that everybody can read."),
    ),
    (Standing.LET_GO, _("We let it go"), _("With an honest sentence why.")),
)


@dataclass(frozen=True)
class ThemeStory:
    """The decisions on a theme (the newest first), and what those concerned said."""

    decisions: Sequence[Decision]
    heard: Sequence[Concerned]
    today: date

    @property
    def holds(self) -> Decision | None:
        """The decision that holds."""
        return next((one for one in self.decisions if not one.came_along), None)

    @property
    def owed_beside(self) -> Sequence[Decision]:
        """Answers that are still owed about a theme that this one took in."""
        return [one for one in self.decisions if one.is_still_owed]

    @property
    def earlier(self) -> Sequence[Decision]:
        """What was decided before."""
        return [one for one in self.decisions if one != self.holds and not one.is_still_owed]

    @property
    def is_late(self) -> bool:
        """Whether the municipality owes an answer that should have been there."""
        one = self.holds
        return one is not None and rules.is_late(one.answer_due_on, done_on=one.answered_on, today=self.today)

    @property
    def may_undo(self) -> bool:
        """Whether the decision that holds can be taken back: its meeting is open, or it was made today without one."""
        one = self.holds
        if one is None:
            return False
        return one.meeting.closed_at is None if one.meeting else one.decided_on == self.today


def story_of(theme: Theme, *, today: date) -> ThemeStory:
    """Everything the meetings know of a theme; two queries."""
    return ThemeStory(list(_decisions(theme_id=theme.pk)), list(_heard(theme_id=theme.pk)), today)


@asked_often
def _decisions(*, theme_id: int) -> QuerySet[Decision]:
    return Decision.objects.filter(theme=theme_id).select_related("meeting")


@asked_often
def _heard(*, theme_id: int) -> QuerySet[Concerned]:
    return Concerned.objects.filter(theme=theme_id)
