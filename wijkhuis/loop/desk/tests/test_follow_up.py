"""The resident's word decides whether it is solved."""

from datetime import date, timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.base.messages.models import Message
from wijkhuis.loop.desk import rules
from wijkhuis.loop.desk.actions import (
    Wish,
    answer_follow_up,
    ask_how_it_went,
    end_without_word,
    give_answer,
    give_back,
    mark_answered,
    reopen,
    take_down_question,
    withdraw_question,
)


@pytest.fixture
def answered(house, joost):
    wish = Wish(called="Selma", way="email", email="selma@post.test")
    question = take_down_question(house, words="Wie helpt mij met een brief?", wish=wish, by=by(joost))
    give_answer(question, words="Ga naar de sorteergroep op dinsdag", by=by(joost))
    mark_answered(question, enough_rung="neighbourhood", by=by(joost))
    question.refresh_from_db()
    return question


def test_follow_up_is_planned_after_two_weeks(answered, house):
    follow_up = answered.follow_ups.get()

    assert follow_up.due_on >= clock.today() + timedelta(days=house.follow_up_days)
    assert clock.is_working_day(follow_up.due_on)
    assert answered.is_open
    assert answered.next_on == follow_up.due_on


def test_the_message_tells_nothing_of_the_question(answered):
    ask_how_it_went(answered.follow_ups.get())

    message = Message.objects.get(template="desk/follow_up")
    assert message.to == "selma@post.test"
    assert "brief" not in str(message.context)
    assert answered.link_token in message.context["link"]


def test_solved_ends_the_question_and_only_then_we_ask_to_give_back(answered):
    with pytest.raises(RuleBroken):
        give_back(answered, words="Ik kan taarten bakken", by=RESIDENT)

    solved = answer_follow_up(answered, outcome="solved", by=RESIDENT)
    give_back(solved, words="Ik kan taarten bakken", by=RESIDENT)

    solved.refresh_from_db()
    assert (solved.ending, solved.enough_rung, solved.gives_back) == (
        "solved",
        "neighbourhood",
        "Ik kan taarten bakken",
    )


@pytest.mark.parametrize("outcome", ["not", "partly"])
def test_not_solved_opens_it_again_on_the_next_rung(answered, outcome):
    again = answer_follow_up(answered, outcome=outcome, words="De groep was vol", by=RESIDENT)

    assert again.is_open
    assert again.answered_at is None
    assert again.rung == rules.next_rung("self")
    assert again.times_reopened == 1
    assert again.holder is not None


def test_not_known_is_asked_once_more_and_then_left(answered):
    first = answer_follow_up(answered, outcome="unknown", by=RESIDENT)
    assert first.is_open

    second = answer_follow_up(first, outcome="unknown", by=RESIDENT)
    assert second.ending == "unknown"


def test_a_question_nobody_could_be_asked_about_ends_as_not_asked(house, joost):
    question = take_down_question(house, words="Waar is de bieb?", by=by(joost))
    follow_up = mark_answered(question, by=by(joost))
    assert ask_how_it_went(follow_up) is False

    later = follow_up.due_on + timedelta(days=rules.PATIENCE_DAYS + 1)
    with pytest.raises(RuleBroken):
        end_without_word(follow_up, on=follow_up.due_on)
    end_without_word(follow_up, on=later)

    question.refresh_from_db()
    assert question.ending == "not_asked"


def test_a_closed_question_opens_again_with_one_tap(answered):
    answer_follow_up(answered, outcome="solved", by=RESIDENT)

    again = reopen(answered, by=RESIDENT)

    assert again.is_open
    assert again.next_on == clock.add_working_days(clock.today(), 1)


def test_a_withdrawn_question_waits_for_nobody(answered):
    withdraw_question(answered, by=RESIDENT)

    answered.refresh_from_db()
    assert answered.ending == "withdrawn"
    assert not answered.follow_ups.filter(ended_at=None).exists()


def test_christmas_is_no_day_to_call():
    assert rules.follow_up_is_due(date(2026, 12, 11), days=14) == date(2026, 12, 28)
    assert rules.answer_is_due(date(2026, 12, 24), working_days=3) == date(2026, 12, 30)
