"""Somebody says yes while their account, face or partnership goes: one order of things, never half of both."""

import pytest

from tests.cast import by
from tests.faults.test_at_the_same_time import at_once
from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.partners import actions as partners
from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.loop.desk.actions import accept_handover, offer_question, take_down_question
from wijkhuis.loop.desk.models import Handover, Question

pytestmark = pytest.mark.django_db(transaction=True)


def take_account(face, carla):
    partners.take_account(face, by=by(carla))


def retire(face, carla):
    partners.retire_professional(face, by=by(carla))


def end(face, carla):
    partners.end_partnership(Partnership.objects.get(partner=face.partner_id), by=by(carla))


@pytest.mark.parametrize("function", ["", "sociaal werker"])
@pytest.mark.parametrize("goes", [take_account, retire, end])
@pytest.mark.parametrize("round_number", range(2))
def test_a_yes_and_a_goodbye_at_once_leave_the_question_with_the_house(
    joost, carla, pieter, goes, function, round_number
):
    face = Professional.objects.get(user=pieter)
    Partnership.objects.update(function_email="team@buurtteam.test")
    tie = Partnership.objects.get(partner=face.partner)
    questions = [take_down_question(tie.house, words=f"Vraag {number}", by=by(joost)) for number in range(4)]
    offers = [
        offer_question(
            one, partnership=tie, professional=None if function else face, function=function, by=by(joost)
        ).handover
        for one in questions
    ]

    def says_yes(offer):
        # Everybody comes with a page of their own, as it was a moment ago.
        user = User.objects.get(pk=pieter.pk)
        return accept_handover(offer, next_step="Bellen", next_on=clock.today(), by=by(user))

    results = at_once(
        *[lambda offer=offer: says_yes(offer) for offer in offers],
        lambda: goes(Professional.objects.get(pk=face.pk), carla),
    )

    assert not isinstance(results[-1], RuleBroken)
    for offer, said in zip(offers, results[:-1], strict=True):
        now = Handover.objects.get(pk=offer.pk)
        question = Question.objects.get(pk=offer.question_id)
        accepted = not isinstance(said, RuleBroken)
        assert (now.ending == Handover.Ending.ACCEPTED) is accepted
        assert question.holder == joost
