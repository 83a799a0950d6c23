"""Somebody comes in with a question, and Joost writes it down while they talk."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.directory.actions import index_entries, index_key_people, take_up
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.partners.models import Professional
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk.models import Answer, Question
from wijkhuis.loop.desk.queries.ladder import ladder_for

DESK = "/balie/"
BSN = "111222333"


def told(browser, words="Ik krijg brieven en durf ze niet open te maken", **facts):
    return browser.post(
        DESK, {"words": words, "urgency": "normal", "way": "come_by", "language": "nl", "channel": "desk"} | facts
    )


def test_the_words_alone_are_enough(joost, sign_in):
    page = sign_in(joost).post(
        DESK,
        {"words": "Mijn kraan lekt", "urgency": "normal", "way": "come_by", "language": "nl", "channel": "desk"},
        follow=True,
    )

    question = Question.objects.get()
    assert page.redirect_chain == [(reverse("desk:saved", args=[question.pk]), 302)]
    assert question.words == "Mijn kraan lekt"
    assert question.holder == joost
    assert question.contact is None
    assert question.short_code[:3] in page.content.decode()


def test_what_was_ticked_on_the_ladder_goes_along(joost, pieter, entries, sign_in):
    group, _table, service = entries

    told(
        sign_in(joost),
        give=[
            f"entry-{group.pk}",
            f"entry-{service.pk}",
            f"professional-{Professional.objects.get(user=pieter).pk}",
            "entry-99999",
            "nonsense",
        ],
        note_self="Sorteert al zelf",
    )

    answers = Answer.objects.order_by("pk")
    assert {answer.kind for answer in answers} == {"entry", "group", "professional"}
    assert {answer.entry for answer in answers if answer.entry} == {group, service}
    assert Question.objects.get().conversations.get().words == "Sorteert al zelf"


def test_the_ladder_shows_the_same_without_javascript_and_loses_nothing(joost, pieter, entries, sign_in):
    page = told(
        sign_in(joost),
        words="hulp bij schulden",
        show="1",
        called="Ans",
        note_own_people="Haar zoon",
        give=f"entry-{entries[0].pk}",
    )

    body = page.content.decode()
    assert "Budgetloket" in body
    assert "hulp bij schulden" in body
    assert 'value="Ans"' in body
    assert "Haar zoon" in body
    assert f'value="entry-{entries[0].pk}" checked' in body
    assert not Question.objects.exists()


def test_the_ladder_fills_while_typing_and_keeps_nothing(
    joost, pieter, entries, sign_in, django_assert_max_num_queries
):
    browser = sign_in(joost)

    with django_assert_max_num_queries(12):
        page = browser.post("/balie/ladder/", {"words": "ik heb schulden"})

    assert "Budgetloket" in page.content.decode()
    assert "Pieter" in page.content.decode()
    assert not Question.objects.exists()


def test_the_first_rung_shows_what_somebody_can_ask_or_read_themselves(joost, entries, sign_in):
    scheme = Entry.objects.create(
        name="Schuldhulp aanvragen", kind=Entry.Kind.SCHEME, description="Regeling bij schulden.", topics=["geld"]
    )
    Entry.objects.filter(name="Budgetloket").update(website="https://budgetloket.test/")
    index_entries()

    page = sign_in(joost).post("/balie/ladder/", {"words": "ik heb schulden"}).content.decode()

    first, rest = page.split('id="rung-own_people"')
    assert f'value="entry-{scheme.pk}"' in first
    assert f'value="entry-{scheme.pk}"' not in rest
    assert 'href="https://budgetloket.test/"' in first
    assert "Bekijk samen de website van Budgetloket" in first
    assert "Budgetloket" in rest


def test_a_rung_stays_empty_rather_than_say_something_beside_the_point(joost, entries, sign_in):
    Entry.objects.create(
        name="Leergeld Dijkstad",
        kind=Entry.Kind.FUND,
        description="Betaalt schoolspullen en schoolreisjes.",
        topics=["school"],
    )
    index_entries()
    ask = {"words": "mijn moeder is gevallen en ik durf haar niet meer alleen te laten"}

    page = sign_in(joost).post(reverse("desk:ladder"), ask, headers={"HX-Request": "true"}).content.decode()
    assert "Leergeld Dijkstad" not in page

    page = sign_in(joost).post(reverse("desk:ladder"), {"words": "wie betaalt het schoolreisje"}).content.decode()
    assert "Leergeld Dijkstad" in page


def test_what_may_not_fit_waits_one_tap_further_until_it_is_ticked(joost, entries, house, sign_in):
    words = "Wie ordent samen met mij mijn post en brieven?"
    found = {one.title: one for step in ladder_for(words, house=house, on=clock.today()) for one in step.suggestions}
    assert (found["Sorteergroep"].is_clear, found["Eettafel De Brug"].is_clear) == (True, False)
    browser = sign_in(joost)

    def rung(**ticked):
        page = browser.post("/balie/ladder/", {"words": words, **ticked}).content.decode()
        return page.split('id="rung-neighbourhood"')[1].split('id="rung-professional"')[0].partition("<details")

    in_sight, _fold, folded = rung()
    assert "Sorteergroep" in in_sight
    assert "Eettafel De Brug" not in in_sight
    assert "Eettafel De Brug" in folded

    in_sight, _fold, _folded = rung(give=found["Eettafel De Brug"].mark)
    assert "Eettafel De Brug" in in_sight


def test_a_scheme_that_was_ticked_stays_on_the_first_rung(joost, entries, sign_in):
    scheme = Entry.objects.create(name="Zorgtoeslag", kind=Entry.Kind.SCHEME, description="Toeslag.")

    page = sign_in(joost).post("/balie/ladder/", {"words": "mijn lamp", "give": f"entry-{scheme.pk}"})

    assert f'value="entry-{scheme.pk}" checked' in page.content.decode().split('id="rung-own_people"')[0]


def test_what_was_not_there_is_kept_from_the_desk(joost, sign_in):
    told(sign_in(joost), note_self="Heeft gebeld", missing="een avondspreekuur")

    notes = {note.words or note.missing for note in Question.objects.get().conversations.all()}
    assert notes == {"Heeft gebeld", "een avondspreekuur"}


@pytest.mark.parametrize("field", ["words", "called", "street", "note_professional", "for_whom"])
def test_a_citizen_service_number_is_turned_away_and_nothing_typed_is_lost(joost, sign_in, field):
    page = told(sign_in(joost), **{"words": "Mijn brief", "note_self": "Wil bellen", field: f"nummer {BSN}"})

    body = page.content.decode()
    assert page.status_code == 200
    assert "burgerservicenummer" in body
    assert BSN in body
    assert "Wil bellen" in body or field == "note_self"
    assert not Question.objects.exists()


def test_a_way_of_hearing_back_asks_what_it_needs(joost, sign_in):
    page = told(sign_in(joost), way="phone", called="Ans")

    assert "Welk nummer" in page.content.decode()
    assert not Question.objects.exists()


def test_only_what_the_chosen_way_needs_is_kept(joost, sign_in):
    told(sign_in(joost), way="sms", phone="0612345678", email="ans@example.nl")

    wish = ContactWish.objects.get()
    assert (wish.phone, wish.email) == ("0612345678", "")


def test_a_double_click_keeps_one_question(joost, sign_in):
    browser = sign_in(joost)
    once = browser.get(DESK).context["form"]["once"].value()

    first, second = told(browser, once=once), told(browser, once=once)

    assert Question.objects.count() == 1
    assert first.url == second.url


def test_another_question_from_an_old_page_is_kept_too(joost, sign_in):
    browser = sign_in(joost)
    once = browser.get(DESK).context["form"]["once"].value()

    told(browser, once=once)
    told(browser, words="En mijn lamp is stuk", once=once)

    assert Question.objects.count() == 2


def test_a_question_from_paper_keeps_the_time_it_was_asked(joost, sign_in):
    day = clock.today() - timedelta(days=3)

    told(sign_in(joost), asked_on=day.isoformat(), asked_time="10:30")

    asked = timezone.localtime(Question.objects.get().asked_at)
    assert (asked.date(), asked.hour, asked.minute) == (day, 10, 30)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"asked_on": "31-02-2026"}, "bestaat niet"),
        ({"asked_on": "2031-01-01"}, "toekomst"),
        ({"asked_time": "25:70"}, "bestaat niet"),
        ({"words": "a" * 10_001}, "te lang"),
    ],
)
def test_a_day_that_cannot_be_loses_nothing_that_was_typed(joost, sign_in, facts, sentence):
    page = told(sign_in(joost), **{"called": "Ans"} | facts)

    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert 'value="Ans"' in page.content.decode()
    assert not Question.objects.exists()


def test_odd_characters_are_made_safe_and_the_words_stay(joost, sign_in):
    told(sign_in(joost), words="Hulp\x00 bij \u202eformulier 🙏🏽", called="A\x00ns")

    assert Question.objects.get().words == "Hulp bij formulier 🙏🏽"
    assert ContactWish.objects.get().called == "Ans"


def test_now_shows_the_numbers_and_starts_at_the_professional(house, joost, sign_in):
    house.emergency_numbers = [{"name": "Wijkagent", "number": "0900 8844"}]
    house.save()
    browser = sign_in(joost)

    body = browser.get(DESK).content.decode()
    told(browser, urgency="now")

    assert all(number in body for number in ("112", "113", "0800-2000", "0900 8844"))
    assert Question.objects.get().rung == "professional"


def test_key_people_are_noted_once_per_session(house, joost, carla, sign_in):
    person = KeyPerson.objects.create(
        house=house,
        name="Moustafa",
        ask_about="vervoer en klussen",
        reach="06",
        agreed_on=date(2026, 1, 1),
        agreed_with=carla,
        agreed_until=date(2099, 1, 1),
    )
    index_key_people()
    browser = sign_in(joost)

    first = browser.post("/balie/ladder/", {"words": "vervoer naar het ziekenhuis"})
    browser.post("/balie/ladder/", {"words": "vervoer naar het ziekenhuis morgen"})

    assert "Moustafa" in first.content.decode()
    assert JournalLine.objects.filter(action="directory.key_person_listed", about_id=person.pk).count() == 1


def test_only_people_at_a_desk_come_in(bas, stef, ada, rita, sign_in, client):
    assert client.get(DESK).status_code == 302
    for who in (bas, stef, ada, rita):
        assert sign_in(who).get(DESK).status_code == 403
        assert sign_in(who).post("/balie/ladder/", {"words": "x"}).status_code == 403


def test_taking_down_asks_little_of_the_database(joost, sign_in, django_assert_max_num_queries):
    browser = sign_in(joost)
    browser.get(DESK)

    with django_assert_max_num_queries(12):
        told(browser, called="Ans")


def test_the_desk_opens_quickly(joost, pieter, entries, sign_in, django_assert_max_num_queries):
    browser = sign_in(joost)

    with django_assert_max_num_queries(12):
        assert browser.get(DESK).status_code == 200


def test_a_token_that_looks_like_a_citizen_number_keeps_nobody_from_saving(joost, sign_in):
    told(sign_in(joost), words="Wie leest mijn brief?", once=f"a{BSN}b")

    assert Question.objects.get().words == "Wie leest mijn brief?"


def test_the_ladder_says_when_to_call_first_and_what_the_house_knows(
    joost, house, entries, sign_in, django_assert_max_num_queries
):
    sorting = entries[0]
    Entry.objects.filter(pk=sorting.pk).update(added_on=clock.today() - timedelta(days=250))
    take_up(sorting, house=house, note="Vraag naar Rob", by=by(joost))
    browser = sign_in(joost)
    browser.get(DESK)

    with django_assert_max_num_queries(12):
        page = browser.post(reverse("desk:ladder"), {"words": "brieven ordenen"}).content.decode()

    assert "een half jaar niet nagekeken: bel eerst" in page
    assert "Vraag naar Rob" in page


def test_a_browser_cuts_off_nothing_that_is_pasted_and_the_house_says_what_is_too_long(joost, sign_in):
    browser, text = sign_in(joost), "a" * 10_001

    desk = browser.get(DESK).content.decode()
    refused = told(browser, text).content.decode()

    assert not re.search(r"<textarea[^>]*maxlength", desk)
    assert text in refused
    assert not Question.objects.exists()
