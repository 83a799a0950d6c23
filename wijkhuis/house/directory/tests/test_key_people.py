"""Key people: asked what they want to be asked, gone at their own wish, and fading when nobody asks again."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.logs import hide
from wijkhuis.base.messages.models import Message
from wijkhuis.house.directory import schedule
from wijkhuis.house.directory.actions import add_key_person, agree_again, leave_list, stay_on_list
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.directory.queries import search_key_people
from wijkhuis.house.directory.queries.key_people import key_of, key_people_to_ask_again
from wijkhuis.house.directory.rules.key_people import address_of, reads
from wijkhuis.house.people.models import Role

LIST = reverse("directory:key_people")
CANARY = "Kanariepiet"


def own_page(person):
    return reverse("directory:asked", args=[key_of(person)])


def facts_of(name=CANARY, **more):
    return {"name": name, "ask_about": "klussen", "not_about": "geld", "reach": f"bij {name} thuis", **more}


@pytest.fixture
def piet(house, joost):
    facts = facts_of(languages=["Nederlands"], send_to=f"{CANARY}@post.test")
    return add_key_person(house, facts, agreed=True, by=by(joost))


@pytest.fixture
def halima(house, joost):
    """Speaks Turkish and gave no address."""
    return add_key_person(house, facts_of("Halima", languages=["Turks"]), agreed=True, by=by(joost))


def ends(person, *, days):
    """Let the agreement end after so many days from now."""
    KeyPerson.objects.filter(pk=person.pk).update(agreed_until=clock.today() + timedelta(days))


def traces(word):
    """Every table in which a word still stands, whatever the column."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select count(*) from "{table}" t where t::text ilike %s', [f"%{word}%"])
            found += [table] if cursor.fetchone()[0] else []
    return found


def test_the_list_says_what_to_ask_and_what_not(sign_in, piet, mina):
    page = sign_in(mina).get(LIST).content.decode()

    assert page.index("Vraag dit wel") < page.index("klussen") < page.index("Vraag dit niet") < page.index("geld")


def test_whoever_is_added_gets_a_slip_with_their_own_link(sign_in, joost, house):
    browser = sign_in(joost)

    page = browser.post(reverse("directory:add_key_person"), {**facts_of(), "agreed": "on", "agreed_until": ""})

    assert page.status_code == 422
    until = clock.today() + timedelta(90)
    answer = browser.post(
        reverse("directory:add_key_person"), {**facts_of(), "agreed": "on", "agreed_until": until}, follow=True
    )
    slip, person = answer.content.decode(), KeyPerson.objects.get()
    assert own_page(person) in slip
    assert "data:image/svg" in slip
    assert "paper--slip" in slip
    assert key_of(person) not in str(KeyPerson.objects.values().get())
    assert len(key_of(person)) == 24
    assert browser.get(reverse("directory:key_person_slip", args=[person.pk])).content.decode().count(own_page(person))


def test_an_address_that_is_none_is_refused_and_a_message_carries_the_link(sign_in, joost, piet):
    wrong = {**facts_of("Omar"), "agreed": "on", "agreed_until": clock.today() + timedelta(9), "send_to": "de hoek"}

    page = sign_in(joost).post(reverse("directory:add_key_person"), wrong)

    assert page.status_code == 422
    message = Message.objects.get()
    assert (message.template, message.context["link"].endswith(own_page(piet))) == ("directory/key_person_added", True)
    assert "klussen" not in str(message.context)


def test_their_page_says_what_is_kept_and_who_sees_it_in_their_language(client, piet, halima, sign_in, mina):
    sign_in(mina).get(LIST)
    client.logout()

    own = client.get(own_page(piet))
    turkish = client.get(own_page(halima)).content.decode()

    page = own.content.decode()
    for words in (CANARY, "klussen", "geld", f"bij {CANARY} thuis", f"{CANARY}@post.test", "Joost", "De Brug", "keek"):
        assert words in page
    assert own["X-Robots-Tag"] == "noindex, nofollow"
    assert own["Cache-Control"] == "no-store"
    assert 'lang="tr"' in turkish
    assert "Beni listeden çıkarın" in turkish


def test_one_tap_takes_them_off_and_nothing_is_left_anywhere(client, piet):
    key, number = key_of(piet), piet.pk
    tables = set(traces(CANARY))
    assert {"directory_keyperson", "outbox_message"} <= tables

    page = client.post(own_page(piet), {"wish": "leave"}).content.decode()
    again = client.post(f"/gevraagd/{key}/", {"wish": "leave"})

    assert "U bent van de lijst" in page
    assert CANARY not in page
    assert again.status_code == 404
    for word in (CANARY, key, piet.link_hash, "klussen"):
        assert traces(word) == []
    line = JournalLine.objects.get(action="directory.key_person_left")
    assert (line.about_id, line.actor_label, line.reason) == (number, "resident", "")


def test_leaving_wins_from_staying_at_the_same_moment(piet):
    resident = Actor(label="resident")
    as_it_was = KeyPerson.objects.get(pk=piet.pk)

    leave_list(piet, by=resident)

    assert stay_on_list(as_it_was, by=resident) is None
    leave_list(as_it_was, by=resident)
    assert not KeyPerson.objects.exists()


def test_a_colleague_takes_them_off_with_the_same_effect(sign_in, piet, joost):
    sign_in(joost).post(reverse("directory:remove_key_person", args=[piet.pk]))

    assert traces(CANARY) == []


