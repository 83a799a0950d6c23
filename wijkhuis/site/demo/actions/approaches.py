"""Neighbours who ride to the hospital together: an approach that a resident owns, and askers who were told."""

from datetime import timedelta

from django.db import transaction

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.loop.approaches.actions.going import add_step, tick_step
from wijkhuis.loop.approaches.actions.joining import sign_up
from wijkhuis.loop.approaches.actions.making import Existing, Plan, Promise, make_approach
from wijkhuis.loop.approaches.actions.telling import tell_back
from wijkhuis.loop.desk.actions import Wish, take_down_question
from wijkhuis.loop.signals.models import Listener, Theme
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.district import District
from wijkhuis.site.demo.actions.post import send_as_if

BEGAN_AGO = timedelta(days=30)


def make_approaches(district: District) -> None:
    """Tell of one approach from its plan to its first news; without its theme there is nothing to tell."""
    told, now = reading.facts("approaches"), clock.now()
    house, rita, carla = district.houses["de-brug"], district.by("rita"), district.by("carla")
    theme = Theme.objects.open().filter(house=house, name=told["theme"]).first()
    if theme is None:
        return
    _listeners(theme, told["asked"], by=district.by("joost"))
    with clock.pretend(now - BEGAN_AGO):
        today = clock.today()
        plan = Plan(
            owner=rita.user,
            owner_agrees=True,
            supported_by=district.users["carla"],
            first_step_on=today + timedelta(days=6),
            comes_back_on=today + timedelta(days=90),
            **{name: told[name] for name in ("name", "plan", "first_step", "comes_back")},
        )
        promises = [Promise(told["partner"], told["promise"], "care", today + timedelta(days=45))]
        existing = Existing("new", told["exists"])
        approach = make_approach(theme, existing=existing, method=told["method"], plan=plan, promises=promises, by=rita)
    with clock.pretend(now - BEGAN_AGO + timedelta(days=6)):
        tick_step(approach.steps.get(), done=True, by=rita)
        by_on = clock.today() + timedelta(days=35)
        add_step(approach, what=told["step"], who=told["step_who"], by_on=by_on, by=rita)
    with clock.pretend(now - timedelta(days=5)):
        sign_up(approach, first_name=told["joiner"], how_to_reach=told["reach"], by=Actor(label="visitor"))
        tell_back(approach, words=told["news"], moment="begun", by=carla)


@transaction.atomic
def _listeners(theme: Theme, asked: list[dict[str, str]], *, by: Actor) -> None:
    """People who asked about it at the desk, and want to hear what comes of it."""
    signals = list(theme.signals.order_by("pk")[: len(asked)])
    with clock.pretend(clock.now() - timedelta(days=50)):
        for one, signal in zip(asked, signals, strict=True):
            facts = dict(one)
            question = take_down_question(theme.house, words=facts.pop("words"), wish=Wish(**facts), by=by)
            Listener.objects.create(question=question, signal=signal)
    send_as_if()
