"""Where no message arrives, asking how it went is the work of a person, and stays on the list until it is done."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.messages.delivery import mark_failed
from wijkhuis.base.messages.models import Message
from wijkhuis.loop.desk import schedule
from wijkhuis.loop.desk.actions import Wish, change_facts, mark_answered, take_down_question

ALI = Wish(called="Ali", way="sms", phone="0612345678")
EMAIL = Wish(called="Ali", way="email", email="ali@post.test", phone="0612345678")
STEP = "Bellen en vragen hoe het ging"


@pytest.fixture(autouse=True)
def messages_go_out(text_messages_and_letters_go_out):
    """A house that sends text messages."""


def answered(house, joost, wish):
    question = take_down_question(house, words="Wie helpt mij?", wish=wish, by=by(joost))
    return question, mark_answered(question, has_heard=True, by=by(joost))


def asks_on(day):
    with clock.pretend(clock.now() + (day - clock.today())):
        schedule.ask_how_it_went()


def asked(question):
    return Message.objects.filter(template="desk/follow_up", about_id=question.pk)


@pytest.mark.parametrize("wish", [ALI, EMAIL])
def test_a_question_how_it_went_that_does_not_arrive_becomes_a_call_and_never_ends_by_itself(
    house, joost, sign_in, wish
):
    question, follow_up = answered(house, joost, wish)
    asks_on(follow_up.due_on)
    mark_failed(asked(question).get(), why="permanent-failure")

    tomorrow = follow_up.due_on + timedelta(days=1)
    for later in (1, 2, 40):
        asks_on(follow_up.due_on + timedelta(days=later))

    question.refresh_from_db()
    follow_up.refresh_from_db()
    assert (question.is_open, question.next_step, question.next_on) == (True, STEP, tomorrow)
    assert (follow_up.asked_at, follow_up.ended_at) == (None, None)
    assert asked(question).count() == 1
    with clock.pretend(clock.now() + (tomorrow - clock.today())):
        browser = sign_in(joost)
        listed = browser.get(reverse("desk:house_questions"), {"lijst": "follow-up"}).content.decode()
        record = browser.get(reverse("desk:question", args=[question.pk])).content.decode()
    assert STEP in listed
    assert reverse("desk:follow_up", args=[question.pk]) in record


def test_a_number_that_was_switched_off_before_is_called_too(house, joost):
    answered(house, joost, ALI)
    mark_failed(Message.objects.filter(template="desk/link").get(), why="permanent-failure")
    question, follow_up = answered(house, joost, ALI)

    asks_on(follow_up.due_on)
    asks_on(follow_up.due_on + timedelta(days=40))

    question.refresh_from_db()
    assert question.is_open
    assert question.is_late(on=follow_up.due_on + timedelta(days=40))


def test_an_address_without_a_number_that_fails_ends_after_enough_patience(house, joost):
    question, follow_up = answered(house, joost, Wish(called="Ali", way="email", email="ali@post.test"))
    asks_on(follow_up.due_on)
    mark_failed(asked(question).get(), why="permanent-failure")

    asks_on(follow_up.due_on + timedelta(days=40))

    question.refresh_from_db()
    assert question.ending == "unknown"


def test_who_wants_a_call_after_all_while_the_message_waits_is_called(house, joost):
    question, follow_up = answered(house, joost, ALI)
    with clock.pretend(clock.now() + (follow_up.due_on - clock.today())):
        schedule.ask_how_it_went()
        change_facts(question, wish=Wish(called="Ali", way="phone", phone="0612345678"), urgency="normal", by=by(joost))

    question.refresh_from_db()
    follow_up.refresh_from_db()
    assert not asked(question).exists()
    assert (question.next_step, question.next_on, follow_up.asked_at) == (STEP, follow_up.due_on, None)


def test_a_number_that_is_corrected_gets_the_message_once_more_and_then_the_house_waits(house, joost):
    question, follow_up = answered(house, joost, ALI)
    asks_on(follow_up.due_on)
    mark_failed(asked(question).get(), why="permanent-failure")
    asks_on(follow_up.due_on + timedelta(days=1))
    question.refresh_from_db()

    with clock.pretend(clock.now() + (follow_up.due_on + timedelta(days=1) - clock.today())):
        change_facts(question, wish=Wish(called="Ali", way="sms", phone="0687654321"), urgency="normal", by=by(joost))
    asks_on(follow_up.due_on + timedelta(days=2))

    question.refresh_from_db()
    follow_up.refresh_from_db()
    assert asked(question).count() == 2
    assert follow_up.asked_at
    assert question.next_step != STEP
