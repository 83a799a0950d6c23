"""What the house mends and tells, and what a resident reads of it, in a real browser: on a phone and at the desk."""

import pytest
from django.urls import reverse

from tests.cast import by
from tests.chromium import PHONE
from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Question

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MAY_BE_SMALL = "p, dd, .nl-skip-link, .facts"


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


def asked(house, joost, words, **wish):
    return actions.take_down_question(house, words=words, wish=actions.Wish(**wish), by=by(joost))


@pytest.fixture
def told(house, joost, entries):
    """Six questions: sent, to tell, added to, opened by added words, opened again, and somebody who gives back."""
    sent = asked(house, joost, "Ik durf mijn post niet te openen", called="Selma", way="email", email="s@post.test")
    call = asked(house, joost, "Wie belt de gemeente?", called="Ans", way="phone", phone="0612345678")
    actions.mark_answered(call, by=by(joost))
    added = asked(house, joost, "De muur is nat", called="mevrouw Yılmaz")
    actions.add_words(added, words="Nu lekt het ook in de keuken", by=RESIDENT)
    thanked = asked(house, joost, "Waar is de bieb?", called="Li")
    actions.answer_follow_up(thanked, outcome="solved", by=RESIDENT)
    actions.add_words(thanked, words="Dank u wel!", by=RESIDENT)
    again = asked(house, joost, "Hulp bij brieven en schulden", called="Ahmed")
    Question.objects.filter(pk=again.pk).update(rung="own_people")
    actions.mark_answered(again, by=by(joost))
    actions.answer_follow_up(again, outcome="not", words="De groep was vol", by=RESIDENT)
    giving = asked(house, joost, "Wie helpt mij met mijn fiets?", called="Henk")
    actions.answer_follow_up(giving, outcome="solved", by=RESIDENT)
    actions.give_back(giving, words="Ik kook graag voor de eettafel", by=RESIDENT)
    return {"sent": sent, "call": call, "added": added, "thanked": thanked, "again": again, "giving": giving}


@pytest.fixture
def look(live_server, page, sign_in, accessible):
    def go(address, *, user=None, language="nl"):
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "huis_taal", "value": language, "url": live_server.url}])
        if user:
            cookie = sign_in(user).cookies["huis_sessie"].value
            page.context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])
        page.set_viewport_size(PHONE)
        page.goto(live_server.url + address)
        accessible(page, small_outside=MAY_BE_SMALL)
        return page

    return go


def test_the_house_mends_tells_and_sends(look, told, joost):
    sent = [at(name, told["sent"].pk) for name in ("saved", "facts", "new_link", "answered")]
    records = [at("question", question.pk) for question in told.values()]
    for address in ("/vragen/mijn/", "/vragen/?lijst=gives-back", *sent, *records):
        look(address, user=joost)

    page = look(at("facts", told["again"].pk), user=joost)
    assert not page.get_by_text("112", exact=True).is_visible()
    page.get_by_role("radio", name="Nu", exact=True).check()
    assert page.get_by_text("112", exact=True).is_visible()
    page.get_by_role("button", name="Gegevens opslaan").click()
    assert page.get_by_text("112", exact=True).is_visible()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_resident_reads_where_the_link_went(look, told, language):
    look(at("mine_saved", told["sent"].link_token), language=language)
    look(at("mine", told["thanked"].link_token), language=language)


def test_who_has_an_old_link_reads_that_there_is_a_new_one(live_server, browser, accessible, told, joost):
    old = told["again"].link_token
    actions.renew_link(told["again"], by=by(joost))

    # A page of its own: the browser notes in its console that a page is not there.
    page = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()
    page.goto(live_server.url + at("mine", old))

    accessible(page)
    assert page.get_by_role("heading", name="nieuwe link").is_visible()
    page.context.close()
