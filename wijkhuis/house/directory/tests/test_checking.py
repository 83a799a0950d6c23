"""Is it still right? Colleagues say so, and who keeps it right answers with one tap."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.writing import put_into_words
from wijkhuis.house.directory import actions, queries
from wijkhuis.house.directory.access import visible_entries
from wijkhuis.house.directory.models import Check, Choice, Correction, Entry, HouseNote, Verification
from wijkhuis.house.directory.schedule import ask_keepers, forget_old_corrections

FRESHNESS = reverse("directory:freshness")


@pytest.fixture
def budget(entries):
    return entries[2]


@pytest.fixture
def kept(budget, joost):
    """Budgetloket is kept right by Samira, who works there."""
    actions.set_keeper(budget, name="Samira de Wit", email="samira@budget.test", by=by(joost))
    return budget


def link_of(message):
    return message.context["link"]


def years_ago(entry, days):
    Entry.objects.filter(pk=entry.pk).update(added_on=clock.today() - timedelta(days=days), verified_on=None)


def test_a_host_says_with_one_tap_that_it_is_still_right(sign_in, joost, budget):
    answer = sign_in(joost).post(reverse("directory:verify", args=[budget.pk]), {"how": "visited", "outcome": "right"})

    budget.refresh_from_db()
    known = budget.verifications.get()
    assert answer.status_code == 302
    assert budget.verified_on == clock.today()
    assert (known.how, known.by) == ("visited", joost)


def test_what_is_gone_leaves_the_map_or_waits_for_a_manager(joost, carla, entries):
    actions.verify_entry(entries[0], how="called", outcome="gone", by=by(carla))
    actions.verify_entry(entries[1], how="called", outcome="gone", by=by(joost))

    assert not Entry.objects.get(pk=entries[0].pk).is_published
    assert Entry.objects.get(pk=entries[1].pk).is_published
    assert queries.said_to_be_gone(None).first == [entries[1]]
    actions.verify_entry(entries[1], how="called", outcome="right", by=by(joost))
    assert not queries.said_to_be_gone(None)


def test_something_different_leads_to_the_form(sign_in, joost, budget):
    answer = sign_in(joost).post(reverse("directory:verify", args=[budget.pk]), {"outcome": "changed"})

    assert answer.url == reverse("directory:change", args=[budget.pk])
    assert not Verification.objects.exists()


def test_who_works_nowhere_checks_nothing(stef, budget):
    with pytest.raises(NotYours):
        actions.verify_entry(budget, how="called", outcome="right", by=by(stef))
    with pytest.raises(NotYours):
        actions.ask_keeper(budget, by=by(stef))
    with pytest.raises(NotYours):
        actions.set_keeper(budget, name="Ik", email="ik@test.nl", by=by(stef))


def test_after_a_year_residents_do_not_see_it_and_colleagues_do(client, sign_in, joost, budget):
    years_ago(budget, 400)
    address = reverse("directory:entry", args=[budget.pk])

    assert client.get(address).status_code == 404
    assert budget not in visible_entries(None)
    assert "Budgetloket" not in client.post(reverse("directory:entries"), {"q": "schulden"}).content.decode()
    page = sign_in(joost).get(address).content.decode()
    assert "Nog nooit nagekeken" in page
    assert "Laatst aangepast" in page


def test_after_half_a_year_the_page_says_so(client, budget):
    years_ago(budget, 250)

    assert "8 maanden niet nagekeken" in client.get(reverse("directory:entry", args=[budget.pk])).content.decode()


def test_the_keeper_gets_one_short_message_and_the_database_holds_no_link(kept, joost):
    check = actions.ask_keeper(kept, by=by(joost))

    message = Message.objects.get()
    token = link_of(message).rstrip("/").rsplit("/", 1)[-1]
    assert message.to == "samira@budget.test"
    assert message.context["first_name"] == "Samira"
    assert len(token) >= 32
    assert token not in (check.link_hash, *map(str, Check.objects.values_list("link_hash", flat=True)))
    words = put_into_words(message)
    ends = ["klopt-nog/", "klopt-niet-meer/", ""]
    assert re.findall(r"http\S+", words.body) == [f"{link_of(message)}{end}" for end in ends]
    assert "Budgetloket" in words.subject


def test_a_second_question_waits_a_month_and_then_the_new_link_counts(kept, joost):
    first = actions.ask_keeper(kept, by=by(joost))
    with pytest.raises(RuleBroken):
        actions.ask_keeper(kept, by=by(joost))

    Check.objects.update(asked_on=clock.today() - timedelta(days=31))
    second = actions.ask_keeper(kept, by=by(joost))

    assert second.pk == first.pk
    assert second.link_hash != first.link_hash


def test_without_a_keeper_nobody_is_asked(budget, joost):
    with pytest.raises(RuleBroken):
        actions.ask_keeper(budget, by=by(joost))


@pytest.fixture
def link(kept, joost):
    years_ago(kept, 250)
    actions.ask_keeper(kept, by=by(joost))
    return urlsplit(link_of(Message.objects.get())).path


@pytest.mark.parametrize("end", ["", "klopt-nog/", "klopt-niet-meer/"])
def test_a_mailbox_that_follows_every_link_answers_nothing(client, link, end):
    # when a program opens the link of a message, or one of an older message
    page = client.get(f"{link}{end}", follow=True).content.decode()

    # then nothing was answered, nothing that is no script answers by itself, and a person has two buttons
    assert not Verification.objects.exists()
    assert "hx-trigger" not in page
    assert page.count('name="outcome"') == (2 if end == "" else 3)


def test_one_tap_twice_counts_once(client, link, kept):
    page = client.get(link)

    for _again in range(2):
        assert client.post(link, {"outcome": "right"}).status_code == 302

    kept.refresh_from_db()
    assert kept.verified_on == clock.today()
    assert Verification.objects.get().how == Verification.How.OWNER
    assert "Dank u wel" in client.get(f"{link}klopt-nog/", follow=True).content.decode()
    assert page["X-Robots-Tag"] == "noindex, nofollow"


def test_htmx_gets_only_the_answer(client, link):
    answer = client.post(link, {"outcome": "right"}, headers={"HX-Request": "true"}).content.decode()

    assert "Dank u wel" in answer
    assert "<html" not in answer


def test_after_all_not_brings_back_how_it_was(client, link, kept):
    client.post(link, {"outcome": "right"})
    client.post(link, {"outcome": "back"})

    kept.refresh_from_db()
    assert kept.verified_on is None
    assert not Verification.objects.exists()
    assert Check.objects.get().answered_on is None
    assert client.post(link, {"outcome": "back"}).status_code == 302


def test_another_answer_takes_the_place_of_the_first(client, link, kept):
    client.post(link, {"outcome": "right"})
    client.post(link, {"outcome": "changed"})

    kept.refresh_from_db()
    assert kept.verified_on is None
    assert [known.outcome for known in Verification.objects.all()] == ["changed"]


def test_what_is_different_in_one_line_comes_on_the_list_of_the_house(client, link, kept, house, joost, sign_in):
    client.post(link, {"outcome": "changed"})
    client.post(link, {"outcome": "words", "words": "Wij zijn verhuisd naar de Kade"})

    check = queries.answers_with_work(house).first[0]
    page = sign_in(joost).get(FRESHNESS).content.decode()
    assert check.note == "Wij zijn verhuisd naar de Kade"
    assert "Wij zijn verhuisd" in page
    sign_in(joost).post(reverse("directory:finish", args=[check.pk]))
    assert not queries.answers_with_work(house)
    assert client.post(link, {"outcome": "back"}).status_code == 409


def test_a_number_of_a_citizen_is_not_kept_in_an_answer(client, link):
    client.post(link, {"outcome": "changed"})

    assert client.post(link, {"outcome": "words", "words": "BSN 111222333"}).status_code == 422
    assert Check.objects.get().note == ""


@pytest.mark.parametrize("token", ["weg", "x" * 200, "../../etc", "😀"])
def test_a_link_that_leads_nowhere_gives_a_kind_page(client, db, token):
    page = client.get(reverse("directory:check", args=[token.replace("/", "")]))

    assert page.status_code == 404
    assert "werkt niet meer" in page.content.decode()


@pytest.mark.parametrize("said", ["", "maybe", "\x00"])
def test_a_strange_answer_changes_nothing(client, link, said):
    assert client.post(link, {"outcome": said}).status_code == 409
    assert not Verification.objects.exists()


def test_every_morning_keepers_are_asked_a_few_at_a_time(house, joost, entries):
    for number in range(6):
        entry = Entry.objects.create(name=f"Groep {number}", keeper_email="samira@budget.test", keeper_name="Samira")
        years_ago(entry, 250 + number)
    fresh = Entry.objects.create(name="Nieuw", keeper_email="samira@budget.test")

    ask_keepers()
    assert Message.objects.count() == 3
    ask_keepers()
    assert Message.objects.count() == 6
    ask_keepers()
    assert Message.objects.count() == 6
    assert not fresh.checks.exists()


def test_a_colleague_who_keeps_it_right_sees_it_on_the_list_and_gets_no_mail(sign_in, joost, mina, budget):
    actions.set_keeper(budget, colleague=mina, by=by(joost))
    years_ago(budget, 250)

    ask_keepers()

    assert not Message.objects.exists()
    assert "Deze houdt u bij" in sign_in(mina).get(FRESHNESS).content.decode()
    sign_in(mina).post(reverse("directory:verify", args=[budget.pk]), {"outcome": "right", "from": "list"})
    assert Check.objects.get().answered_on == clock.today()
    assert "Deze houdt u bij" not in sign_in(mina).get(FRESHNESS).content.decode()


def test_a_keeper_is_a_colleague_or_somebody_of_the_organisation(sign_in, joost, mina, budget):
    address = reverse("directory:keeper", args=[budget.pk])
    browser = sign_in(joost)

    both = {"keeper": mina.pk, "keeper_name": "Samira", "keeper_email": "s@budget.test"}
    assert browser.post(address, both).status_code == 422
    assert browser.post(address, {"keeper_name": "Samira"}).status_code == 422
    assert browser.post(address, {"keeper": mina.pk}).status_code == 302
    budget.refresh_from_db()
    assert budget.keeper == mina


def test_the_picture_counts_and_what_is_chosen_most_comes_first(sign_in, joost, mina, house, entries):
    years_ago(entries[0], 250)
    years_ago(entries[1], 500)
    years_ago(entries[2], 260)
    for colleague in (joost, mina):
        told = {"house": house, "topic": "geld", "chosen_by": colleague, "chosen_on": clock.today()}
        Choice.objects.create(entry=entries[2], **told)

    picture = queries.picture_of(house, on=clock.today())
    first = queries.ask_first(house, on=clock.today())

    assert [part.count for part in picture.parts] == [0, 2, 1]
    assert [(part.start, part.start + part.width) for part in picture.parts] == [(0, 0), (0, 667), (667, 1000)]
    assert picture.never == 3
    assert [entry.name for entry in first] == ["Budgetloket", "Eettafel De Brug", "Sorteergroep"]
    assert "gekozen door 2 collega" in sign_in(joost).get(FRESHNESS).content.decode()


def test_the_page_costs_the_same_whatever_the_amount(sign_in, joost, city, django_assert_max_num_queries):
    old = clock.today() - timedelta(days=300)
    Entry.objects.bulk_create(
        Entry(name=f"Plek {number}", neighbourhood=city.noorderpoort, added_on=old, keeper=joost, keeper_name="x")
        for number in range(60)
    )
    browser, page = sign_in(joost), reverse("directory:entry", args=[Entry.objects.first().pk])

    with django_assert_max_num_queries(12):
        browser.get(FRESHNESS)
    with django_assert_max_num_queries(12):
        browser.get(page)


def test_a_slip_of_the_thumb_is_undone_with_places_and_times(sign_in, joost, budget):
    browser = sign_in(joost)
    change = reverse("directory:change", args=[budget.pk])
    rows = {
        "times-TOTAL_FORMS": 1, "times-INITIAL_FORMS": 0, "times-0-weekdays": ["1"], "times-0-rhythm": "2",
        "times-0-opens_at": "10:00", "times-0-closes_at": "12:00",
        "places-TOTAL_FORMS": 1, "places-INITIAL_FORMS": 0, "places-0-name": "De Haven", "places-0-address": "Kade 2",
    }  # fmt: skip
    browser.post(change, {"name": budget.name, "kind": "service", "phone": "010 1", **rows})
    page = browser.get(reverse("directory:entry", args=[budget.pk])).content.decode()
    assert "elke tweede dinsdag van de maand" in page.lower()
    assert "De Haven" in page

    browser.post(change, {"name": "Verkeerd", "kind": "service", "times-TOTAL_FORMS": 0, "times-INITIAL_FORMS": 0,
                          "places-TOTAL_FORMS": 0, "places-INITIAL_FORMS": 0})  # fmt: skip
    assert Entry.objects.get(pk=budget.pk).times.count() == 0
    browser.post(reverse("directory:undo", args=[budget.pk]))

    budget.refresh_from_db()
    assert (budget.name, budget.phone) == ("Budgetloket", "010 1")
    assert [time.days for time in budget.times.all()] == ["2TU"]
    assert [place.name for place in budget.locations.all()] == ["De Haven"]
    assert browser.post(reverse("directory:undo", args=[budget.pk])).status_code == 409


def test_how_it_was_is_forgotten_after_a_month(joost, budget):
    actions.change_entry(budget, {"phone": "010 2"}, by=by(joost))
    Correction.objects.update(on=clock.today() - timedelta(days=31))

    forget_old_corrections()

    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ({"opens_at": "12:00", "closes_at": "10:00", "weekdays": ["1"]}, "closes_at"),
        ({"opens_at": "10:00", "closes_at": "12:00"}, "weekdays"),
        ({"note": "BSN 111222333"}, "note"),
    ],
)
def test_a_wrong_row_keeps_what_was_typed(sign_in, joost, budget, row, error):
    told = {f"times-0-{name}": value for name, value in row.items()}
    frame = {f"{rows}-{name}_FORMS": 0 for rows in ("times", "places") for name in ("TOTAL", "INITIAL")}

    answer = sign_in(joost).post(
        reverse("directory:change", args=[budget.pk]),
        {"name": budget.name, "kind": "service", **frame, "times-TOTAL_FORMS": 1, **told},
    )

    assert answer.status_code == 422
    assert answer.context["rows"].times.forms[0].errors.keys() == {error}
    assert not budget.times.exists()


def test_a_house_takes_up_an_entry_of_the_city_with_its_own_note(
    client, sign_in, joost, nils, house, other_house, city
):
    fund = Entry.objects.create(name="Noodfonds", kind="fund")
    browser = sign_in(joost)

    browser.post(reverse("directory:take_up", args=[fund.pk]), {"note": "Vraag Joost om het formulier"})
    browser.post(reverse("directory:take_up", args=[fund.pk]), {"note": "Vraag Mina om het formulier"})

    assert HouseNote.objects.get().note == "Vraag Mina om het formulier"
    assert "Vraag Mina" in browser.get(reverse("directory:house_notes")).content.decode()
    browser.logout()
    address = reverse("directory:entry", args=[fund.pk])
    assert "Vraag Mina" in client.get(address, {"huis": "de-brug"}).content.decode()
    assert "Vraag Mina" not in client.get(address, {"huis": "de-haven"}).content.decode()
    assert fund in Entry.objects.of_house(house)
    assert fund not in Entry.objects.of_house(other_house)
    assert sign_in(nils).post(reverse("directory:let_go", args=[HouseNote.objects.get().pk])).status_code == 404


def test_formal_and_informal_differ_in_word_and_mark(client, entries):
    Entry.objects.filter(pk=entries[0].pk).update(is_informal=True)

    page = client.get(reverse("directory:entries")).content.decode()
    residents = client.get(reverse("directory:entries"), {"made_by": "residents"}).content.decode()

    assert "mark--informal" in page
    assert "mark--formal" in page
    assert "Sorteergroep" in residents
    assert "Budgetloket" not in residents


def test_all_that_is_known_stands_on_the_page(client, city):
    house = Entry.objects.create(name="Stichting Samen")
    facts = {"minimum_age": 12, "maximum_age": 18, "conditions": "met een pas", "how_to_apply": "loop binnen",
             "costs": "2 euro", "languages": ["tr", "ber"], "capacity": 12, "places_free": 3,
             "capacity_on": clock.today(), "people_say": ["huiswerkclub"], "step_free": "yes"}  # fmt: skip
    entry = Entry.objects.create(name="Huiswerkplek", provider=house, **facts)

    page = client.get(reverse("directory:entry", args=[entry.pk])).content.decode()

    for words in ("van 12 tot en met 18 jaar", "met een pas", "loop binnen", "2 euro", "Turks, Berbers",
                  "3 van 12 plekken vrij", "geteld: vandaag", "Stichting Samen"):  # fmt: skip
        assert words in page
    assert "huiswerkclub" not in page
    assert "Huiswerkplek" in client.get(reverse("directory:entry", args=[house.pk])).content.decode()
