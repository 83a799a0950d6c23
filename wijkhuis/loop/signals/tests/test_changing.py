"""A theme that holds something strange: taken out by proposal only, and never proposed again after a no."""

import numpy as np
import pytest
from django.urls import reverse

from wijkhuis.base.journal.actions import Actor
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.models import Proposal, Signal
from wijkhuis.loop.signals.rules.proposing import are_strange
from wijkhuis.loop.signals.tests.test_proposing import ALONE, BUS, LAMPS, signals, told, waiting

pytestmark = pytest.mark.django_db
MORE_LAMPS = [*LAMPS, "Geen straatverlichting, de lantaarns bij het park zijn stuk."]
STRAY = "De bus komt niet meer in de buurt, de halte is opgeheven."


@pytest.fixture
def themes(house, carla):
    """A theme about lamps in which somebody let a sentence about the bus, and one about the bus."""
    by = Actor(user=carla)
    lamps = actions.make_theme(house, name="Donker", signals=signals(house, [*MORE_LAMPS, STRAY]), by=by)
    return lamps, actions.make_theme(house, name="De bus", signals=signals(house, BUS), by=by)


def test_what_belongs_to_another_theme_is_proposed_to_be_taken_out(house, carla, themes):
    lamps, bus = themes

    actions.propose_themes(house)

    [shrinks] = waiting(house, "shrink")
    assert (shrinks.theme, told(shrinks)) == (lamps, {STRAY})
    assert shrinks.closeness > 0
    assert Signal.objects.get(sentence=STRAY).theme == lamps
    actions.confirm_proposal(shrinks, by=Actor(user=carla))
    assert Signal.objects.get(sentence=STRAY).theme is None
    actions.propose_themes(house, thorough=True)
    [grows] = waiting(house, "grow")
    assert (grows.theme, told(grows)) == (bus, {STRAY})


def test_the_same_proposal_waits_next_week_and_a_no_is_for_ever(house, carla, themes):
    actions.propose_themes(house)
    [before] = waiting(house, "shrink")

    actions.propose_themes(house, thorough=True)
    [after] = waiting(house, "shrink")
    assert (after.pk, told(after)) == (before.pk, told(before))

    actions.decline_proposal(after, by=Actor(user=carla))
    signals(house, ALONE)
    actions.propose_themes(house, thorough=True)
    assert waiting(house, "shrink") == []


def test_what_is_like_nothing_at_all_may_stand_alone_again(house, carla):
    actions.make_theme(house, name="Donker", signals=signals(house, [*MORE_LAMPS, ALONE[1]]), by=Actor(user=carla))

    actions.propose_themes(house)

    assert [told(one) for one in waiting(house, "shrink")] == [{ALONE[1]}]


def test_where_people_see_something_the_computer_does_not_it_keeps_quiet(house, carla):
    by = Actor(user=carla)
    actions.make_theme(house, name="Buiten", signals=signals(house, [LAMPS[0], BUS[0], ALONE[0]]), by=by)
    actions.make_theme(house, name="Van alles", signals=signals(house, [*LAMPS, BUS[1], *ALONE]), by=by)

    actions.propose_themes(house)

    assert not Proposal.objects.filter(kind="shrink").exists()


def test_the_group_says_yes_on_the_page_of_proposals(house, carla, sign_in, themes):
    actions.propose_themes(house)
    [shrinks] = waiting(house, "shrink")
    carla_reads = sign_in(carla)
    address = reverse("signals:proposal", args=[shrinks.pk])

    page = carla_reads.get(address).content.decode()
    assert STRAY in page
    assert LAMPS[0] in page

    stray = Signal.objects.get(sentence=STRAY)
    carla_reads.post(address, {"do": "yes", "signals": [str(stray.pk)]})
    stray.refresh_from_db()
    assert stray.theme is None


def test_clearly_is_by_numbers():
    own, other = (np.array(row, dtype=np.float32) for row in ([0.02, 0.025, 0.04, 0.01], [0.5, 0.1, 0.28, 0]))
    alike, none, all_wait = np.full(4, 0.3, dtype=np.float32), np.zeros(4, dtype=bool), np.ones(4, dtype=bool)

    assert are_strange(own, other, like_mean=alike, alike=0.18, waits=none).tolist() == [True, False, False, True]
    assert are_strange(own, other, like_mean=alike, alike=0.18, waits=all_wait).tolist() == [True] * 4
    assert are_strange(own, other, like_mean=alike / 3, alike=0.18, waits=none).tolist() == [True, False, False, False]
