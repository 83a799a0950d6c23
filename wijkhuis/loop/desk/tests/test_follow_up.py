"""The resident's word decides whether it is solved."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.base.messages.models import Message
from wijkhuis.loop.desk import rules, schedule
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
from wijkhuis.loop.desk.models import Question


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

    pressed_twice = answer_follow_up(first, outcome="unknown", by=RESIDENT)
    assert pressed_twice.is_open

    with clock.pretend(clock.now() + timedelta(days=14)):
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


def test_a_call_that_was_forgotten_does_not_become_not_asked(house, joost):
    wish = Wish(called="Ans", way="phone", phone="0612345678")
    question = take_down_question(house, words="Waar is de bieb?", wish=wish, by=by(joost))
    follow_up = mark_answered(question, by=by(joost))
    later = clock.now() + timedelta(days=house.follow_up_days + 60)

    with clock.pretend(later):
        schedule.ask_how_it_went()

    question.refresh_from_db()
    follow_up.refresh_from_db()
    assert question.is_open
    assert follow_up.ended_at is None
    assert question.is_late(on=later.date())
    with pytest.raises(RuleBroken):
        end_without_word(follow_up, on=later.date())


@pytest.mark.parametrize("second", ["not", "partly", "unknown"])
def test_a_second_tap_changes_the_last_word_and_moves_nothing(answered, second):
    first = answer_follow_up(answered, outcome="not", by=RESIDENT)

    again = answer_follow_up(first, outcome=second, words="Bij nader inzien", by=RESIDENT)

    assert (again.rung, again.times_reopened, again.is_open) == (first.rung, 1, True)
    word = again.follow_ups.get()
    assert (word.outcome, word.words) == (second, "Bij nader inzien")


def test_however_often_somebody_changes_their_mind_the_question_moves_once(answered):
    for word in ("not", "unknown", "not", "partly", "not"):
        answered = answer_follow_up(answered, outcome=word, by=RESIDENT)

    assert (answered.rung, answered.times_reopened) == (rules.next_rung("self"), 1)


def test_opened_with_a_tap_and_then_no_moves_once(answered):
    answer_follow_up(answered, outcome="solved", by=RESIDENT)
    opened = reopen(answered, by=RESIDENT)

    again = answer_follow_up(opened, outcome="not", by=RESIDENT)

    assert (again.rung, again.times_reopened) == (opened.rung, 1)
    assert [word.outcome for word in again.follow_ups.all()] == ["solved", "not"]


def test_no_and_then_yes_ends_it_as_solved(answered):
    first = answer_follow_up(answered, outcome="not", by=RESIDENT)

    again = answer_follow_up(first, outcome="solved", by=RESIDENT)

    assert again.ending == "solved"
    assert [word.outcome for word in again.follow_ups.all()] == ["not", "solved"]


def test_no_again_after_a_new_answer_moves_on_a_rung(answered, joost):
    first = answer_follow_up(answered, outcome="not", by=RESIDENT)
    mark_answered(first, by=by(joost))

    again = answer_follow_up(first, outcome="not", by=RESIDENT)

    assert (again.rung, again.times_reopened) == (rules.next_rung(first.rung), 2)


def test_the_record_says_on_which_rung_and_who_may_help_there(answered, joost, entries, sign_in):
    Question.objects.filter(pk=answered.pk).update(rung="own_people")
    answer_follow_up(answered, outcome="not", by=RESIDENT)

    browser = sign_in(joost)

    page = browser.get(reverse("desk:question", args=[answered.pk])).content.decode()
    part = browser.get(reverse("desk:rung", args=[answered.pk]), headers={"HX-Request": "true"}).content.decode()
    without_scripts = browser.get(reverse("desk:rung", args=[answered.pk]), follow=True).content.decode()

    assert "Nu bij: de buurt" in page
    assert reverse("desk:answer", args=[answered.pk]) in page
    assert "Sorteergroep" in part
    assert "Sorteergroep" in without_scripts


def test_the_record_of_a_reopened_question_asks_little_of_the_database(
    answered, joost, entries, sign_in, django_assert_max_num_queries
):
    Question.objects.filter(pk=answered.pk).update(rung="neighbourhood")
    answer_follow_up(answered, outcome="not", by=RESIDENT)
    browser = sign_in(joost)
    browser.get(reverse("desk:question", args=[answered.pk]))

    with django_assert_max_num_queries(12):
        browser.get(reverse("desk:question", args=[answered.pk]))
    with django_assert_max_num_queries(12):
        browser.get(reverse("desk:rung", args=[answered.pk]), headers={"HX-Request": "true"})


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
