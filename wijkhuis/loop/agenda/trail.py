"""What the meetings hang beside a theme and beside the group."""

from collections.abc import Iterator

from django.http import HttpRequest

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.trail.registry import Part, Place, leads_to
from wijkhuis.loop.agenda.models import Concerned, Decision, Meeting
from wijkhuis.loop.agenda.queries.themes import CHOICES, ThemeStory
from wijkhuis.loop.signals.access import in_group
from wijkhuis.loop.signals.models import SignalGroup, Theme


@leads_to(Theme, place=Place.THEME)
def on_the_agenda(theme: Theme, request: HttpRequest) -> Iterator[Part]:
    """What was decided, and what people in the situation say; for the group only. Two queries."""
    user = request.user
    if not isinstance(user, User) or not in_group(user, theme.house_id):
        return
    decisions = list(Decision.objects.filter(theme=theme).select_related("meeting"))
    heard = list(Concerned.objects.filter(theme=theme))
    story = ThemeStory(decisions, heard, [], clock.today())
    yield Part("agenda/part_theme.html", {"theme": theme, "story": story, "choices": CHOICES})


@leads_to(SignalGroup, place=Place.THEME)
def next_meeting(group: SignalGroup, request: HttpRequest) -> Iterator[Part]:
    """When the group meets; one query."""
    user = request.user
    if not isinstance(user, User) or not in_group(user, group.house_id):
        return
    coming = Meeting.objects.filter(group=group, closed_at=None).order_by("starts_at").first()
    yield Part("agenda/part_group.html", {"group": group, "meeting": coming})