def test_a_look_alone_changes_nothing_and_wrong_links_are_limited(client, piet):
    client.get(own_page(piet))
    client.post(own_page(piet), {"wish": "?"})
    assert KeyPerson.objects.filter(pk=piet.pk).exists()

    statuses = [client.get("/gevraagd/zomaar-iets/").status_code for _try in range(21)]
    assert statuses[0] == 404
    assert statuses[-1] == 429


def test_a_key_is_not_in_the_log():
    assert "abcdefghijklmnopqrstuvwx" not in hide("GET /gevraagd/abcdefghijklmnopqrstuvwx/ 200")


def test_still_all_right_is_for_another_year(client, piet):
    ends(piet, days=-3)

    page = client.post(own_page(piet), {"wish": "stay"}).content.decode()

    piet.refresh_from_db()
    assert "weer een jaar" in page
    assert piet.agreed_until == clock.add_months(clock.today(), 12)


def test_a_month_before_the_end_they_are_asked_once_by_message_or_by_the_colleague(piet, halima, joost, mina):
    ends(piet, days=30)
    ends(halima, days=30)
    Message.objects.all().delete()

    schedule.ask_key_people_again()
    schedule.ask_key_people_again()

    assert [message.template for message in Message.objects.all()] == ["directory/key_person_again"]
    assert list(key_people_to_ask_again(joost, on=clock.today())) == [halima]
    assert list(key_people_to_ask_again(mina, on=clock.today())) == []


def test_when_their_colleague_left_the_others_ask_again(halima, joost, mina, nils):
    ends(halima, days=20)
    assert list(key_people_to_ask_again(mina, on=clock.today())) == []

    Role.objects.filter(user=joost).update(ends_on=clock.today() - timedelta(days=1))

    assert list(key_people_to_ask_again(mina, on=clock.today())) == [halima]
    assert list(key_people_to_ask_again(nils, on=clock.today())) == []


def test_after_the_end_nobody_finds_them_but_staff_ask_again(sign_in, halima, joost, mina, house):
    ends(halima, days=-1)

    found = search_key_people("ik zoek hulp bij klussen", house=house, on=clock.today())
    page = sign_in(mina).get(LIST).content.decode()

    assert found == []
    assert page.index("Vraag opnieuw of het goed is") < page.index("Halima")
    assert "bij Halima thuis" not in page
    sign_in(mina).post(reverse("directory:key_person_again", args=[halima.pk]), {"agreed": "1"})
    halima.refresh_from_db()
    assert (halima.agreed_with, halima.agreed_until) == (mina, clock.add_months(clock.today(), 12))
    assert search_key_people("ik zoek hulp bij klussen", house=house, on=clock.today())


def test_sixty_days_later_the_night_deletes_them(halima, piet):
    ends(halima, days=-60)
    ends(piet, days=-61)

    schedule.let_key_people_fade()

    assert list(KeyPerson.objects.values_list("name", flat=True)) == ["Halima"]
    assert traces(CANARY) == []
    assert JournalLine.objects.filter(action="directory.key_person_faded", about_id=piet.pk).exists()


def test_somebody_of_another_house_cannot_ask_again_or_print(sign_in, halima, nils):
    browser = sign_in(nils)

    assert browser.get(reverse("directory:key_person_slip", args=[halima.pk])).status_code == 404
    assert browser.post(reverse("directory:key_person_again", args=[halima.pk]), {"agreed": "1"}).status_code == 404


def test_still_all_right_needs_their_own_word(halima, joost):
    with pytest.raises(RuleBroken):
        agree_again(halima, agreed=False, by=by(joost))


def test_how_somebody_hears_from_us_and_in_which_language():
    assert address_of("06 12345678").channel == "sms"
    assert address_of("piet@post.test").channel == "email"
    assert address_of("op dinsdag") is None
    assert (reads(["Turks"]), reads(["Turks", "Nederlands"]), reads(["Arabisch"]), reads([])) == (
        "tr",
        "nl",
        "ar",
        "nl",
    )


def test_what_is_different_is_written_down_and_their_agreement_and_slip_stay(sign_in, joost, piet, client):
    browser, agreed = sign_in(joost), (piet.agreed_on, piet.agreed_until, piet.link_hash)
    change = reverse("directory:change_key_person", args=[piet.pk])
    assert change in browser.get(LIST).content.decode()
    assert CANARY in browser.get(change).content.decode()

    facts = facts_of(reach="bel na zessen: 06 11 22 33 44", ask_about="fietsen", languages="Nederlands; Turks")
    browser.post(change, {**facts, "not_about": "geld en papieren", "send_to": piet.send_to})

    piet.refresh_from_db()
    assert (piet.reach, piet.ask_about, piet.not_about) == (
        "bel na zessen: 06 11 22 33 44", "fietsen", "geld en papieren",
    )  # fmt: skip
    assert (piet.agreed_on, piet.agreed_until, piet.link_hash) == agreed
    assert [found.entry for found in search_key_people("fiets", house=piet.house, on=clock.today())] == [piet]
    assert JournalLine.objects.filter(action="directory.key_person_changed", about_id=piet.pk).exists()
    assert Message.objects.count() == 1
    browser.logout()
    assert "fietsen" in client.get(own_page(piet)).content.decode()


def test_a_new_address_gets_their_link_and_a_wrong_one_is_refused(sign_in, joost, piet):
    browser, change = sign_in(joost), reverse("directory:change_key_person", args=[piet.pk])

    wrong = browser.post(change, {**facts_of(), "send_to": "de hoek"})
    browser.post(change, {**facts_of(), "send_to": "piet@nieuw.test"})

    assert wrong.status_code == 422
    assert list(Message.objects.values_list("to", flat=True)) == ["piet@nieuw.test"]
