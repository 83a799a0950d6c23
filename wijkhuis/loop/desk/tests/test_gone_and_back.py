"""The resident stops, comes back or deletes: who holds the question reads so, and no more."""

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.loop.desk.actions import forget_question, reopen, withdraw_question


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


@pytest.mark.parametrize("name", ["question", "note", "answer"])
def test_who_held_a_deleted_question_reads_that_it_is_gone_and_no_words(sign_in, joost, question, name):
    browser = sign_in(joost)
    forget_question(question, by=RESIDENT)

    page = browser.get(at(name, question.pk))
    sent = browser.post(at("note", question.pk), {"words": "Zij belde net."})

    assert page.status_code == sent.status_code == 410
    assert "gewist" in page.content.decode()
    assert "schimmel" not in page.content.decode()


def test_that_it_is_gone_is_not_told_to_another_house_or_to_who_held_nothing(sign_in, mina, nils, wim, carla, question):
    forget_question(question, by=RESIDENT)

    assert [sign_in(one).get(at("question", question.pk)).status_code for one in (nils, wim, mina, carla)] == [
        404,
        404,
        410,
        410,
    ]


def test_who_comes_back_after_stopping_is_asked_what_is_needed_on_the_same_rung(question, joost, client):
    rung = question.rung
    withdraw_question(question, by=RESIDENT)

    again = reopen(question, by=RESIDENT)

    assert again.rung == rung
    assert again.next_step.startswith("Vragen wat er nu nodig is")
    assert "Vragen wat er nu" not in client.get(at("mine", question.link_token)).content.decode()


def test_a_colleague_who_opens_what_was_not_needed_any_more_begins_on_the_same_rung(question, joost):
    withdraw_question(question, by=by(joost))

    assert reopen(question, by=by(joost)).rung == question.rung
