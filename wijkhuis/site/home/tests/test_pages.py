"""The pages for everyone: in every language, with few queries, and nothing of anybody in them."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.house.directory.actions import index_entries, take_up
from wijkhuis.house.directory.models import Entry, OpeningTime
from wijkhuis.house.neighbourhood.models import ClosedDay, OpeningHours
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Question

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
PAGES = ["/", "/huis/de-brug/", "/huis/de-brug/vraag/", "/mijn/", "/toegankelijkheid/", "/privacy/"]


@pytest.fixture
def at(monkeypatch):
    """Make it another moment."""

    def set_clock(moment):
        monkeypatch.setattr(clock, "now", lambda: moment)
        monkeypatch.setattr(clock, "today", lambda: moment.date())

    return set_clock


def text_of(answer):
    words = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", words)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar"])
def test_every_page_speaks_the_language_somebody_chose(client, house, settings, address, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    answer = client.get(address)

    assert answer.status_code == 200
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}"' in answer.content.decode()
    assert answer["Content-Language"] == language
    assert answer["Cache-Control"] == "no-store"


def test_a_house_that_says_je_says_je(client, house):
    house.form_of_address = "je"
    house.save()

    told = text_of(client.get("/huis/de-brug/"))

    assert "Stel je vraag" in told
    assert re.findall(r".{30}\b[Uu]w?\b.{20}", told) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "We zijn nu open, tot 17.00 uur."),
        ("en", "We are open now, until 17:00."),
        ("tr", "Şu anda açığız"),
        ("ar", "مفتوح الآن"),
    ],
)
def test_a_house_says_that_it_is_open_now(client, house, settings, at, language, words):
    at(MONDAY)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    assert words in text_of(client.get("/huis/de-brug/"))


def test_a_closed_house_says_when_it_opens_again(client, house, at):
    at(SUNDAY)

    told = text_of(client.get("/huis/de-brug/"))

    assert "We zijn nu dicht. We zijn er weer morgen, van 9.00 uur tot 17.00 uur." in told.replace("09.00", "9.00")
    assert "Vandaag: dicht." in told


def test_a_closed_day_is_said_with_its_reason(client, house, at):
    at(MONDAY)
    ClosedDay.objects.create(house=house, on=MONDAY.date(), why="studiedag")

    told = text_of(client.get("/huis/de-brug/"))

    assert "Vandaag: dicht (studiedag)." in told
    assert "dinsdag" in told or "morgen" in told


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "vrijdag 4 december"), ("en", "Friday 4 December"), ("tr", "4 Aralık Cuma"), ("ar", "4 ديسمبر")],
)
def test_days_are_said_in_words(client, house, settings, at, language, words):
    at(MONDAY)
    client.post("/huis/de-brug/vraag/", {"words": "Hallo"})
    question = Question.objects.get()
    question.taken_up_at, question.next_on = MONDAY, datetime(2026, 12, 4).date()
    question.save()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    assert words in text_of(client.get(f"/mijn/{question.link_token}/"))


def test_who_is_here_is_said_with_first_name_and_function(client, house, pieter, at):
    at(MONDAY)

    told = text_of(client.get("/huis/de-brug/"))

    assert "Pieter, sociaal werker bij Buurtteam Noord" in told
    assert "is er nu" in told


def test_a_search_finds_what_is_published_and_does_not_keep_the_words(client, house, entries):
    told = client.post("/huis/de-brug/zoeken/", {"text": "brieven ordenen"})

    assert "Sorteergroep" in text_of(told)
    assert "brieven ordenen" not in told.request["QUERY_STRING"]
    Entry.objects.filter(name="Sorteergroep").update(is_published=False)
    assert "Sorteergroep" not in text_of(client.post("/huis/de-brug/zoeken/", {"text": "brieven ordenen"}))


def test_somebody_sees_five_answers_and_then_more(client, house, entries):
    for number in range(7):
        Entry.objects.create(name=f"Leesgroep {number}", kind=Entry.Kind.GROUP, description="Samen boeken lezen")
    index_entries()

    first = client.post("/huis/de-brug/zoeken/", {"text": "boeken lezen"})
    more = client.post("/huis/de-brug/zoeken/", {"text": "boeken lezen", "more": "1"})

    assert first.content.decode().count('class="found"') == 5
    assert more.content.decode().count('class="found"') == 7


def test_pages_stay_within_twelve_queries(client, house, joost, pieter, entries, django_assert_max_num_queries):
    by = actions.Wish(called="Kanarie")
    question = actions.ask_online(house, words="Hallo", wish=by)
    for number in range(15):
        question.conversations.create(words=f"Woord {number}", held_at=clock.now(), speaker="resident")
    for address in ["/", "/huis/de-brug/", "/huis/de-brug/vraag/", f"/mijn/{question.link_token}/"]:
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as sent:
        client.post("/huis/de-brug/zoeken/", {"text": "brieven ordenen"})
    assert len([query for query in sent if "shared_cache" not in query["sql"]]) <= 12


def test_no_public_page_shows_anything_of_anybody_who_asked(client, house, carla):
    actions.ask_online(
        house, words="Kanariewoorden", wish=actions.Wish(called="Kanarie", email="kanarie@huis.test", way="email")
    )

    for address in [*PAGES, "/robots.txt", "/gezond/"]:
        assert "anarie" not in client.get(address).content.decode()


def test_the_house_is_well_only_when_a_worker_was_seen(client, db):
    answer = client.get("/gezond/")

    assert (answer.status_code, answer.json()) == (503, {"database": True, "worker": False})


def test_search_engines_stay_away_from_what_is_personal(client, house):
    assert "Disallow: /mijn/" in client.get("/robots.txt").content.decode()
    question = actions.ask_online(house, words="Hallo")
    assert "noindex" in client.get(f"/mijn/{question.link_token}/")["X-Robots-Tag"]


def test_a_turkish_resident_opens_the_link_in_turkish(client, house):
    question = actions.ask_online(house, words="Merhaba", wish=actions.Wish(called="Ayşe", language="tr"))

    assert '<html lang="tr"' in client.get(f"/mijn/{question.link_token}/").content.decode()


def test_a_token_that_looks_like_a_citizen_number_keeps_nobody_from_asking(client, house):
    client.post("/huis/de-brug/vraag/", {"words": "Hallo", "once": "a-111222333_b"})

    assert Question.objects.get().words == "Hallo"


def test_what_was_found_tells_how_old_it_is_when_it_is_open_and_what_the_house_knows(client, house, entries, joost):
    sorting = entries[0]
    OpeningTime.objects.create(entry=sorting, days="TU", opens_at=time(10), closes_at=time(12))
    Entry.objects.filter(pk=sorting.pk).update(added_on=clock.today() - timedelta(days=250))
    take_up(sorting, house=house, note="Vraag naar Rob", by=by(joost))

    on_the_web = text_of(web := client.post("/huis/de-brug/zoeken/", {"text": "brieven ordenen"}))
    in_the_hall = text_of(client.post("/kiosk/de-brug/buurt/", {"text": "brieven ordenen"}))

    for told in (on_the_web, in_the_hall):
        assert "Een half jaar niet nagekeken: bel eerst" in told
        assert "elke dinsdag 10.00-12.00" in told
        assert "Vraag naar Rob" in told
    assert f"/kaart/{sorting.pk}/?huis=de-brug" in web.content.decode()


def test_a_house_that_did_not_write_down_its_hours_does_not_say_that_it_is_closed(client, house, at):
    at(MONDAY)
    OpeningHours.objects.all().delete()

    page = text_of(client.get("/huis/de-brug/"))

    assert "Bel ons om te horen wanneer we open zijn." in page
    assert "Vandaag: dicht" not in page
