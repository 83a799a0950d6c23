"""The map on the screen: for everybody, for who keeps it, and for nobody else."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.directory.actions import add_key_person, index_entries
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.directory.views import map as map_views

LIST, ADD = (reverse(f"directory:{name}") for name in ("entries", "add"))
KEY_PEOPLE = reverse("directory:key_people")
FACTS = {"name": "Naaicafé", "kind": "group", "topics": "naaien, koffie", "description": "Samen kleding maken."}


def test_a_visitor_sees_the_map_and_finds_in_own_words(client, entries):
    everything = client.get(LIST).content.decode()
    found = client.post(LIST, {"q": "ik heb schulden"}).content.decode()

    assert all(entry.name in everything for entry in entries)
    assert "Budgetloket" in found
    assert "Eettafel" not in found


def test_a_visitor_keeps_the_house_they_came_from(client, entries, house, other_house):
    page = client.post(LIST, {"huis": "de-haven", "q": "schulden"}).content.decode()

    assert "De Haven" in page
    assert "010 123 45 67" in page
    assert f"{reverse('directory:entry', args=[entries[2].pk])}?huis=de-haven" in page
    assert client.get(LIST, {"huis": "\x00"}).status_code == 200


def test_what_costs_work_is_limited_for_programs(client, entries):
    points = [client.get(reverse("directory:points")).status_code for _time in range(121)]
    sitemap = [client.get(reverse("home:sitemap")).status_code for _time in range(11)]

    assert (points[-2:], sitemap[-2:]) == ([200, 429], [200, 429])


def test_while_typing_only_the_answers_come_back(client, entries):
    answer = client.post(LIST, {"q": "eten"}, headers={"HX-Request": "true", "HX-Target": "found"}).content.decode()

    assert "Eettafel De Brug" in answer
    assert "<html" not in answer


def test_a_program_that_searches_on_and_on_waits_and_a_colleague_does_not(client, sign_in, joost, entries, monkeypatch):
    monkeypatch.setattr(map_views, "LOOKS_A_MINUTE", 2)
    answers = [client.post(LIST, {"q": f"eten {number}"}).status_code for number in range(3)]
    colleague = sign_in(joost)

    assert answers == [200, 200, 429]
    assert {colleague.post(LIST, {"q": f"eten {number}"}).status_code for number in range(4)} == {200}


@pytest.mark.parametrize("said", ["\x00", "😀", "x" * 3000, "'; --"])
def test_strange_words_give_a_kind_page(client, entries, said):
    assert client.post(LIST, {"q": said}, follow=True).status_code == 200


def test_a_visitor_opens_an_entry_but_not_one_that_is_off_the_map(client, entries, sign_in, joost):
    Entry.objects.filter(pk=entries[0].pk).update(is_published=False)

    assert client.get(reverse("directory:entry", args=[entries[1].pk])).status_code == 200
    assert client.get(reverse("directory:entry", args=[entries[0].pk])).status_code == 404
    assert entries[0].name not in client.get(LIST).content.decode()
    assert sign_in(joost).get(reverse("directory:entry", args=[entries[0].pk])).status_code == 200


def test_a_host_adds_and_corrects_an_entry_and_it_is_found(sign_in, joost, city):
    browser = sign_in(joost)

    browser.post(ADD, FACTS)
    made = Entry.objects.get()
    browser.post(reverse("directory:change", args=[made.pk]), {**FACTS, "name": "Naaiatelier"})

    made.refresh_from_db()
    assert (made.name, made.topics) == ("Naaiatelier", ["naaien", "koffie"])
    assert "Naaiatelier" in browser.post(LIST, {"q": "iets met naaien"}).content.decode()
    acts = JournalLine.objects.filter(about_kind="entry").order_by("pk").values_list("action", "actor")
    assert list(acts) == [("directory.entry_added", joost.pk), ("directory.entry_changed", joost.pk)]


def test_a_wrong_entry_keeps_what_was_typed(sign_in, joost, city):
    answer = sign_in(joost).post(ADD, {**FACTS, "description": "BSN 111222333", "email": "geen adres"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "geen adres" in page
    assert "Naaicafé" in page
    assert not Entry.objects.exists()


def test_a_coordinator_takes_an_entry_off_the_map_and_a_host_does_not(sign_in, joost, carla, entries):
    address = reverse("directory:show", args=[entries[0].pk])

    assert sign_in(joost).post(address).status_code == 403
    sign_in(carla).post(address)

    assert not Entry.objects.get(pk=entries[0].pk).is_published


@pytest.mark.parametrize("name", ["stef", "visitor"])
def test_who_works_in_no_house_keeps_no_map(request, client, sign_in, entries, name):
    browser = client if name == "visitor" else sign_in(request.getfixturevalue(name))
    pages = [ADD, KEY_PEOPLE, reverse("directory:change", args=[entries[0].pk])]

    assert {browser.get(page).status_code for page in pages} <= {302, 403, 404}
    assert browser.post(ADD, FACTS).status_code in (302, 403)
    assert Entry.objects.count() == 3


def test_the_list_costs_the_same_whatever_the_amount(sign_in, joost, city, django_assert_max_num_queries):
    Entry.objects.bulk_create(Entry(name=f"Plek {number}", neighbourhood=city.noorderpoort) for number in range(200))
    browser = sign_in(joost)

    with django_assert_max_num_queries(12):
        browser.get(LIST)


@pytest.fixture
def halima(house, carla):
    facts = {"name": "Halima", "ask_about": "formulieren", "reach": "komt op dinsdag", "languages": ["Arabisch"]}
    return add_key_person(house, facts, agreed=True, by=by(carla))


def test_key_people_are_seen_in_their_own_house_and_every_look_is_written_down(sign_in, halima, joost, nils, ada):
    assert "Halima" in sign_in(joost).get(KEY_PEOPLE).content.decode()
    assert "Halima" not in sign_in(nils).get(KEY_PEOPLE).content.decode()
    assert sign_in(ada).get(KEY_PEOPLE).status_code == 403

    lines = JournalLine.objects.filter(action="directory.key_person_seen", about_id=halima.pk)
    assert [line.actor for line in lines] == [joost]


def test_a_key_person_is_added_only_with_agreement_and_for_a_year_at_most(sign_in, house, joost):
    facts = {"name": "Omar", "ask_about": "voetbal", "reach": "bel 06", "agreed_until": clock.today() + timedelta(90)}
    address = reverse("directory:add_key_person")

    assert sign_in(joost).post(address, facts).status_code == 422
    assert sign_in(joost).post(address, {**facts, "agreed": "on"}).status_code == 302
    assert KeyPerson.objects.get().agreed_with == joost
    with pytest.raises(RuleBroken):
        add_key_person(house, {**facts, "agreed_until": date(2090, 1, 1)}, agreed=True, by=by(joost))
    with pytest.raises(RuleBroken):
        add_key_person(house, facts, agreed=False, by=by(joost))


def test_a_key_person_disappears_and_another_house_cannot_do_that(sign_in, halima, joost, nils, house):
    address = reverse("directory:remove_key_person", args=[halima.pk])

    assert sign_in(nils).post(address).status_code == 404
    sign_in(joost).post(address)

    assert not KeyPerson.objects.exists()
    with pytest.raises(NotYours):
        add_key_person(house, {"name": "X"}, agreed=True, by=by(nils))


def test_what_somebody_types_stands_in_no_address(client, entries):
    page = client.post(LIST, {"q": "schulden en slapeloos", "made_by": "residents"}).content.decode()

    links = re.findall(r'(?:href|action|hx-post|data-points)="([^"]*)"', page)
    assert links
    assert not [link for link in links if "slapeloos" in link]


def test_five_answers_come_first_and_the_rest_when_somebody_asks(client, city):
    for number in range(9):
        Entry.objects.create(name=f"Taalles {number}", topics=["taal"], kind="group")
    index_entries()
    map_page = reverse("directory:entries")

    first = client.post(map_page, {"q": "taalles"})
    more = client.post(map_page, {"q": "taalles", "more": "1"})

    assert (len(first.context["rows"]), len(more.context["rows"])) == (5, 9)
    assert "Laat meer zien" in first.content.decode()
    assert "Laat meer zien" not in more.content.decode()


def test_what_is_there_already_is_shown_before_it_comes_on_the_map_twice(sign_in, joost, entries):
    browser, address = sign_in(joost), reverse("directory:add")
    facts = {"name": "budget loket", "kind": "service"}

    page = browser.post(address, facts)

    assert page.status_code == 422
    assert reverse("directory:entry", args=[entries[2].pk]) in page.content.decode()
    assert Entry.objects.count() == len(entries)
    assert browser.post(address, {**facts, "is_other": "1"}).status_code == 302
    assert browser.post(address, {"name": "Iets heel anders", "kind": "service"}).status_code == 302
    assert Entry.objects.count() == len(entries) + 2


def test_who_keeps_an_empty_map_reads_where_to_begin(client, sign_in, joost):
    visitor = client.get(LIST).content.decode()
    keeper = sign_in(joost).get(LIST).content.decode()

    assert "De kaart is nog leeg" in visitor
    assert "De kaart is nog leeg" in keeper
    assert "Begin met wat u kent" in keeper
    assert "Begin met wat u kent" not in visitor
