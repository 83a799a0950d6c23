"""Do you know someone who ...? A line, a tip, and what becomes of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.base.messages.models import Message
from wijkhuis.house.directory.actions import add_key_person, leave_list, set_keeper
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.fieldwork import schedule
from wijkhuis.house.fieldwork.actions import ask_call, close_call, give_tip, tip_becomes_key_person
from wijkhuis.house.fieldwork.models import Call, Tip
from wijkhuis.house.fieldwork.queries import calls_that_wait
from wijkhuis.house.fieldwork.rules import names

TODAY = reverse("fieldwork:today")


@pytest.fixture
def call(house, joost):
    return ask_call(house, words="Oekraïens spreekt en kan klussen", by=by(joost))


@pytest.fixture
def tip(call, mina):
    return give_tip(call, words="Vraag het bij de Repair Bar", by=by(mina))


def at(name, pk):
    return reverse(f"fieldwork:{name}", args=[pk])


def test_a_colleague_asks_in_one_line_and_another_answers_in_one_line(sign_in, joost, mina, house):
    page = sign_in(joost).post(reverse("fieldwork:ask"), {"words": "piano kan stemmen"}, follow=True)
    call = Call.objects.get()
    assert "piano kan stemmen" in page.content.decode()

    list_of_mina = sign_in(mina).get(TODAY).content.decode()
    assert "piano kan stemmen" in list_of_mina
    assert "Uitzoeken (1)" in list_of_mina
    sign_in(mina).post(at("tip", call.pk), {"words": "De buurman van het koor"})
    again = sign_in(mina).post(at("tip", call.pk), {"words": "De buurman van het koor"}, follow=True)

    assert [tip.given_by for tip in Tip.objects.all()] == [mina]
    assert "Uitzoeken (" not in again.content.decode()
    assert not Message.objects.exists()


def test_the_help_text_warns_and_a_citizen_number_is_refused(sign_in, joost, house):
    browser = sign_in(joost)

    assert "burgerservicenummer" in browser.get(reverse("fieldwork:ask")).content.decode()
    refused = browser.post(reverse("fieldwork:ask"), {"words": "111222333 kent"})

    assert refused.status_code == 422
    assert not Call.objects.exists()


def test_houses_that_share_a_neighbourhood_see_each_others_calls_and_others_do_not(
    sign_in, call, nils, other_house, city
):
    assert sign_in(nils).get(at("call", call.pk)).status_code == 404
    with pytest.raises(NotYours):
        give_tip(call, words="Hier", by=by(nils))

    other_house.neighbourhoods.add(city.noorderpoort)

    assert "klussen" in sign_in(nils).get(TODAY).content.decode()
    assert calls_that_wait(nils) == 1


def test_the_asker_closes_it_and_another_host_does_not(sign_in, call, joost, mina):
    assert sign_in(mina).post(at("close_call", call.pk)).status_code == 403
    sign_in(joost).post(at("close_call", call.pk))

    call.refresh_from_db()
    assert call.closed_on == clock.today()
    with pytest.raises(RuleBroken):
        give_tip(call, words="Te laat", by=by(mina))


def test_after_sixty_days_it_closes_by_itself_and_after_a_year_it_is_gone(call, house, joost):
    young = ask_call(house, words="een oven heeft", by=by(joost))
    Call.objects.filter(pk=call.pk).update(asked_at=clock.now() - timedelta(days=60))

    schedule.close_old_calls()

    call.refresh_from_db()
    young.refresh_from_db()
    assert (call.closed_on, young.closed_on) == (clock.today(), None)
    Call.objects.filter(pk=call.pk).update(closed_on=clock.today() - timedelta(days=366))
    schedule.close_old_calls()
    assert list(Call.objects.all()) == [young]


def test_a_tip_becomes_an_entry_once_and_leads_there(sign_in, joost, tip, city):
    browser, address = sign_in(joost), at("tip_to_entry", tip.pk)

    form = browser.get(address).content.decode()
    assert "Vraag het bij de Repair Bar" in form
    facts = {"name": "Repair Bar", "kind": "group", "description": "Samen maken", "neighbourhood": city.noorderpoort.pk}
    browser.post(address, facts)
    browser.post(address, facts)

    tip.refresh_from_db()
    assert [tip.entry.name for _once in Entry.objects.all()] == ["Repair Bar"]
    assert "Repair Bar" in browser.get(at("call", tip.call_id)).content.decode()


def test_a_tip_becomes_a_key_person_with_agreement_only_and_is_then_gone(sign_in, joost, tip):
    Tip.objects.filter(pk=tip.pk).update(words="Oksana van de tweede verdieping")
    browser, address = sign_in(joost), at("tip_to_key_person", tip.pk)
    facts = {
        "name": "Oksana",
        "ask_about": "klussen",
        "reach": "op maandag",
        "agreed_until": clock.today() + timedelta(9),
    }

    assert browser.post(address, facts).status_code == 422
    assert browser.post(address, {**facts, "agreed": "on"}).status_code == 302

    assert KeyPerson.objects.get().name == "Oksana"
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from fieldwork_tip t where t::text ilike %s", ["%oksana%"])
        assert cursor.fetchone()[0] == 0


def test_two_colleagues_who_take_up_the_same_tip_keep_somebody_once(house, tip, joost, mina):
    facts = {"name": "Oksana", "ask_about": "klussen", "reach": "op maandag"}
    seen_by_mina = Tip.objects.get(pk=tip.pk)
    tip_becomes_key_person(tip, facts, house=house, agreed=True, by=by(joost))

    with pytest.raises(RuleBroken):
        tip_becomes_key_person(seen_by_mina, facts, house=house, agreed=True, by=by(mina))

    assert KeyPerson.objects.count() == 1


def test_a_tip_is_taken_away_by_who_gave_it_or_who_asked(sign_in, tip, joost, carla, wim, house):
    assert sign_in(wim).post(at("remove_tip", tip.pk)).status_code == 403
    sign_in(joost).post(at("remove_tip", tip.pk))

    assert not Tip.objects.exists()


def test_the_list_costs_the_same_whatever_the_amount(sign_in, joost, mina, house, django_assert_max_num_queries):
    for number in range(25):
        give_tip(ask_call(house, words=f"vraag {number}", by=by(mina)), words="tip", by=by(joost))
    browser = sign_in(joost)

    with django_assert_max_num_queries(12):
        browser.get(TODAY)
    with django_assert_max_num_queries(12):
        browser.get(at("call", Call.objects.first().pk))


def test_closing_twice_is_closing_once(call, joost):
    close_call(call, by=by(joost))
    close_call(call, by=by(joost))

    assert Call.objects.get().closed_on == clock.today()


def test_who_leaves_the_list_is_in_no_tip_near_their_house_either(house, other_house, call, city, joost, mina, nils):
    far = ask_call(other_house, words="vissen kan", by=by(nils))
    other = give_tip(far, words="Oksana van de haven", by=by(nils))
    for words in ("Bel OKSANA even", "06-1122 3344 weet het", "Mail oksana@post.test", "Vraag het bij de Repair Bar"):
        give_tip(call, words=words, by=by(mina))
    facts = {"name": "Oksana Bondar", "ask_about": "klussen", "reach": "06 11 22 33 44", "send_to": "oksana@post.test"}
    person = add_key_person(house, facts, agreed=True, by=by(joost))

    leave_list(person, by=RESIDENT)

    assert [tip.words for tip in Tip.objects.all()] == [other.words, "Vraag het bij de Repair Bar"]


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("Bel Oksana even", True),
        ("oksana weet het", True),
        ("Vraag Oksana. Zij kent iedereen", True),
        ("Mevrouw Bondar van het koor", True),
        ("mevrouw bondar weet het", True),
        ("Oksana Bondar", True),
        ("Oksana van de Kade 12", True),
        ("Oksana de Boer van nummer 3", False),
        ("Oksana Petrenko", False),
        ("Vraag het bij het bondargebouw", False),
        ("een bondar", False),
    ],
)
def test_a_tip_about_somebody_else_of_the_same_first_name_stays(words, is_named):
    assert names(words, name="Oksana Bondar", reaches=[]) is is_named


def test_who_is_on_the_list_by_a_first_name_only_is_meant_by_every_line_with_it():
    assert names("Oksana de Boer", name="Oksana", reaches=[])
    assert names("Bel mevrouw De Wit", name="Gerda de Wit", reaches=[])
    assert not names("Bel de wit-grijze deur", name="Gerda de Wit", reaches=[])


def test_what_everybody_reads_is_not_the_line_of_a_tip(sign_in, joost, tip):
    Tip.objects.filter(pk=tip.pk).update(words="Oksana van nummer 12 doet dat")

    form = sign_in(joost).get(at("tip_to_entry", tip.pk)).context["form"]

    assert not form["description"].value()


def test_what_a_colleague_keeps_right_waits_on_their_list_and_is_counted(sign_in, joost, call, entries):
    for entry in entries:
        set_keeper(entry, colleague=joost, by=by(joost))
    Entry.objects.filter(pk__in=[entries[0].pk, entries[1].pk]).update(added_on=clock.today() - timedelta(days=300))

    page = sign_in(joost).get(TODAY).content.decode()

    assert "Uitzoeken (2)" in page
    assert "Sorteergroep" in page
    assert "Budgetloket" not in page
