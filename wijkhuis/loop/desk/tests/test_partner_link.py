"""A partner without an account: the link and the code keep opening while there is something to do."""

import re
from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.base.messages.models import Message
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.models import Handover

TOMORROW = (clock.today() + timedelta(days=1)).isoformat()


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


def open_door(client, link, code):
    return client.post(link, {"code": code}, follow=True)


def test_the_link_of_the_first_e_mail_and_of_the_reminder_both_open(client, question, fatma, corporation, ask):
    handover, code, link = ask(fatma, partnership=corporation)

    actions.remind_partner(handover)

    reminded = Message.objects.get(template="desk/handover_reminder").context["link"]
    assert reminded.endswith(link)
    assert "schimmel" in open_door(client, link, code).content.decode()


def test_a_lost_code_is_made_anew_while_the_partner_holds_the_question(
    client, sign_in, question, fatma, corporation, ask, joost
):
    handover, code, link = ask(fatma, partnership=corporation)
    open_door(client, link, code)
    client.post(link, {"answer": "yes", "next_step": "Ik kom kijken", "next_on": TOMORROW})
    # Her link is too old, and her code was wrong too often.
    Handover.objects.update(link_until=clock.now() - timedelta(days=1), code_tries=5)

    browser = sign_in(joost)
    record = browser.get(at("question", question.pk)).content.decode()
    assert at("new_code", handover.pk) in record
    shown = browser.post(at("new_code", handover.pk)).content.decode()
    fresh = re.search(r"<strong>(\d{6})</strong>", shown)[1]
    client.logout()

    assert "schimmel" in open_door(client, link, fresh).content.decode()


def test_no_new_code_when_the_house_holds_it_again(sign_in, client, question, fatma, corporation, ask, joost):
    handover, code, link = ask(fatma, partnership=corporation)
    open_door(client, link, code)
    client.post(link, {"answer": "yes", "next_step": "Ik kom kijken", "next_on": TOMORROW})
    client.post(link, {"answer": "back", "back-words": "Dit is een koopwoning."})
    browser = sign_in(joost)

    assert browser.post(at("new_code", handover.pk)).status_code == 409
    assert at("new_code", handover.pk) not in browser.get(at("question", question.pk)).content.decode()


def test_the_link_lasts_a_month_longer_than_the_day_that_was_planned(client, question, fatma, corporation, ask):
    handover, code, link = ask(fatma, partnership=corporation)
    open_door(client, link, code)
    client.post(link, {"answer": "yes", "next_step": "Ik kom kijken", "next_on": TOMORROW})
    later = clock.today() + timedelta(days=50)

    client.post(link, {"answer": "plan", "plan-next_step": "Na de winter meten", "plan-next_on": later.isoformat()})

    handover.refresh_from_db()
    assert (handover.link_until.date() - later).days >= 30
    client.post(link, {"answer": "note", "note-words": "Het lekt."})
    handover.refresh_from_db()
    assert (handover.link_until.date() - later).days >= 30


def test_what_the_partner_types_waits_while_the_code_is_asked_again(client, question, fatma, corporation, ask):
    handover, code, link = ask(fatma, partnership=corporation)
    yes_no = open_door(client, link, code).content.decode()
    client.post(link, {"answer": "yes", "next_step": "Ik kom kijken", "next_on": TOMORROW})

    page = client.get(link).content.decode()
    saved = client.post(link, {"answer": "note", "note-words": "Het lekt."}, follow=True).content.decode()

    for which in ("yes", "no"):
        assert f'data-draft="{which}-{handover.pk}"' in yes_no
    for which in ("did", "note", "plan", "back"):
        assert f'data-draft="{which}-{handover.pk}"' in page
    assert f"saved:note-{handover.pk}" in saved


def test_five_wrong_codes_close_the_door_until_there_is_a_new_one(
    client, sign_in, question, fatma, corporation, ask, joost
):
    handover, code, link = ask(fatma, partnership=corporation)
    wrong = "000000" if code != "000000" else "111111"
    for _try in range(5):
        assert client.post(link, {"code": wrong}).status_code == 422

    assert client.post(link, {"code": code}).status_code == 422
    assert "schimmel" not in client.get(link).content.decode()
    shown = sign_in(joost).post(at("new_code", handover.pk)).content.decode()
    fresh = re.search(r"<strong>(\d{6})</strong>", shown)[1]
    client.logout()

    assert "schimmel" in open_door(client, link, fresh).content.decode()


def test_a_new_code_closes_a_door_that_stood_open(client, question, fatma, corporation, ask, joost):
    handover, code, link = ask(fatma, partnership=corporation)
    open_door(client, link, code)

    actions.renew_code(handover, by=by(joost))

    assert "schimmel" not in client.get(link).content.decode()


def test_an_old_or_guessed_link_gives_a_kind_page(client, question, fatma, corporation, ask):
    _handover, _code, link = ask(fatma, partnership=corporation)
    Handover.objects.update(link_until=clock.now() - timedelta(days=1))

    old, guessed = client.get(link), client.get("/p/zomaar-iets/")

    assert (old.status_code, guessed.status_code) == (404, 404)
    assert "010 123 45 67" in old.content.decode()
    assert "010 123 45 67" in guessed.content.decode()
    assert "schimmel" not in old.content.decode()


def test_what_is_not_solved_after_a_partner_with_a_link_goes_back_to_who_handed_it_over(
    client, question, fatma, corporation, ask, joost
):
    _handover, code, link = ask(fatma, partnership=corporation)
    open_door(client, link, code)
    client.post(link, {"answer": "yes", "next_step": "Ik kom kijken", "next_on": TOMORROW})
    client.post(link, {"answer": "did", "did-words": "Er is geschilderd."})

    again = actions.answer_follow_up(question, outcome="not", by=RESIDENT)

    assert (again.holder, again.holder_partner) == (joost, None)
    assert again in access.held_questions(joost)
    assert "schimmel" not in client.get(link).content.decode()


def test_what_was_written_is_read_aloud_in_its_own_language(client, question, fatma, corporation, joost):
    question.language = "tr"
    question.save()
    asks = {"partnership": corporation, "professional": fatma, "fields": ("words",), "note": "Wilt u gaan kijken?"}
    actions.offer_question(question, **asks, by=by(joost))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"

    page = client.get(at("mine", question.link_token)).content.decode()

    assert '<html lang="ar" dir="rtl"' in page
    assert '<blockquote class="own-words" lang="tr">Er zit schimmel' in page
    assert '<q dir="auto" lang="nl">Wilt u gaan kijken?</q>' in page
    assert re.search(r'<h3><bdi lang="nl">Fatma', page)


def test_what_was_not_there_does_not_go_along_when_it_is_given_later(client, question, fatma, corporation, ask):
    handover, code, link = ask(fatma, partnership=corporation, fields=("words", "email"))
    question.contact.email = "yilmaz@post.example"
    question.contact.save()

    page = open_door(client, link, code).content.decode()

    assert "schimmel" in page
    assert "yilmaz@post.example" not in page
    assert handover.fields == ["words"]
    assert "uw e-mailadres" not in client.get(at("mine", question.link_token)).content.decode()
