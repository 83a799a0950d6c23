"""What tests of approaches begin with: a theme that was taken up, and an approach of it."""

from datetime import date, timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.agenda.models import Concerned
from wijkhuis.loop.approaches.actions.making import Existing, Plan, make_approach
from wijkhuis.loop.desk.actions import Wish, take_down_question
from wijkhuis.loop.signals import actions as signals
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Listener, Signal, SignalGroup


def signals_of(house, *people):
    return [
        Signal.objects.create(
            house=house,
            sentence="Iemand snapt een brief niet.",
            month=date(2026, 3, 1),
            source="desk",
            pool_token=pool_token(who),
        )
        for who in people
    ]


@pytest.fixture
def group(house):
    return SignalGroup.objects.create(house=house, name="Signaalgroep De Brug")


@pytest.fixture
def make_theme(house, carla):
    """A theme of so many people that the group took up: make_theme(6)."""

    def make(people, *, name="Brieven", known_as="brieven"):
        found = signals_of(house, *(f"{name}-{number}" for number in range(people)))
        theme = signals.make_theme(house, name=name, signals=found, known_as=known_as, by=by(carla))
        signals.decide(theme, standing="taken_up", why="Veel mensen lopen hierop vast.", on=clock.today(), by=by(carla))
        Concerned.objects.create(theme=theme, words="Wij willen het samen lezen.", heard_on=clock.today())
        theme.refresh_from_db()
        return theme

    return make


@pytest.fixture
def theme(make_theme):
    return make_theme(6)


@pytest.fixture
def plan(carla):
    """A plan with a resident owner."""

    def make(**facts):
        today = clock.today()
        return Plan(
            **{
                "name": "Samen brieven lezen",
                "owner_name": "Rita",
                "supported_by": carla,
                "first_step": "Koffie in de hal",
                "first_step_on": today + timedelta(days=3),
                "comes_back": "Mensen lezen hun post weer zelf",
                "comes_back_on": today + timedelta(days=60),
                **facts,
            }
        )

    return make


@pytest.fixture
def make_approach_of(carla, plan):
    def make(theme, **facts):
        existing = Existing("new", "Er is nog niets in de avond.")
        return make_approach(theme, existing=existing, method="lotgenotengroep", plan=plan(**facts), by=by(carla))

    return make


@pytest.fixture
def approach(theme, make_approach_of):
    return make_approach_of(theme)


@pytest.fixture
def listen(house, joost):
    """Somebody asked something and wants to hear what comes of it: listen(theme, called="Aylin", way="phone", ...)."""

    def make(theme, **wish):
        facts = {"called": "Aylin", "way": "email", "email": "aylin@post.example", **wish}
        question = take_down_question(house, words="Ik snap de brief niet", wish=Wish(**facts), by=by(joost))
        Listener.objects.create(question=question, signal=theme.signals.order_by("pk").first())
        return question

    return make
