"""When people do the same thing at once, one of them has it and the others hear so."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.cast import by, make_role, make_user
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.models import Message
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.actions import (
    Wish,
    accept_handover,
    answer_follow_up,
    ask_online,
    mark_answered,
    offer_question,
    send_link,
    take_down_question,
    take_question,
    withdraw_handover,
)
from wijkhuis.loop.desk.models import Handover, Question

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds):
    """Do all deeds in threads of their own, started together; what each gave or raised."""
    start = Barrier(len(deeds))

    def one(deed):
        try:
            start.wait(timeout=30)
            return deed()
        except RuleBroken as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(one, deeds))


def test_fifty_hosts_take_the_same_question_and_one_has_it(house):
    asked = ask_online(house, words="Wie belt mij terug?")
    hosts = [make_user(f"Host{number}") for number in range(50)]
    for host in hosts:
        make_role(host, Role.Kind.HOST, house)
    seen = asked.holding_mark

    results = at_once(*[lambda host=host: take_question(asked, seen=seen, by=by(host)) for host in hosts])

    taken = [result for result in results if isinstance(result, Question)]
    refused = [result for result in results if isinstance(result, RuleBroken)]
    assert len(taken) == 1
    assert len(refused) == 49
    asked.refresh_from_db()
    assert asked.holder == taken[0].holder
    assert JournalLine.objects.filter(action="desk.question_taken_up").count() == 1
    assert all(asked.holder.first_name in result.sentence for result in refused)


@pytest.mark.parametrize("round_number", range(5))
def test_a_handover_is_accepted_and_withdrawn_at_once_and_only_one_happens(
    house, joost, corporation, fatma, round_number
):
    question = take_down_question(house, words="Schimmel in huis", by=by(joost))
    handover = offer_question(question, partnership=corporation, professional=fatma, by=by(joost)).handover
    partner = Actor(label=f"partner:{handover.pk}")

    results = at_once(
        lambda: accept_handover(handover, next_step="Bellen", next_on=clock.today(), by=partner),
        lambda: withdraw_handover(handover, by=by(joost)),
    )

    assert sum(isinstance(result, RuleBroken) for result in results) == 1
    handover.refresh_from_db()
    question.refresh_from_db()
    accepted = handover.ending == Handover.Ending.ACCEPTED
    assert (question.holder_partner == fatma) is accepted
    assert (question.holder == joost) is not accepted


def test_a_question_is_offered_to_one_partner_at_a_time(house, joost, corporation, fatma):
    question = take_down_question(house, words="Schimmel in huis", by=by(joost))

    results = at_once(
        *[lambda: offer_question(question, partnership=corporation, professional=fatma, by=by(joost))] * 6
    )

    assert sum(isinstance(result, RuleBroken) for result in results) == 5
    assert question.handovers.filter(ended_at=None).count() == 1


def test_no_tapped_many_times_at_once_opens_a_question_once(house, joost):
    question = take_down_question(house, words="Wie helpt mij?", by=by(joost))
    mark_answered(question, by=by(joost))

    at_once(*[lambda: answer_follow_up(question, outcome="not", by=RESIDENT) for _tap in range(5)])

    question.refresh_from_db()
    assert (question.times_reopened, question.rung) == (1, "own_people")
    assert question.follow_ups.count() == 1


@pytest.mark.parametrize(("outcome", "is_open"), [("unknown", True), ("solved", False)])
def test_the_word_of_a_resident_tapped_twice_at_once_is_one_word(house, joost, outcome, is_open):
    question = take_down_question(house, words="Wie helpt mij?", by=by(joost))
    mark_answered(question, by=by(joost))

    at_once(*[lambda: answer_follow_up(question, outcome=outcome, by=RESIDENT) for _tap in range(4)])

    question.refresh_from_db()
    assert question.is_open is is_open
    assert question.follow_ups.filter(outcome=outcome).count() == 1


def test_the_link_sent_by_many_at_once_goes_out_a_few_times(house, joost):
    wish = Wish(called="Selma", way="email", email="selma@post.test")
    question = take_down_question(house, words="Wie helpt mij?", wish=wish, by=by(joost))

    at_once(*[lambda: send_link(question, by=by(joost)) for _tap in range(6)])

    assert Message.objects.filter(template="desk/link").count() == 3
