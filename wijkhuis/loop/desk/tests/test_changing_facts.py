"""What was not known or not right at the desk is mended later, and a link that somebody else has is replaced."""

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.delivery import mark_failed, mark_sent
from wijkhuis.base.messages.models import Message
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import OldLink, Question

FACTS = {"urgency": "normal", "way": "come_by", "language": "nl"}


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


def mend(browser, question, **facts):
    return browser.post(at("facts", question.pk), FACTS | facts, follow=True)


def test_a_name_and_a_number_are_added_later_and_the_journal_says_which_facts(house, joost, sign_in):
    question = actions.take_down_question(house, words="Mijn kraan lekt", by=by(joost))

    mend(sign_in(joost), question, called="Ans", way="phone", phone="0612345678", street="Kade")

    question.refresh_from_db()
    assert (question.contact.called, question.contact.phone) == ("Ans", "0612345678")
    line = JournalLine.objects.get(action="desk.facts_changed", about_id=question.pk)
    assert line.reason == "called, way, phone, street"
    assert "Ans" not in line.reason


def test_a_number_is_mended_and_the_rest_stays(question, joost, sign_in):
    page = sign_in(joost).get(at("facts", question.pk)).content.decode()
    assert "0687654321" in page

    mend(sign_in(joost), question, called="mevrouw Yılmaz", phone="0687654399", street="Kadeweg")

    question.refresh_from_db()
    assert question.contact.phone == "0687654399"
    assert question.contact.called == "mevrouw Yılmaz"
    assert JournalLine.objects.get(action="desk.facts_changed").reason == "phone, neighbourhood"


def test_everything_emptied_is_gone(question, joost, sign_in):
    mend(sign_in(joost), question)

    question.refresh_from_db()
    assert question.contact is None
    assert not ContactWish.objects.exists()


def test_nothing_changed_is_no_line(house, joost, sign_in):
    question = actions.take_down_question(house, words="Mijn kraan lekt", by=by(joost))

    mend(sign_in(joost), question)

    assert not JournalLine.objects.filter(action="desk.facts_changed").exists()


@pytest.mark.parametrize("field", ["called", "phone", "for_whom", "street"])
def test_a_citizen_service_number_is_refused(question, joost, sign_in, field):
    refused = mend(sign_in(joost), question, **{field: "1112.22.333"})

    assert refused.status_code == 422
    assert "burgerservicenummer" in refused.content.decode()
    wish = actions.Wish(**{field: "1112.22.333"})
    with pytest.raises(RuleBroken):
        actions.change_facts(question, wish=wish, urgency="normal", by=by(joost))


def test_a_text_message_still_needs_a_number(question, joost, sign_in):
    assert mend(sign_in(joost), question, way="sms").status_code == 422


def test_now_brings_the_step_to_today_and_shows_whom_to_call(question, joost, sign_in):
    page = mend(sign_in(joost), question, urgency="now").content.decode()

    question.refresh_from_db()
    assert question.next_on == clock.today()
    assert "tel:112" in page


def test_a_colleague_first_says_why_and_a_partner_who_knows_a_part_does_not_get_here(
    question, joost, mina, nils, sign_in
):
    wish = actions.Wish(called="Iemand anders")

    assert sign_in(mina).get(at("facts", question.pk)).url == at("question", question.pk)
    for user in (mina, nils):
        with pytest.raises(NotYours):
            actions.change_facts(question, wish=wish, urgency="normal", by=by(user))


def test_a_message_that_did_not_arrive_is_over_when_there_is_another_address(house, joost, sign_in):
    wish = actions.Wish(called="Selma", way="email", email="oud@post.test")
    question = actions.take_down_question(house, words="Mijn kraan lekt", wish=wish, by=by(joost))
    mark_failed(Message.objects.get(), why="no such mailbox")
    browser = sign_in(joost)
    assert "kwam niet aan" in browser.get(at("question", question.pk)).content.decode()

    page = mend(browser, question, called="Selma", way="email", email="nieuw@post.test").content.decode()

    assert "kwam niet aan" not in page


