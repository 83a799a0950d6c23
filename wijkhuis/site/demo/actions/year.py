"""A year of questions, and what lies on every list today."""

from datetime import date, datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone, translation

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.messages.actions import purge_old_messages
from wijkhuis.house.people.actions import set_limit
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.models import Question
from wijkhuis.site.demo.actions.caring import care_for_map
from wijkhuis.site.demo.actions.district import District
from wijkhuis.site.demo.actions.stage import Stage
from wijkhuis.site.demo.actions.story import a_question
from wijkhuis.site.demo.actions.timeline import Tell, Timeline, at_work
from wijkhuis.site.demo.actions.today import stories_of_today

SEED = 1203
BUSIER_MONTHS = {1: 1.3, 3: 1.3, 7: 0.7, 9: 1.2, 11: 1.2, 12: 1.2}


def make_year(district: District, *, questions: int, days: int, tell: Tell) -> dict[str, str]:
    """Tell the stories of a year up to now; gives what a visitor may want to see: links and codes."""
    now = clock.now()
    stage = Stage(district, Random(SEED))  # noqa: S311
    timeline = Timeline(until=now)
    for at in _moments(stage.dice, now, questions=questions, days=days):
        timeline.begin(a_question(stage, stage.ask_in(timezone.localtime(at).month)), at=at)
    for at, story in stories_of_today(stage, now):
        timeline.begin(story, at=at)
    with translation.override("nl"):
        timeline.run(tell=tell)
        _carry_too_much(district)
        care_for_map(district, dice=stage.dice)
    purge_old_messages()
    return stage.notes


def _moments(dice: Random, now: datetime, *, questions: int, days: int) -> list[datetime]:
    """When somebody asks: on working days, more in winter than in summer."""
    today = timezone.localdate(now)
    open_days = [day for back in range(1, days) if clock.is_working_day(day := today - timedelta(days=back))]
    weights = [BUSIER_MONTHS.get(day.month, 1) for day in open_days]
    chosen: list[date] = dice.choices(open_days, weights, k=questions)
    return sorted(at_work(day, dice) for day in chosen)


@transaction.atomic
def _carry_too_much(district: District) -> None:
    """Let the coordinator of De Brug carry two more than the limit they set."""
    carla = district.users["carla"]
    role = Role.objects.get(user=carla, kind=Role.Kind.COORDINATOR)
    carries = Question.objects.held_by(carla.pk).count()
    set_limit(role, limit=max(carries - 2, 1), by=Actor(user=carla))
