"""Two people of the group do something with the same theme at the same moment: one of them has it, nobody is lost."""

from datetime import date

import pytest

from tests.cast import by
from tests.faults.test_at_the_same_time import at_once
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.loop.agenda.actions import decide_theme, write_down_concerned
from wijkhuis.loop.agenda.models import Concerned
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.actions import Wording
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Proposal, Seat, Signal, SignalGroup, Theme, Voice

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def group(house, rita):
    group = SignalGroup.objects.create(house=house, name="Groep")
    Seat.objects.create(group=group, user=rita, starts_on=date(2020, 1, 1))
    return group


def signals_of(house, *people):
    facts = {"house": house, "sentence": "Iemand mist de bus.", "month": date(2026, 3, 1), "source": "desk"}
    return [Signal.objects.create(pool_token=pool_token(who), **facts) for who in people]


def test_two_people_say_yes_to_one_proposal_and_there_is_one_theme(house, group, carla, rita):
    proposal = Proposal.objects.create(house=house, kind="new", name="De bus", made_on=date(2026, 3, 1))
    proposal.signals.set(signals_of(house, *"abcdef"))

    results = at_once(*[lambda who=who: actions.confirm_proposal(proposal, by=by(who)) for who in (carla, rita)])

    assert [type(one) for one in results].count(Theme) == 1
    assert sum(isinstance(one, RuleBroken) for one in results) == 1
    assert (Theme.objects.count(), Theme.objects.get().people_shown, Voice.objects.count()) == (1, 6, 6)


def test_one_merges_while_another_decides_and_a_third_splits(house, group, carla, rita):
    one = actions.make_theme(house, name="Bus", signals=signals_of(house, *"abcdefghijkl"), by=by(carla))
    two = actions.make_theme(house, name="Halte", signals=signals_of(house, *"mnopqr"), by=by(carla))
    some = list(one.signals.all()[:6])

    results = at_once(
        lambda: actions.merge_themes(one, other=two, by=by(carla)),
        lambda: actions.merge_themes(two, other=one, by=by(rita)),
        lambda: decide_theme(two, standing="taken_up", why="Zo is het.", by=by(rita)),
        lambda: actions.split_theme(one, signals=some, name="Deel", by=by(carla)),
    )

    assert all(result is not None for result in results)
    kept = Theme.objects.filter(merged_into=None)
    assert sum(theme.signals.count() for theme in kept) == Signal.objects.count() == 18
    assert Theme.objects.exclude(merged_into=None).count() == 1
    assert all(theme.people_shown in (0, *range(5, 19)) for theme in Theme.objects.all())


def test_two_presses_at_once_keep_one_signal_and_one_word_of_those_concerned(house, group, carla, joost):
    theme = actions.make_theme(house, name="Bus", signals=signals_of(house, *"abcdef"), by=by(carla))
    today = clock.today()

    at_once(*[lambda: actions.give_signal(house, wording=Wording("Iemand mist een bank."), by=by(joost))] * 4)
    at_once(*[lambda: write_down_concerned(theme, words="Wij ook.", heard_on=today, by=by(carla))] * 4)

    assert Signal.objects.filter(source="staff").count() == 1
    assert Concerned.objects.count() == 1
