"""The warm handover through the pages: it stays with the sender until the other side says yes."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.delivery import mark_sent
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.writing import put_into_words
from wijkhuis.house.directory.actions import add_key_person
from wijkhuis.house.partners.models import Professional
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Answer, Handover

TOMORROW = (clock.today() + timedelta(days=1)).isoformat()


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


@pytest.fixture
def buurtteam(pieter):
    return pieter_at(pieter).partner.partnerships.get()


def pieter_at(user):
    return Professional.objects.get(user=user)


def open_door(client, link, code):
    return client.post(link, {"code": code}, follow=True)


def test_who_asks_sees_who_knows_about_it_and_who_is_here(sign_in, joost, question, fatma, pieter):
    page = sign_in(joost).get(at("hand_over", question.pk)).content.decode()

    assert page.index("Fatma") < page.index("Pieter")
    assert "wijkbeheerder" in page


def test_only_the_words_go_along_unless_somebody_chooses_more(sign_in, joost, question, fatma):
    browser = sign_in(joost)
    address = at("hand_over", question.pk) + f"?aan=p{fatma.pk}"
    page = browser.get(address).content.decode()
    preview = page[page.index("preview") :]
    assert "schimmel" in preview
    assert "0687654321" not in page

    more = browser.post(address, {"fields_along": ["words", "phone"], "preview": "1"}).content.decode()
    assert "0687654321" in more
    assert not Handover.objects.exists()
    part = browser.post(address, {"fields_along": ["called"]}, headers={"HX-Request": "true"}).content.decode()
    assert "mevrouw Yılmaz" in part
    assert "schimmel" not in part
    assert "<html" not in part


def test_the_code_is_shown_once_and_the_message_says_nothing(sign_in, joost, question, fatma):
    browser = sign_in(joost)
    address = at("hand_over", question.pk) + f"?aan=p{fatma.pk}"

    sent = browser.post(address, {"fields_along": ["words"], "note": "Kunt u kijken?", "send": "1"}).content.decode()
    code = re.search(r"<strong>(\d{6})</strong>", sent)[1]
    record = browser.get(at("question", question.pk)).content.decode()

    message = Message.objects.get(channel="email")
    assert code not in record
    assert "schimmel" not in str(message.context)
    assert "Yılmaz" not in str(message.context)
    assert message.to == "fatma@woonstad.test"
    assert Handover.objects.get().fields == ["words"]
    question.refresh_from_db()
    assert question.holder == joost


def test_by_link_fatma_reads_only_what_was_shared_and_says_yes(client, question, fatma, corporation, ask, joost):
    actions.note_conversation(question, words="Zij is bang voor de verhuurder.", by=by(joost))
    handover, code, link = ask(fatma, partnership=corporation)

    door = client.get(link).content.decode()
    assert "schimmel" not in door
    inside = open_door(client, link, code).content.decode()
    assert "schimmel" in inside
    for hidden in ("Yılmaz", "0687654321", "Kadeweg", "bang voor"):
        assert hidden not in inside
    client.post(link, {"answer": "yes", "next_step": "Ik kom kijken", "next_on": TOMORROW})

    question.refresh_from_db()
    assert (question.holder_partner, question.holder, question.next_step) == (fatma, None, "Ik kom kijken")
    assert JournalLine.objects.filter(action="desk.handover_read", actor_label=f"partner:{handover.pk}").exists()


def test_after_yes_fatma_notes_plans_and_answers(client, question, fatma, corporation, ask):
    _handover, code, link = ask(fatma, partnership=corporation)
    open_door(client, link, code)
    client.post(link, {"answer": "yes", "next_step": "Ik kom kijken", "next_on": TOMORROW})

    client.post(link, {"answer": "note", "note-words": "Het lekt bij het raam."})
    client.post(link, {"answer": "plan", "plan-next_step": "Timmerman bellen", "plan-next_on": TOMORROW})
    thanks = client.post(link, {"answer": "did", "did-words": "Het raam is hersteld."})

    question.refresh_from_db()
    assert thanks.status_code == 200
    assert question.conversations.get().words == "Het lekt bij het raam."
    assert question.answers.get().given_by_partner == fatma
    assert question.answered_at is not None


def test_fatma_gives_it_back_and_sees_nothing_more(client, question, fatma, corporation, ask, joost):
    _handover, code, link = ask(fatma, partnership=corporation)
    open_door(client, link, code)
    client.post(link, {"answer": "yes", "next_step": "Ik kom kijken", "next_on": TOMORROW})

    client.post(link, {"answer": "back", "back-words": "Dit is een koopwoning."})

    question.refresh_from_db()
    assert question.holder == joost
    assert client.get(link).status_code == 404


def test_a_no_needs_a_reason_and_comes_back_with_a_tip(client, sign_in, question, fatma, corporation, ask, joost):
    _handover, code, link = ask(fatma, partnership=corporation)
    open_door(client, link, code)

    refused = client.post(link, {"answer": "no", "reason": "", "suggestion": "Vraag de gemeente"})
    assert refused.status_code == 422
    assert "Vraag de gemeente" in refused.content.decode()
    client.post(link, {"answer": "no", "reason": "Wij verhuren daar niet.", "suggestion": "Vraag de gemeente"})
    page = sign_in(joost).get(at("question", question.pk)).content.decode()

    question.refresh_from_db()
    assert question.holder == joost
    assert "Wij verhuren daar niet." in page
    assert "Vraag de gemeente" in page
    assert Message.objects.filter(template="desk/handover_answered", to=joost.email).exists()


def test_for_a_function_somebody_says_who_of_them_it_is(client, question, fatma, corporation, ask):
    _handover, code, link = ask(partnership=corporation, function="wijkbeheerder")
    open_door(client, link, code)
    step = {"answer": "yes", "next_step": "Ik kom kijken", "next_on": TOMORROW}

    assert client.post(link, step).status_code == 422
    client.post(link, {**step, "professional": fatma.pk})

    question.refresh_from_db()
    assert question.holder_partner == fatma


def test_the_code_goes_by_text_message_where_the_house_sends_those(
    sign_in, settings, question, fatma, corporation, ask, joost
):
    settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATES = "sleutel", {"sms": "s", "email": "e", "letter": ""}

    handover, code, link = ask(fatma, partnership=corporation)

    text, mail = Message.objects.get(channel="sms"), Message.objects.get(channel="email")
    assert (text.to, text.context["code"]) == ("+31612345678", code)
    assert code in put_into_words(text).body
    assert link not in str(text.context)
    assert code not in str(mail.context)
    mark_sent(text)
    text.refresh_from_db()
    assert "code" not in text.context
    shown = sign_in(joost).post(at("new_code", handover.pk)).content.decode()
    assert "krijgt deze code per sms" in shown


@pytest.mark.parametrize(("phone", "sends"), [("0612345678", False), ("010 123 45 67", True), ("", True)])
def test_without_a_mobile_number_or_text_messages_somebody_reads_the_code_out(
    sign_in, settings, question, fatma, corporation, ask, joost, phone, sends
):
    settings.NOTIFY_API_KEY = "sleutel" if sends else ""
    fatma.phone = phone
    fatma.save()

    handover, _code, _link = ask(fatma, partnership=corporation)

    assert not Message.objects.filter(channel="sms").exists()
    assert "lees deze code voor" in sign_in(joost).post(at("new_code", handover.pk)).content.decode()


def test_the_code_of_one_handover_does_not_open_another(client, house, question, fatma, corporation, ask, joost):
    other = actions.take_down_question(house, words="Mijn buurman schreeuwt elke nacht.", by=by(joost))
    _first, code, link = ask(fatma, partnership=corporation)
    second, _code, other_link = ask(fatma, partnership=corporation, about=other)
    open_door(client, link, code)

    page = client.get(other_link)

    assert "schreeuwt" not in page.content.decode()
    assert client.post(other_link, {"answer": "yes", "next_step": "x", "next_on": TOMORROW}).status_code == 200
    second.refresh_from_db()
    assert second.is_open


def test_who_would_carry_more_than_their_limit_reads_it_before_saying_yes(
    sign_in, house, joost, question, pieter, buurtteam, ask
):
    mine = actions.take_down_question(house, words="Mijn lamp is stuk.", by=by(pieter))
    Role.objects.filter(user=pieter).update(limit=1)
    handover, _code, _link = ask(pieter_at(pieter), partnership=buurtteam)
    browser = sign_in(pieter)

    assert "uw grens is 1" in browser.get(at("handover", handover.pk)).content.decode()
    Role.objects.filter(user=pieter).update(limit=2)
    assert "uw grens is" not in browser.get(at("handover", handover.pk)).content.decode().split("<main")[1]
    assert mine.is_open


def test_what_nobody_answers_comes_back_to_the_sender(client, sign_in, question, fatma, corporation, ask, joost):
    _handover, _code, link = ask(fatma, partnership=corporation)
    Handover.objects.update(answer_by=clock.today() - timedelta(days=1))

    actions.return_overdue(Handover.objects.get())

    question.refresh_from_db()
    assert (question.holder, question.next_on) == (joost, clock.today())
    assert "Fatma" in sign_in(joost).get(at("question", question.pk)).content.decode()
    assert client.get(link).status_code == 404


def test_pieter_with_an_account_reads_what_was_shared_and_says_yes(sign_in, question, pieter, buurtteam, ask):
    actions.note_conversation(question, words="Zij is bang voor de verhuurder.", by=by(question.holder))
    handover, code, _link = ask(pieter_at(pieter), partnership=buurtteam, fields=("words", "called"))
    browser = sign_in(pieter)

    assert code is None
    assert browser.get(at("question", question.pk)).status_code == 404
    assert "Joost" in browser.get(at("offered")).content.decode()
    page = browser.get(at("handover", handover.pk)).content.decode()
    assert "mevrouw Yılmaz" in page
    assert "0687654321" not in page
    accepted = browser.post(
        at("handover", handover.pk), {"answer": "yes", "next_step": "Ik bel", "next_on": TOMORROW}, follow=True
    ).content.decode()

    question.refresh_from_db()
    assert question.holder == pieter
    assert "schimmel" in accepted
    assert "0687654321" not in accepted
    assert "bang voor" not in accepted


def test_what_pieter_was_not_told_is_on_none_of_his_pages(sign_in, question, pieter, buurtteam, ask, joost):
    household = {"called": "familie Kade", "agreed_with": "beide", "agreed_on": clock.today(), "coordinator": joost}
    actions.start_household(question, **household, by=by(joost))
    actions.note_conversation(question, words="Zij is bang voor de verhuurder.", by=by(joost))
    handover, _code, _link = ask(pieter_at(pieter), partnership=buurtteam, fields=("words",))
    actions.accept_handover(handover, next_step="Ik bel", next_on=clock.today(), by=by(pieter))
    browser = sign_in(pieter)

    for name in ("question", "note", "answer", "plan", "pass_on", "answered", "follow_up", "looked", "hand_over"):
        page = browser.get(at(name, question.pk)).content.decode()
        for hidden in ("Yılmaz", "0687654321", "Kadeweg", "bang voor", "familie Kade"):
            assert hidden not in page, name


def test_pieter_hands_on_no_more_than_he_knows(sign_in, question, pieter, buurtteam, ask, fatma):
    handover, _code, _link = ask(pieter_at(pieter), partnership=buurtteam, fields=("words",))
    actions.accept_handover(handover, next_step="Ik bel", next_on=clock.today(), by=by(pieter))
    browser = sign_in(pieter)
    address = at("hand_over", question.pk) + f"?aan=p{fatma.pk}"

    page = browser.post(address, {"fields_along": ["words", "phone"], "preview": "1"}).content.decode()
    refused = browser.post(address, {"fields_along": ["words", "phone"], "send": "1"})

    assert "0687654321" not in page
    assert refused.status_code == 422
    assert Handover.objects.count() == 1


def test_pieter_says_no_and_it_is_off_his_list(sign_in, question, pieter, buurtteam, ask, joost):
    handover, _code, _link = ask(pieter_at(pieter), partnership=buurtteam)
    browser = sign_in(pieter)

    browser.post(at("handover", handover.pk), {"answer": "no", "reason": "Ik ben met vakantie."})

    question.refresh_from_db()
    assert question.holder == joost
    assert "Joost" not in browser.get(at("offered")).content.decode()


def test_the_sender_takes_it_back(sign_in, client, question, fatma, corporation, ask, joost):
    handover, _code, link = ask(fatma, partnership=corporation)

    sign_in(joost).post(at("take_back", handover.pk))
    client.logout()

    assert client.get(link).status_code == 404
    handover.refresh_from_db()
    assert handover.ending == Handover.Ending.WITHDRAWN


def test_strangers_find_no_handover(sign_in, client, question, fatma, corporation, ask, nils, wim, bas, pieter):
    handover, _code, _link = ask(fatma, partnership=corporation)
    for stranger in (nils, wim, bas, pieter):
        browser = sign_in(stranger)
        assert browser.get(at("handover", handover.pk)).status_code == 404
        assert browser.post(at("take_back", handover.pk)).status_code == 404
        assert browser.post(at("new_code", handover.pk)).status_code == 404
        client.logout()
    assert client.get(at("handover", handover.pk)).status_code == 302
    handover.refresh_from_db()
    assert handover.is_open


def test_handover_pages_stay_within_twelve_questions_to_the_database(
    sign_in, client, question, fatma, pieter, corporation, ask, joost, django_assert_max_num_queries
):
    browser = sign_in(joost)
    browser.get("/overdracht/")
    with django_assert_max_num_queries(12):
        browser.get(at("hand_over", question.pk))
    with django_assert_max_num_queries(12):
        browser.get(at("hand_over", question.pk) + f"?aan=p{fatma.pk}")
    _handover, code, link = ask(fatma, partnership=corporation, fields=("words", "called", "story"))
    client.logout()
    open_door(client, link, code)
    with django_assert_max_num_queries(12):
        client.get(link)


def test_the_record_of_a_professional_stays_within_twelve_too(
    sign_in, question, pieter, buurtteam, ask, django_assert_max_num_queries
):
    handover, _code, _link = ask(pieter_at(pieter), partnership=buurtteam)
    actions.accept_handover(handover, next_step="Ik bel", next_on=clock.today(), by=by(pieter))
    browser = sign_in(pieter)
    browser.get(at("question", question.pk))

    with django_assert_max_num_queries(12):
        assert browser.get(at("question", question.pk)).status_code == 200


def test_who_of_the_key_people_was_named_is_read_by_the_house_only(
    client, sign_in, joost, house, pieter, question, buurtteam, ask
):
    facts = {"name": "Moustafa", "ask_about": "schimmel", "reach": "aan de balie"}
    moustafa = add_key_person(house, facts, agreed=True, by=by(joost))
    actions.give_answer(question, key_person=moustafa, kind=Answer.Kind.NEIGHBOUR, by=by(joost))
    handover, _code, _link = ask(pieter_at(pieter), partnership=buurtteam, fields=("words", "story"))
    actions.accept_handover(handover, next_step="Ik bel", next_on=clock.today(), by=by(pieter))

    for reader, reads in ((joost, True), (pieter, False)):
        page = sign_in(reader).get(at("question", question.pk)).content.decode()
        assert ("Moustafa" in page) == reads
    client.logout()
    own = client.get(f"/mijn/{question.link_token}/").content.decode()
    assert "Moustafa" not in own
    assert "Iemand in de buurt. Het huis weet wie." in own
