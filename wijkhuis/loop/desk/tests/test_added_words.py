"""What a resident adds is read by somebody, also when the question had ended."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.actions import add_words, answer_follow_up, end_as_before, plan_next_step
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.lists import as_rows
from wijkhuis.loop.desk.views.rows import groups, rows


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


def row_of(question, user):
    return rows(as_rows(Question.objects.filter(pk=question.pk)), user=user, on=clock.today(), names_holder=False)[0]


def test_added_words_bring_the_next_step_nearer_and_stand_out_until_the_holder_looks(question, joost, carla, sign_in):
    later = clock.today() + timedelta(days=30)
    plan_next_step(question, next_step="Na de vakantie bellen", next_on=later, by=by(joost))

    add_words(question, words="Het lekt nu ook in de keuken", by=RESIDENT)

    question.refresh_from_db()
    assert question.next_on == clock.add_working_days(clock.today(), 1)
    row = row_of(question, joost)
    assert "toegevoegd" in row["mark_words"]
    assert groups([row])[0]["kind"] == "now"
    sign_in(carla).get(at("question", question.pk))
    question.refresh_from_db()
    assert question.words_added_at

    page = sign_in(joost).get(at("question", question.pk)).content.decode()

    assert "De bewoner heeft iets toegevoegd" in page
    question.refresh_from_db()
    assert question.words_added_at is None
    assert row_of(question, joost)["mark_words"] == ""


def test_a_step_that_was_sooner_stays_where_it_was(question, joost):
    plan_next_step(question, next_step="Vandaag bellen", next_on=clock.today(), by=by(joost))

    add_words(question, words="Bel liefst na vijf uur", by=RESIDENT)

    question.refresh_from_db()
    assert question.next_on == clock.today()


@pytest.mark.parametrize("outcome", ["solved", "withdrawn"])
def test_words_added_after_the_end_open_the_question_with_its_holder(client, question, joost, outcome):
    if outcome == "solved":
        answer_follow_up(question, outcome="solved", by=RESIDENT)
    else:
        client.post(at("mine_withdraw", question.link_token))
    question.refresh_from_db()

    page = client.post(at("mine_words", question.link_token), {"words": "Nu is het er weer"}, follow=True)

    assert "weer open" in page.content.decode()
    rung, question_before = question.rung, question.ending
    question.refresh_from_db()
    assert question.is_open
    assert (question.holder, question.rung, question.times_reopened) == (joost, rung, 0)
    assert question.next_on == clock.add_working_days(clock.today(), 1)
    assert question.ended_before == question_before == outcome


def test_words_for_somebody_who_left_come_to_the_house(question, joost, carla):
    answer_follow_up(question, outcome="solved", by=RESIDENT)
    Role.objects.filter(user=joost).update(ends_on=clock.today() - timedelta(days=1))

    add_words(question, words="Nu is het er weer", by=RESIDENT)

    question.refresh_from_db()
    assert question.holder == carla


def test_a_word_of_thanks_ends_again_as_it_had_ended(question, joost, sign_in):
    answer_follow_up(question, outcome="solved", by=RESIDENT)
    add_words(question, words="Dank u wel!", by=RESIDENT)
    browser = sign_in(joost)
    assert "Dank u wel!" in browser.get(at("question", question.pk)).content.decode()

    browser.post(at("end_again", question.pk))

    question.refresh_from_db()
    assert (question.ending, question.ended_before) == ("solved", "")


def test_an_open_question_does_not_end_as_before(question, joost):
    with pytest.raises(RuleBroken):
        end_as_before(question, by=by(joost))
