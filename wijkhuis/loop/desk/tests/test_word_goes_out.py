"""Somebody who wants to hear back hears: the link at once, and later that there is news. Never what it is about."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.base.messages.actions import send_at_once
from wijkhuis.base.messages.delivery import mark_failed
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.writing import put_into_words
from wijkhuis.loop.desk.actions import (
    Wish,
    answer_follow_up,
    ask_once,
    end_without_word,
    keep_talk,
    mark_answered,
    mark_told,
    offer_question,
    partner_answers,
    take_down_question,
)
from wijkhuis.loop.desk.actions.handover import accept_handover
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.lists import as_rows
from wijkhuis.loop.desk.views.rows import rows

BY_EMAIL = Wish(called="Selma", way="email", email="selma@post.test", language="tr")
BY_SMS = Wish(called="Ali", way="sms", phone="0612345678")
BY_PHONE = Wish(called="Ans", way="phone", phone="0612345678")


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


def messages(template):
    return Message.objects.filter(template=template)


@pytest.mark.parametrize(("wish", "channel"), [(BY_EMAIL, "email"), (BY_SMS, "sms")])
def test_the_link_and_the_code_go_out_when_a_question_is_kept(house, joost, wish, channel):
    question = take_down_question(house, words="Ik durf een brief niet te openen", wish=wish, by=by(joost))

    message = messages("desk/link").get()
    assert message.channel == channel
    assert question.link_token in message.context["link"]
    assert message.context["code"] == question.short_code
    text = put_into_words(message).body
    assert question.short_code in text
    assert "brief" not in text


@pytest.mark.parametrize("wish", [None, Wish(called="Ans"), BY_PHONE, Wish(way="none")])
def test_nothing_goes_out_to_who_did_not_ask_for_a_message(house, joost, wish):
    take_down_question(house, words="Mijn kraan lekt", wish=wish, by=by(joost))

    assert not Message.objects.exists()


def test_the_same_form_sent_twice_sends_the_link_once(house, joost):
    for _again in range(2):
        keep_talk(house, words="Mijn kraan lekt", by=by(joost), notes={}, given=[], once="form-1", wish=BY_SMS)
        ask_once(house, words="Wie helpt mij?", by=RESIDENT, once="form-2", wish=BY_EMAIL)

    assert Question.objects.count() == 2
    assert messages("desk/link").count() == 2


def test_the_host_sees_that_the_link_was_sent_and_may_send_it_again_a_few_times(house, joost, sign_in):
    question = take_down_question(house, words="Mijn kraan lekt", wish=BY_EMAIL, by=by(joost))
    browser = sign_in(joost)
    assert "per e-mail" in browser.get(at("saved", question.pk)).content.decode()

    for _try in range(4):
        page = browser.post(at("send_link", question.pk), follow=True).content.decode()

    assert messages("desk/link").count() == 3
    assert "al een paar keer" in page


def test_a_link_that_did_not_arrive_is_said_on_the_spot(house, joost, sign_in):
    question = take_down_question(house, words="Mijn kraan lekt", wish=BY_EMAIL, by=by(joost))
    mark_failed(messages("desk/link").get(), why="no such mailbox")

    page = sign_in(joost).get(at("saved", question.pk)).content.decode()

    assert at("facts", question.pk) in page


@pytest.mark.parametrize("wish", [BY_EMAIL, BY_SMS])
def test_news_goes_out_once_when_a_question_is_answered(house, joost, wish):
    question = take_down_question(house, words="Wie helpt mij met een brief?", wish=wish, by=by(joost))

    mark_answered(question, by=by(joost))
    mark_answered(question, by=by(joost))

    message = messages("desk/answered").get()
    assert "brief" not in put_into_words(message).body
    question.refresh_from_db()
    assert question.to_tell_at is None


def test_a_question_answered_anew_is_news_again(house, joost):
    question = take_down_question(house, words="Wie helpt mij?", wish=BY_SMS, by=by(joost))
    mark_answered(question, by=by(joost))
    answer_follow_up(question, outcome="not", by=RESIDENT)

    mark_answered(question, by=by(joost))

    assert messages("desk/answered").count() == 2


def test_who_heard_the_answer_already_gets_no_message(house, joost):
    question = take_down_question(house, words="Wie helpt mij?", wish=BY_SMS, by=by(joost))

    mark_answered(question, has_heard=True, by=by(joost))

    assert not messages("desk/answered").exists()


def test_the_answer_of_a_partner_is_news_too(house, joost, corporation, fatma):
    question = take_down_question(house, words="Er zit schimmel", wish=BY_EMAIL, by=by(joost))
    offer = offer_question(question, partnership=corporation, professional=fatma, by=by(joost))
    partner = Actor(label=f"partner:{offer.handover.pk}")
    accept_handover(offer.handover, next_step="Komt kijken", next_on=clock.today(), by=partner)
    offer.handover.refresh_from_db()

    partner_answers(offer.handover, words="De muur is gemaakt", by=partner)

    assert messages("desk/answered").count() == 1


def test_the_news_is_in_the_language_of_the_resident(house, joost):
    question = take_down_question(house, words="Mektup", wish=BY_EMAIL, by=by(joost))
    mark_answered(question, by=by(joost))

    message = messages("desk/answered").get()
    send_at_once(message)

    assert message.language == "tr"


def test_who_wants_a_call_is_called_on_the_next_working_day_and_then_asked_as_planned(house, joost, sign_in):
    question = take_down_question(house, words="Wie helpt mij?", wish=BY_PHONE, by=by(joost))
    follow_up = mark_answered(question, by=by(joost))
    question.refresh_from_db()
    assert question.next_on == clock.add_working_days(clock.today(), 1)
    listed = as_rows(Question.objects.filter(pk=question.pk))
    assert "vertellen" in rows(listed, user=joost, on=clock.today(), names_holder=False)[0]["mark_words"]
    browser = sign_in(joost)
    assert "0612345678" in browser.get(at("question", question.pk)).content.decode()

    browser.post(at("told", question.pk))

    question.refresh_from_db()
    assert (question.to_tell_at, question.next_on) == (None, follow_up.due_on)


def test_who_comes_by_is_told_when_they_come_by(house, joost):
    question = take_down_question(house, words="Wie helpt mij?", by=by(joost))
    follow_up = mark_answered(question, by=by(joost))

    question.refresh_from_db()
    assert question.to_tell_at
    assert question.next_on == follow_up.due_on
    mark_told(question, by=by(joost))


def test_who_does_not_want_to_hear_back_is_nobodys_task(house, joost):
    question = take_down_question(house, words="Wie helpt mij?", wish=Wish(way="none"), by=by(joost))

    mark_answered(question, by=by(joost))

    question.refresh_from_db()
    assert question.to_tell_at is None


def test_where_no_text_messages_go_out_nobody_is_promised_one_and_somebody_calls(house, joost, sign_in, settings):
    settings.NOTIFY_API_KEY = ""
    question = take_down_question(house, words="Wie helpt mij?", wish=BY_SMS, by=by(joost))
    browser = sign_in(joost)
    assert at("send_link", question.pk) not in browser.get(at("saved", question.pk)).content.decode()
    assert "Iemand vertelt het" in browser.get(at("answered", question.pk)).content.decode()

    follow_up = mark_answered(question, by=by(joost))

    assert not Message.objects.exists()
    question.refresh_from_db()
    assert question.to_tell_at
    assert question.next_on == clock.add_working_days(clock.today(), 1)
    with pytest.raises(RuleBroken, match="bellen"):
        end_without_word(follow_up, on=follow_up.due_on + timedelta(days=60))
