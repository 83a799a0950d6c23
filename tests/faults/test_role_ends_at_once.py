"""Somebody's role ends while work is laid with them: one order of things, and nobody without a role holds anything."""

import pytest

from tests.cast import by
from tests.faults.test_at_the_same_time import at_once
from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.actions import (
    accept_handover,
    ask_online,
    end_role_and_pass_on,
    offer_question,
    pass_to_colleague,
    take_down_question,
    take_question,
)
from wijkhuis.loop.desk.models import Question

pytestmark = pytest.mark.django_db(transaction=True)


def anew(user):
    """Everybody comes with a page of their own, as it was a moment ago."""
    return User.objects.get(pk=user.pk)


def takes(question, leaver, joost):
    take_question(question, seen=question.holding_mark, by=by(anew(leaver)))


def gets(question, leaver, joost):
    pass_to_colleague(question, to=anew(leaver), next_step="Bellen", next_on=clock.today(), by=by(anew(joost)))


def writes_down(question, leaver, joost):
    take_down_question(question.house, words="Wie belt mij?", by=by(anew(leaver)))


@pytest.mark.parametrize("comes_by_work", [takes, gets, writes_down])
@pytest.mark.parametrize("round_number", range(4))
def test_work_and_a_goodbye_at_once_leave_nothing_with_who_left(house, joost, carla, mina, comes_by_work, round_number):
    asked = [ask_online(house, words=f"Vraag {number}") for number in range(3)]
    if comes_by_work is gets:
        asked = [take_question(one, seen=one.holding_mark, by=by(joost)) for one in asked]
    role = Role.objects.get(user=mina)

    at_once(
        *[lambda one=one: comes_by_work(one, mina, joost) for one in asked],
        lambda: end_role_and_pass_on(Role.objects.get(pk=role.pk), to=anew(joost), by=by(anew(carla))),
    )

    assert Role.objects.get(pk=role.pk).ends_on is not None
    assert not Question.objects.filter(holder=mina).exists()


@pytest.mark.parametrize("round_number", range(4))
def test_a_yes_to_a_handover_and_the_end_of_the_role_at_once_leave_the_question_with_the_house(
    joost, carla, pieter, round_number
):
    face = Professional.objects.get(user=pieter)
    tie = Partnership.objects.get(partner=face.partner)
    asked = [take_down_question(tie.house, words=f"Vraag {number}", by=by(joost)) for number in range(3)]
    offers = [offer_question(one, partnership=tie, professional=face, by=by(joost)).handover for one in asked]
    role = Role.objects.get(user=pieter, house=tie.house)

    at_once(
        *[
            lambda offer=offer: accept_handover(offer, next_step="Bellen", next_on=clock.today(), by=by(anew(pieter)))
            for offer in offers
        ],
        lambda: end_role_and_pass_on(Role.objects.get(pk=role.pk), to=anew(joost), by=by(anew(carla))),
    )

    assert not Question.objects.filter(holder=pieter).exists()


@pytest.mark.parametrize("round_number", range(4))
def test_two_who_leave_at_once_do_not_leave_their_work_with_each_other(house, joost, mina, carla, round_number):
    take_down_question(house, words="Van Joost", by=by(joost))
    take_down_question(house, words="Van Mina", by=by(mina))
    roles = {user: Role.objects.get(user=user) for user in (joost, mina)}

    at_once(
        *[
            lambda leaver=leaver, heir=heir: end_role_and_pass_on(
                Role.objects.get(pk=roles[leaver].pk), to=anew(heir), by=by(anew(carla))
            )
            for leaver, heir in ((joost, mina), (mina, joost))
        ]
    )

    gone = [user for user in (joost, mina) if Role.objects.get(pk=roles[user].pk).ends_on]
    assert not Question.objects.filter(holder__in=gone).exists()


@pytest.mark.parametrize("round_number", range(4))
def test_a_question_from_home_goes_to_nobody_who_just_left(house, joost, carla, round_number):
    House.objects.update(first_holder=joost)
    role = Role.objects.get(user=joost)

    at_once(
        *[lambda: ask_online(House.objects.get(pk=house.pk), words="Wie helpt mij?")] * 4,
        lambda: end_role_and_pass_on(Role.objects.get(pk=role.pk), to=anew(carla), by=by(anew(carla))),
    )

    assert not Question.objects.filter(holder=joost).exists()
