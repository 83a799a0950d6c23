"""Everything that happens at the record of a question, through the pages themselves."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.actions import Address, write_message
from wijkhuis.base.messages.models import Message
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Answer, FollowUp, Opening, Question


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


def test_the_record_tells_the_story_with_the_next_step_on_top(sign_in, joost, question):
    browser = sign_in(joost)

    page = browser.get(at("question", question.pk)).content.decode()

    assert "Er zit schimmel in de slaapkamer" in page
    assert "mevrouw Yılmaz" in page
    assert question.next_step in page
    assert JournalLine.objects.filter(action="desk.question_looked_at", actor=joost, about_id=question.pk).count() == 1


def test_a_colleague_first_says_why_and_sees_nothing_before(sign_in, mina, question):
    browser = sign_in(mina)
    closed = browser.get(at("question", question.pk)).content.decode()

    assert "schimmel" not in closed
    assert "Yılmaz" not in closed
    answer = browser.post(at("question", question.pk), {"why": "stands_in"}, follow=True)

    assert "schimmel" in answer.content.decode()
    assert Opening.objects.get().why == "stands_in"
    assert JournalLine.objects.filter(reason="stands_in", actor=mina).exists()


def test_another_reason_needs_a_word(sign_in, mina, question):
    browser = sign_in(mina)

    refused = browser.post(at("question", question.pk), {"why": "other", "words": ""})

    assert refused.status_code == 422
    assert "schimmel" not in refused.content.decode()
    assert not Opening.objects.exists()


@pytest.mark.parametrize("page", ["note", "answer", "plan", "looked", "forget", "follow_up"])
def test_the_smaller_pages_also_ask_first_why(sign_in, mina, question, page):
    browser = sign_in(mina)

    answer = browser.get(at(page, question.pk))

    assert (answer.status_code, answer.url) == (302, at("question", question.pk))


@pytest.mark.parametrize("page", ["question", "note", "answer", "plan", "pass_on", "answered", "follow_up", "looked"])
def test_for_other_houses_volunteers_and_managers_the_question_does_not_exist(
    sign_in, client, nils, wim, bas, question, page
):
    for stranger in (nils, wim, bas):
        assert sign_in(stranger).get(at(page, question.pk)).status_code == 404
        client.logout()
    assert client.get(at(page, question.pk)).status_code == 302


def test_a_note_a_step_and_an_answer_come_into_the_story(sign_in, joost, question, entries):
    browser = sign_in(joost)
    day = clock.add_working_days(clock.today(), 2)

    browser.post(at("note", question.pk), {"rung": "self", "tried": "zelf gelucht", "missing": "geld voor verf"})
    browser.post(at("plan", question.pk), {"next_step": "Samen bellen", "next_on": day.isoformat()})
    browser.post(at("answer", question.pk), {"words": "", "kind": "information", "thing": f"entry-{entries[2].pk}"})
    page = browser.get(at("question", question.pk)).content.decode()

    assert "zelf gelucht" in page
    assert "geld voor verf" in page
    assert "Samen bellen" in page
    assert "Budgetloket" in page
    assert Answer.objects.get().kind == Answer.Kind.ENTRY


def test_looking_on_the_map_keeps_what_was_typed(sign_in, joost, question, entries):
    browser = sign_in(joost)

    page = browser.post(at("answer", question.pk), {"words": "Loop samen", "look_for": "schulden", "find": "1"})

    assert "Budgetloket" in page.content.decode()
    assert "Loop samen" in page.content.decode()
    assert not Answer.objects.exists()


def test_a_wrong_day_keeps_what_was_typed(sign_in, joost, question):
    browser = sign_in(joost)

    page = browser.post(at("plan", question.pk), {"next_step": "Samen bellen", "next_on": "2020-02-30"})
    past = browser.post(at("plan", question.pk), {"next_step": "Samen bellen", "next_on": "2020-02-03"})

    assert (page.status_code, past.status_code) == (422, 422)
    assert "Samen bellen" in page.content.decode()
    assert "Samen bellen" in past.content.decode()


def test_what_became_of_an_answer_is_said_in_one_tap(sign_in, joost, question):
    answer = actions.give_answer(question, words="Bel de wijkbeheerder.", by=by(joost))
    browser = sign_in(joost)

    assert "wijkbeheerder" in browser.get(at("outcome", question.pk, answer.pk)).content.decode()
    browser.post(at("outcome", question.pk, answer.pk), {"outcome": "helped"})

    answer.refresh_from_db()
    assert answer.outcome == Answer.Outcome.HELPED


def test_a_colleague_takes_over_and_a_click_on_an_old_page_does_not(sign_in, client, carla, mina, joost, question):
    browser = sign_in(carla)
    mark = question.holding_mark

    browser.post(at("take", question.pk), {"seen": mark})
    late = browser.post(at("take", question.pk), {"seen": mark})

    question.refresh_from_db()
    assert question.holder == carla
    assert late.status_code == 409


def test_a_question_is_passed_to_a_colleague_of_the_house_only(sign_in, joost, mina, nils, question):
    browser = sign_in(joost)
    step = {"next_step": "Ga op huisbezoek", "next_on": clock.today().isoformat()}

    refused = browser.post(at("pass_on", question.pk), {"to": nils.pk, **step})
    browser.post(at("pass_on", question.pk), {"to": mina.pk, **step})

    question.refresh_from_db()
    assert refused.status_code == 422
    assert question.holder == mina


def test_answered_asked_by_phone_not_solved_asked_again_solved_and_gives_back(sign_in, joost, question):
    browser = sign_in(joost)
    browser.post(at("answered", question.pk), {"enough_rung": "neighbourhood"})
    assert FollowUp.objects.get().due_on >= clock.today() + timedelta(days=14)

    browser.post(at("follow_up", question.pk), {"outcome": "not", "words": "Het schimmelt nog."})
    question.refresh_from_db()
    assert (question.is_open, question.times_reopened, question.rung) == (True, 1, "own_people")

    assert browser.get(at("gives_back", question.pk)).status_code == 302
    browser.post(at("answered", question.pk))
    asked = browser.post(at("follow_up", question.pk), {"outcome": "solved"})
    assert asked.url == at("gives_back", question.pk)
    browser.post(at("gives_back", question.pk), {"words": "Ik help graag met koken."})

    question.refresh_from_db()
    assert (question.ending, question.gives_back) == (Question.Ending.SOLVED, "Ik help graag met koken.")
    page = browser.get(at("question", question.pk)).content.decode()
    assert "Het schimmelt nog." in page
    assert "Ik help graag met koken." in page


def test_a_solved_question_opens_again_with_one_tap(sign_in, joost, question):
    actions.answer_follow_up(question, outcome="solved", by=by(joost))

    sign_in(joost).post(at("reopen", question.pk))

    question.refresh_from_db()
    assert question.is_open


def test_withdrawing_asks_first(sign_in, joost, question):
    browser = sign_in(joost)

    assert browser.get(at("withdraw", question.pk)).status_code == 200
    question.refresh_from_db()
    assert question.is_open
    browser.post(at("withdraw", question.pk))

    question.refresh_from_db()
    assert question.ending == Question.Ending.WITHDRAWN


def test_the_rung_says_who_does_it_and_not_the_host_who_reads_it(sign_in, joost, question):
    page = sign_in(joost).get(at("question", question.pk)).content.decode()

    assert "zelf doen" in page
    assert "uzelf" not in page


def test_deleting_says_what_goes_and_what_stays_and_then_does_it(sign_in, joost, question):
    browser = sign_in(joost)

    assert browser.get(at("forget", question.pk)).status_code == 200
    browser.post(at("forget", question.pk))

    question.refresh_from_db()
    assert (question.words, question.contact_id) == ("", None)
    assert browser.get(at("question", question.pk)).status_code == 410


def test_who_looked_is_on_a_list(sign_in, joost, mina, question):
    browser = sign_in(mina)
    browser.post(at("question", question.pk), {"why": "was_asked"}, follow=True)

    page = browser.get(at("looked", question.pk)).content.decode()

    assert "Mina, gastvrouw" in page


def test_a_citizen_service_number_is_turned_away_and_the_rest_is_kept(sign_in, joost, question):
    page = sign_in(joost).post(at("note", question.pk), {"words": "Het nummer is 111222333, schrijf op."})

    assert page.status_code == 422
    assert "schrijf op" in page.content.decode()
    assert not question.conversations.exists()


def test_a_long_story_costs_no_more_than_twelve_questions_to_the_database(
    sign_in, joost, question, django_assert_max_num_queries
):
    for number in range(12):
        actions.note_conversation(question, words=f"Gesprek {number}", by=by(joost))
        actions.give_answer(question, words=f"Antwoord {number}", by=by(joost))
    browser = sign_in(joost)
    browser.get(at("question", question.pk))

    with django_assert_max_num_queries(12):
        assert browser.get(at("question", question.pk)).status_code == 200


@pytest.mark.parametrize("name", ["note", "plan", "answer", "pass_on", "answered", "follow_up", "looked", "forget"])
def test_the_smaller_pages_stay_within_twelve_too(
    sign_in, joost, question, entries, name, django_assert_max_num_queries
):
    browser = sign_in(joost)
    browser.get(at("question", question.pk))

    with django_assert_max_num_queries(12):
        assert browser.get(at(name, question.pk)).status_code == 200


def test_a_message_that_did_not_arrive_stands_on_the_record(sign_in, joost, question):
    message = write_message(
        template="desk/handover_answered",
        to=Address("email", "weg@voorbeeld.test"),
        context={"first_name": "Joost", "house": "De Brug", "link": "https://huis.test/"},
        about=question,
        house_id=question.house_id,
    )
    browser = sign_in(joost)
    assert "werkt niet meer" not in browser.get(at("question", question.pk)).content.decode()

    Message.objects.filter(pk=message.pk).update(template="desk/follow_up", failed_at=clock.now())

    assert "werkt niet meer" in browser.get(at("question", question.pk)).content.decode()


def test_a_volunteer_works_with_the_question_he_holds(sign_in, joost, wim, question):
    step = {"next_step": "Koffie drinken", "next_on": clock.today(), "by": by(joost)}
    actions.pass_to_colleague(question, to=wim, **step)
    browser = sign_in(wim)

    browser.post(at("note", question.pk), {"words": "Wij dronken koffie."})

    assert "Wij dronken koffie." in browser.get(at("question", question.pk)).content.decode()
