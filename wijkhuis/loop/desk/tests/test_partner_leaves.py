"""Somebody of a partner leaves: nothing they hold and nothing that was asked of them is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.partners import actions as partners
from wijkhuis.house.partners.models import Professional
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Handover, Question

LATER = clock.today() + timedelta(days=9)


def at(name, record):
    return reverse(f"partners:{name}", args=[record.pk])


@pytest.fixture
def held(question, joost, fatma, corporation):
    """Fatma said yes to the question of mevrouw Yılmaz, by her link."""
    offer = actions.offer_question(question, partnership=corporation, professional=fatma, by=by(joost))
    actions.accept_handover(
        offer.handover, next_step="Meten", next_on=LATER, by=Actor(label=f"partner:{offer.handover.pk}")
    )
    question.refresh_from_db()
    return question


@pytest.fixture
def offered(house, joost, fatma, corporation):
    """And a second question waits for her yes or no."""
    question = actions.take_down_question(house, words="De lift is stuk.", by=by(joost))
    return actions.offer_question(question, partnership=corporation, professional=fatma, by=by(joost)).handover


@pytest.mark.parametrize("leaving", ["retire", "end"])
def test_what_lies_with_a_partner_is_said_first_and_then_goes_back(
    sign_in, carla, joost, fatma, corporation, held, offered, leaving
):
    browser, leaves = sign_in(carla), at(leaving, fatma if leaving == "retire" else corporation)

    page = browser.get(leaves).content.decode()
    assert "1 vraag gaat terug naar" in page
    assert "1 verzoek" in page
    held.refresh_from_db()
    assert held.holder_partner == fatma
    browser.post(leaves)

    held.refresh_from_db()
    offered.refresh_from_db()
    assert (held.holder, held.holder_partner, held.next_on) == (joost, None, clock.today())
    assert (offered.ending, offered.question.holder) == (Handover.Ending.WITHDRAWN, joost)
    done = set(JournalLine.objects.filter(actor=carla).values_list("action", flat=True))
    assert {"desk.question_given_back", "desk.handover_withdrawn"} <= done


def test_what_was_answered_already_still_waits_for_the_word_of_the_resident(carla, fatma, joost, held):
    handover = held.handovers.get()
    actions.partner_answers(handover, words="Het raam is hersteld.", by=Actor(label=f"partner:{handover.pk}"))
    held.refresh_from_db()
    asks_on = held.next_on

    partners.retire_professional(fatma, by=by(carla))

    held.refresh_from_db()
    assert (held.holder, held.next_on) == (joost, asks_on)


def test_who_left_by_mistake_works_here_again(sign_in, carla, fatma):
    partners.retire_professional(fatma, by=by(carla))
    browser = sign_in(carla)
    assert at("again", fatma) in browser.get(reverse("partners:faces")).content.decode()

    browser.post(at("again", fatma))

    fatma.refresh_from_db()
    assert fatma.left_on is None


def test_an_account_that_is_taken_off_keeps_nothing_of_what_was_shared(sign_in, client, house, joost, carla, pieter):
    face = Professional.objects.get(user=pieter)
    tie = face.partner.partnerships.get()
    questions = [actions.take_down_question(house, words=f"Vraag {n} over schimmel", by=by(joost)) for n in range(2)]
    for question in questions:
        offer = actions.offer_question(question, partnership=tie, professional=face, fields=["called"], by=by(joost))
        actions.accept_handover(offer.handover, next_step="Bellen", next_on=clock.today(), by=by(pieter))
    still_open, ended = questions
    actions.withdraw_question(Question.objects.get(pk=ended.pk), by=by(pieter))

    sign_in(carla).post(at("take_account", face))
    client.logout()

    face.refresh_from_db()
    still_open.refresh_from_db()
    assert face.user is None
    assert still_open.holder == joost
    for question in questions:
        assert sign_in(pieter).get(reverse("desk:question", args=[question.pk])).status_code == 404


def test_a_face_with_a_new_account_is_asked_in_their_own_list(
    sign_in, question, house, joost, carla, wim, fatma, corporation
):
    partners.give_account(fatma, house=house, user=wim, by=by(carla))

    offer = actions.offer_question(question, partnership=corporation, professional=fatma, by=by(joost))

    assert offer.code is None
    assert "Joost" in sign_in(wim).get(reverse("desk:offered")).content.decode()
