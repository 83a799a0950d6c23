"""Finding out on a phone, and the page of a key person, in a real browser: for everybody to read and touch."""

import pytest

from tests.cast import by
from tests.chromium import MAY_BE_SMALL, PHONE
from wijkhuis.base import clock
from wijkhuis.house.directory.actions import add_key_person
from wijkhuis.house.directory.queries.key_people import key_of
from wijkhuis.house.fieldwork.actions import accept_finding, ask_call, fill_in, give_tip, make_assignment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def field(house, joost, mina, wim, entries):
    made = make_assignment(
        house,
        kind="check",
        title="Kijk of deze tien kloppen",
        explanation="Bel of loop langs.",
        due_on=clock.today(),
        entries=entries,
        done_by=wim,
        by=by(joost),
    )
    first, second, _third = made.findings.select_related("entry")
    accept_finding(fill_in(first, outcome="right", by=by(wim)), became="verified", by=by(joost))
    fill_in(second, outcome="changed", note="Nu op woensdag", by=by(wim))
    call = ask_call(house, words="Oekraïens spreekt en kan klussen", by=by(mina))
    give_tip(call, words="Vraag het bij het taalcafé", by=by(wim))
    facts = {"name": "Halima", "ask_about": "formulieren", "not_about": "geld", "reach": "op dinsdag hier"}
    person = add_key_person(house, {**facts, "languages": ["Arabisch", "Nederlands"]}, agreed=True, by=by(joost))
    return {"assignment": made.pk, "call": call.pk, "key": key_of(person), "person": person.pk}


@pytest.fixture
def go(live_server, page, sign_in):
    def look(address, *, user=None, language="nl"):
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "huis_taal", "value": language, "url": live_server.url}])
        if user:
            cookie = sign_in(user).cookies["huis_sessie"].value
            page.context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])
        page.set_viewport_size(PHONE)
        page.goto(live_server.url + address)
        return page

    return look


def test_everybody_can_use_the_pages_of_the_field(go, accessible, field, joost, wim):
    one = f"/uitzoeken/opdrachten/{field['assignment']}"
    pages = [
        (wim, f"{one}/"),
        (wim, "/uitzoeken/"),
        (joost, "/uitzoeken/"),
        (joost, f"/uitzoeken/ken-jij/{field['call']}/"),
        (joost, "/uitzoeken/opdrachten/nieuw/"),
        (joost, "/uitzoeken/opdrachten/nieuw/?soort=check"),
        (joost, f"{one}/nakijken/"),
        (joost, f"{one}/geleerd/"),
        (joost, f"{one}/papier/"),
        (joost, f"{one}/geleerd/papier/"),
        (joost, "/kaart/sleutelpersonen/"),
        (joost, f"/kaart/sleutelpersonen/{field['person']}/briefje/"),
    ]
    for user, address in pages:
        accessible(go(address, user=user), small_outside=MAY_BE_SMALL)


@pytest.mark.parametrize("language", ["nl", "tr", "ar"])
def test_a_key_person_reads_what_is_kept_in_their_own_language(go, accessible, field, language):
    page = go(f"/gevraagd/{field['key']}/", language=language)

    accessible(page)
    page.get_by_role("button").filter(has=page.locator("small")).last.click()
    accessible(page)
    assert "Halima" not in page.content()


def test_what_somebody_typed_on_a_card_survives_a_lost_page(go, field, wim):
    page = go(f"/uitzoeken/opdrachten/{field['assignment']}/", user=wim)
    note = page.locator("textarea").last

    note.fill("Deur zat dicht")
    page.reload()

    assert page.locator("textarea").last.input_value() == "Deur zat dicht"
