"""What the meetings hang beside a theme."""

from collections.abc import Iterator

from django.http import HttpRequest

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.trail.merging import moves_with
from wijkhuis.base.trail.registry import Part, Place, leads_to
from wijkhuis.loop.agenda.actions.merging import move_to_theme
from wijkhuis.loop.agenda.queries.public import holding_decision, listened_to, told_of
from wijkhuis.loop.agenda.queries.themes import CHOICES, story_of
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.access import in_group
from wijkhuis.loop.signals.models import Theme

moves_with(Theme)(move_to_theme)


@leads_to(Question, place=Place.MINE)
def on_ones_own_page(question: Question, request: HttpRequest) -> Iterator[Part]:
    """What the group decided about what somebody wants to hear of, as everybody reads it; never under five people."""
    heard = listened_to(question_id=question.pk).first()
    if heard is None:
        return
    decision = holding_decision(theme_id=heard.pk).first()
    told = told_of(heard, decision, today=clock.today())
    yield Part("agenda/part_mine.html", {"told": told, "house": question.house})


@leads_to(Theme, place=Place.THEME)
def on_the_agenda(theme: Theme, request: HttpRequest) -> Iterator[Part]:
    """What was decided, and what people in the situation say; for the group only. Two queries."""
    user = request.user
    if not isinstance(user, User) or not in_group(user, theme.house_id):
        return
    story = story_of(theme, today=clock.today())
    yield Part("agenda/part_theme.html", {"theme": theme, "story": story, "choices": CHOICES})
