"""What the meetings hang beside a theme."""

from collections.abc import Iterator

from django.http import HttpRequest

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.trail.registry import Part, Place, leads_to
from wijkhuis.loop.agenda.queries.themes import CHOICES, story_of
from wijkhuis.loop.signals.access import in_group
from wijkhuis.loop.signals.models import Theme


@leads_to(Theme, place=Place.THEME)
def on_the_agenda(theme: Theme, request: HttpRequest) -> Iterator[Part]:
    """What was decided, and what people in the situation say; for the group only. Two queries."""
    user = request.user
    if not isinstance(user, User) or not in_group(user, theme.house_id):
        return
    story = story_of(theme, today=clock.today())
    yield Part("agenda/part_theme.html", {"theme": theme, "story": story, "choices": CHOICES})
