"""The screen in the hall: four choices, and nothing that stays."""

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Question

HOME = "/kiosk/de-brug/"
PAGES = [HOME, f"{HOME}vraag/", f"{HOME}buurt/", f"{HOME}vandaag/", f"{HOME}mijn/"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar"])
def test_every_page_has_a_way_to_stop_and_is_kept_nowhere(client, house, settings, address, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    answer = client.get(address)

    told = answer.content.decode()
    assert "data-kiosk-stop" in told
    assert f'content="{180 if "vraag" in address else 60};url=/kiosk/de-brug/stop/"' in told
    assert f'lang="{language}"' in told
    assert answer["Cache-Control"] == "no-store"
    assert "huis_sessie" not in answer.cookies
    assert (told.count("choice-button") > 0) == (address == HOME)


def test_a_question_at_the_screen_shows_its_code_and_no_address_with_a_key(client, house):
    answer = client.post(f"{HOME}vraag/", {"words": "Wie helpt met een brief?", "phone": "0612345678"})

    question = Question.objects.get()
    assert (question.channel, question.contact.way) == ("kiosk", "phone")
    assert answer.status_code == 200
    assert question.short_code in answer.content.decode()
    assert f'href="/mijn/{question.link_token}' not in answer.content.decode()


def test_a_question_that_is_sent_twice_is_kept_once(client, house):
    form = {"words": "Wie helpt met een brief?", "once": "abc"}

    codes = {client.post(f"{HOME}vraag/", form).context["question"].short_code for _number in range(2)}

    assert len(codes) == Question.objects.count() == 1


def test_a_code_shows_how_it_stands_and_takes_an_answer_of_one_tap(client, house, joost):
    question = actions.ask_online(house, words="Kanariewoorden")
    actions.take_question(question, seen=question.holding_mark, by=by(joost))
    follow_up = actions.mark_answered(question, by=by(joost))
    follow_up.asked_at = clock.now()
    follow_up.save()

    told = client.post(f"{HOME}mijn/", {"code": question.short_code}).content.decode()
    thanks = client.post(f"{HOME}mijn/", {"code": question.short_code, "outcome": "solved"}).content.decode()

    assert told.count('name="outcome"') == 4
    assert "Kanariewoorden" not in told
    assert "Uw vraag is opgelost" in thanks
    question.refresh_from_db()
    assert question.ending == "solved"


def test_a_code_of_another_house_does_not_work_here(client, house, other_house):
    question = actions.ask_online(house, words="Hallo")

    told = client.post("/kiosk/de-haven/mijn/", {"code": question.short_code}).content.decode()

    assert "vinden deze code niet" in told


def test_a_search_shows_what_is_there_without_ways_out(client, house, entries):
    told = client.post(f"{HOME}buurt/", {"text": "brieven ordenen"}).content.decode()

    assert "Sorteergroep" in told
    assert "http" not in told.split("<main")[1].split("</main>")[0]


def test_stopping_forgets_the_language(client, house, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"

    answer = client.get(f"{HOME}stop/", follow=True)

    assert '<html lang="nl"' in answer.content.decode()
    assert answer.redirect_chain == [(HOME, 302)]


def test_a_house_without_somebody_to_read_sends_people_to_the_desk(client, other_house):
    told = client.get("/kiosk/de-haven/vraag/").content.decode()

    assert "balie" in told
    assert "<textarea" not in told
    client.post("/kiosk/de-haven/vraag/", {"words": "Toch"})
    assert not Question.objects.exists()


def test_with_the_code_somebody_adds_words_at_the_screen(client, house):
    question = actions.ask_online(house, words="Kanariewoorden")
    code = {"code": question.short_code}

    asked = client.post(f"{HOME}mijn/", code | {"do": "add"}).content.decode()
    refused = client.post(f"{HOME}mijn/", code | {"do": "words", "words": "Mijn nummer is 111222333"}).content.decode()
    thanks = client.post(f"{HOME}mijn/", code | {"do": "words", "words": "Het is dringend"}).content.decode()

    assert "<textarea" in asked
    assert "Kanariewoorden" not in asked
    assert "burgerservicenummer" in refused
    assert "staan bij uw vraag" in thanks
    assert question.conversations.get().words == "Het is dringend"


def test_with_the_code_somebody_deletes_everything_at_the_screen_after_a_second_look(client, house):
    question = actions.ask_online(house, words="Kanariewoorden")
    code = {"code": question.short_code}

    warned = client.post(f"{HOME}mijn/", code | {"do": "delete"}).content.decode()
    question.refresh_from_db()
    assert question.forgotten_at is None
    assert 'value="forget"' in warned

    gone = client.post(f"{HOME}mijn/", code | {"do": "forget"}).content.decode()

    question.refresh_from_db()
    assert question.forgotten_at is not None
    assert question.words == ""
    assert "zijn gewist" in gone
    assert "vinden deze code niet" in client.post(f"{HOME}mijn/", code).content.decode()


def test_nothing_is_deleted_with_a_wrong_code(client, house):
    question = actions.ask_online(house, words="Kanariewoorden")

    client.post(f"{HOME}mijn/", {"code": "AAAAAA", "do": "forget"})

    question.refresh_from_db()
    assert question.forgotten_at is None


def test_who_guesses_too_often_reads_whom_to_call(client, house):
    for guess in range(6):
        answer = client.post(f"{HOME}mijn/", {"code": f"AAAAA{guess}"})

    assert answer.status_code == 429
    assert 'href="tel:0101234567"' in answer.content.decode()