def test_a_new_link_works_and_the_old_one_says_so_kindly(client, house, joost, sign_in):
    question = actions.take_down_question(house, words="Mijn geheim", by=by(joost))
    old_link, old_code = question.link_token, question.short_code

    page = sign_in(joost).post(at("new_link", question.pk), follow=True).content.decode()

    question.refresh_from_db()
    assert question.short_code[:3] in page
    assert client.get(at("mine", question.link_token)).status_code == 200
    told = client.get(at("mine", old_link))
    assert told.status_code == 404
    assert "nieuwe link" in told.content.decode()
    assert "geheim" not in told.content.decode()
    assert old_link not in OldLink.objects.get().digest
    assert not Question.objects.filter(short_code=old_code).exists()


def test_what_was_forgotten_leaves_no_old_link(house, joost):
    question = actions.take_down_question(house, words="Mijn geheim", by=by(joost))
    actions.renew_link(question, by=by(joost))

    actions.forget_question(question, by=by(joost))

    assert not OldLink.objects.exists()


BY_EMAIL = actions.Wish(called="Selma", way="email", email="oud@post.test")
NEW_ADDRESS = {"called": "Selma", "way": "email", "email": "nieuw@post.test"}


def test_what_waits_when_a_link_is_renewed_goes_out_with_the_new_one(house, joost):
    question = actions.take_down_question(house, words="Mijn kraan lekt", wish=BY_EMAIL, by=by(joost))
    actions.mark_answered(question, by=by(joost))
    old_link, old_code = question.link_token, question.short_code

    renewed = actions.renew_link(question, by=by(joost))

    waiting = {message.template: message.context for message in Message.objects.all()}
    assert set(waiting) == {"desk/link", "desk/answered"}
    assert all(renewed.link_token in context["link"] for context in waiting.values())
    assert waiting["desk/link"]["code"] == renewed.short_code
    assert old_link not in str(waiting)
    assert old_code not in str(waiting)


def test_what_went_out_before_a_link_is_renewed_is_not_sent_again_and_the_host_reads_so(house, joost, sign_in):
    question = actions.take_down_question(house, words="Mijn kraan lekt", wish=BY_EMAIL, by=by(joost))
    mark_sent(Message.objects.get())
    browser = sign_in(joost)
    assert "per e-mail" in browser.get(at("saved", question.pk)).content.decode()

    kept = browser.post(at("new_link", question.pk), follow=True).content.decode()

    assert Message.objects.count() == 1
    assert "per e-mail" not in kept
    assert at("send_link", question.pk) in kept


def test_a_partner_who_is_asked_keeps_their_own_link_when_that_of_the_resident_is_renewed(
    question, fatma, corporation, ask, joost
):
    ask(fatma, partnership=corporation)
    before = set(Message.objects.values_list("pk", "context__link"))

    actions.renew_link(question, by=by(joost))

    assert set(Message.objects.values_list("pk", "context__link")) == before


@pytest.mark.parametrize("arrives", [True, False])
def test_what_waits_or_did_not_arrive_goes_to_the_address_that_is_mended(house, joost, sign_in, arrives):
    question = actions.take_down_question(house, words="Mijn kraan lekt", wish=BY_EMAIL, by=by(joost))
    actions.mark_answered(question, by=by(joost))
    if not arrives:
        for message in Message.objects.all():
            mark_failed(message, why="no such mailbox")

    mend(sign_in(joost), question, **NEW_ADDRESS)
    mend(sign_in(joost), question, **NEW_ADDRESS, street="Kade")

    waiting = Message.objects.filter(sent_at=None, failed_at=None)
    assert sorted(waiting.values_list("template", "to")) == [
        ("desk/answered", "nieuw@post.test"),
        ("desk/link", "nieuw@post.test"),
    ]


def test_news_that_waits_for_somebody_who_now_wants_a_call_is_told_by_phone(house, joost, sign_in):
    question = actions.take_down_question(house, words="Mijn kraan lekt", wish=BY_EMAIL, by=by(joost))
    actions.mark_answered(question, by=by(joost))

    mend(sign_in(joost), question, called="Selma", way="phone", phone="0612345678")

    question.refresh_from_db()
    assert question.to_tell_at
    assert question.next_on == clock.add_working_days(clock.today(), 1)
    assert not Message.objects.exists()
