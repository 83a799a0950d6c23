"""What the house mends and tells, and what a resident reads of it, in a real browser: on a phone and at the desk."""

import os

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Question

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
OUT = os.environ.get("HUIS_PICTURES", "")
SMALL_TARGETS = """[...document.querySelectorAll('a, button, select, summary')]
  .filter(e => !e.closest('p, dd, .nl-skip-link, .facts') && e.offsetHeight && e.offsetHeight < 44)
  .map(e => e.textContent.trim())"""


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
    def go(address, *, name, user=None, size=PHONE, language="nl"):
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "huis_taal", "value": language, "url": live_server.url}])
        if user:
            cookie = sign_in(user).cookies["huis_sessie"].value
            page.context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])
        page.set_viewport_size(size)
        page.goto(live_server.url + address)
        if OUT:
            page.screenshot(path=f"{OUT}/{name}-{language}-{size['width']}.png", full_page=True)
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.evaluate(SMALL_TARGETS) == [], address
        return page

    return go


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_house_mends_tells_and_sends(look, told, joost, size):
    pages = {
        "lists": "/vragen/mijn/",
        "giving": "/vragen/?lijst=gives-back",
        "saved": at("saved", told["sent"].pk),
        "facts": at("facts", told["sent"].pk),
        "new-link": at("new_link", told["sent"].pk),
        "answered": at("answered", told["sent"].pk),
        **{f"record-{name}": at("question", question.pk) for name, question in told.items()},
    }
    for name, address in pages.items():
        page = look(address, name=name, user=joost, size=size)

    page = look(at("facts", told["again"].pk), name="facts-again", user=joost, size=size)
    assert not page.get_by_text("112", exact=True).is_visible()
    page.get_by_role("radio", name="Nu", exact=True).check()
    assert page.get_by_text("112", exact=True).is_visible()
    page.get_by_role("button", name="Gegevens opslaan").click()
    assert page.get_by_text("112", exact=True).is_visible()
    if OUT:
        page.screenshot(path=f"{OUT}/record-now-{size['width']}.png", full_page=True)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_resident_reads_where_the_link_went(look, told, language, size):
    look(at("mine_saved", told["sent"].link_token), name="mine-saved", size=size, language=language)
    look(at("mine", told["thanked"].link_token), name="mine", size=size, language=language)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_who_has_an_old_link_reads_that_there_is_a_new_one(live_server, browser, accessible, told, joost, size):
    old = told["again"].link_token
    actions.renew_link(told["again"], by=by(joost))

    # A page of its own: the browser notes in its console that a page is not there.
    page = browser.new_context(viewport=size, locale="nl-NL").new_page()
    page.goto(live_server.url + at("mine", old))

    accessible(page)
    assert page.get_by_role("heading", name="nieuwe link").is_visible()
    if OUT:
        page.screenshot(path=f"{OUT}/old-link-{size['width']}.png", full_page=True)
    page.context.close()
