"""What happens to a question that somebody asks by themselves, from page to page."""

import re

import pytest
from django.utils import translation

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.writing import put_into_words
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Conversation, Question

WORDS = "De muren komen op me af"


def ask(client, house, **facts):
    answer = client.post(f"/huis/{house.slug}/vraag/", {"words": WORDS, "way": "come_by", **facts})
    assert answer.status_code == 302, answer.content.decode()
    return Question.objects.get()


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def mine(question):
    return f"/mijn/{question.link_token}/"


def test_an_anonymous_question_is_answered_reopened_solved_and_gives_back(client, house, joost):
    # Somebody asks without a name.
    question = ask(client, house)
    assert question.contact is None
    saved = page(client, mine(question) + "bewaard/")
    assert question.short_code in saved
    assert "Nobody" not in saved
    assert "nog niet opgepakt" in page(client, mine(question))

    # Joost takes it up and answers.
    actions.take_question(question, seen=question.holding_mark, by=by(joost))
    assert "Joost, gastheer" in page(client, mine(question))
    actions.give_answer(question, words="Op dinsdag eten we samen", by=by(joost))
    actions.mark_answered(question, by=by(joost))
    assert "Op dinsdag eten we samen" in page(client, mine(question))

    # It did not help yet: the question is open again.
    how = page(client, mine(question) + "hoe-ging-het/")
    assert WORDS in how
    assert how.count('name="outcome"') == 4
    told = client.post(mine(question) + "hoe-ging-het/", {"outcome": "not"}, follow=True).content.decode()
    assert "We kijken samen verder" in told
    question.refresh_from_db()
    assert question.is_open
    assert question.times_reopened == 1

    # Later it is solved, and somebody would like to cook for others.
    told = client.post(mine(question) + "hoe-ging-het/", {"outcome": "solved"}, follow=True).content.decode()
    assert "opgelost" in told
    assert "voor een ander" in told
    client.post(mine(question) + "voor-een-ander/", {"words": "Ik kook graag"})
    question.refresh_from_db()
    assert (question.ending, question.gives_back) == ("solved", "Ik kook graag")
    assert "Ik kook graag" in page(client, mine(question))


def test_a_resident_adds_words_stops_and_opens_again(client, house):
    question = ask(client, house)

    assert (
        "Ook op zondag"
        in client.post(mine(question) + "woorden/", {"words": "Ook op zondag"}, follow=True).content.decode()
    )
    assert Conversation.objects.get().speaker == "resident"
    client.post(mine(question) + "niet-meer-nodig/")
    assert "geen hulp meer" in page(client, mine(question))
    client.post(mine(question) + "opnieuw/")

    question.refresh_from_db()
    assert question.is_open


def test_a_refused_addition_keeps_what_was_typed(client, house):
    question = ask(client, house)

    answer = client.post(mine(question) + "woorden/", {"words": "Mijn nummer is 111222333"})

    assert answer.status_code == 400
    assert "Mijn nummer is 111222333" in answer.content.decode()
    assert "burgerservicenummer" in answer.content.decode()


def test_everything_is_deleted_at_once(client, house):
    question = ask(client, house, called="Kanarie", way="phone", phone="0612345678")
    address = mine(question)
    assert "Dit gaat meteen weg" in page(client, address + "wissen/")

    told = client.post(address + "wissen/", follow=True).content.decode()

    assert "gewist" in told
    assert client.get(address).status_code == 404
    question.refresh_from_db()
    assert (question.words, question.contact, question.link_token, question.ending) == ("", None, None, "deleted")


def test_the_resident_reads_who_looked_but_not_themselves(client, house, joost):
    question = ask(client, house)
    page(client, mine(question))
    assert "Nog niemand" in page(client, mine(question))

    actions.look_at(question, by=by(joost))
    actions.look_at(question, by=by(joost))

    looked = page(client, mine(question)).split("Wie keek er naar uw vraag?")[1]
    assert re.search(r"Joost, gastheer</bdi>:\s*vandaag<", looked)


def test_the_resident_sees_what_was_passed_on_and_to_whom(client, house, carla, corporation, fatma):
    question = ask(client, house, called="Kanarie")
    question.handovers.create(
        partnership=corporation,
        professional=fatma,
        sender=carla,
        fields=["words", "called"],
        note="Kunt u er woensdag heen?",
        offered_at=clock.now(),
        answer_by=clock.today(),
    )

    told = page(client, mine(question))
    assert "We vroegen voor u hulp aan Fatma, woonconsulent" in told
    assert "uw vraag in uw eigen woorden" in told
    assert "uw naam" in told
    assert 'wat Carla aan hen vraagt: <q dir="auto" lang="nl">Kunt u er woensdag heen?</q>' in told
    assert "telefoonnummer" not in told.split("Wat gaven we door")[1].split("<h2>")[0]


@pytest.mark.parametrize("token", ["x", "aaaaaaaaaaaaaaaaaaaaaaaaaaa", "%00", "0" * 300])
def test_a_guessed_link_finds_nothing_and_says_so_kindly(client, house, token):
    answer = client.get(f"/mijn/{token}/")

    assert answer.status_code == 404
    assert house.phone in answer.content.decode()


def test_who_guesses_links_often_has_to_wait(client, house):
    for _number in range(20):
        client.get("/mijn/geraden/")

    assert client.get("/mijn/geraden/").status_code == 429


def test_a_code_works_only_with_its_own_house(client, house, other_house):
    question = ask(client, house)

    wrong = client.post("/mijn/", {"house": other_house.pk, "code": question.short_code})
    right = client.post("/mijn/", {"house": house.pk, "code": f" {question.short_code.lower()} "})

    assert "vinden deze code niet" in wrong.content.decode()
    assert right.url == mine(question)


def test_wrong_codes_are_limited_and_then_a_right_one_does_not_work_either(client, house):
    question = ask(client, house)
    for _number in range(5):
        client.post("/mijn/", {"house": house.pk, "code": "222222"})

    assert client.post("/mijn/", {"house": house.pk, "code": question.short_code}).status_code == 429


def test_people_who_share_a_screen_do_not_use_up_each_others_tries(client, house):
    question = ask(client, house)

    answers = [client.post("/mijn/", {"house": house.pk, "code": question.short_code}) for _number in range(8)]

    assert {answer.status_code for answer in answers} == {302}


def test_a_program_that_fills_in_everything_leaves_nothing_behind(client, house):
    client.post(f"/huis/{house.slug}/vraag/", {"words": "koop dit", "website": "http://x.test"})

    assert not Question.objects.exists()


def test_a_house_without_somebody_to_read_asks_to_call_or_come_by(client, other_house):
    told = page(client, f"/huis/{other_house.slug}/vraag/")

    assert "Bel of kom langs" in told
    assert "<textarea" not in told


def test_somebody_who_wants_a_call_leaves_a_number(client, house):
    answer = client.post(f"/huis/{house.slug}/vraag/", {"words": WORDS, "way": "phone", "phone": "zes"})

    assert answer.status_code == 200
    assert "nummer" in answer.content.decode()
    assert WORDS in answer.content.decode()
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("language", "hello"),
    [("nl", "Dag Samira,"), ("en", "Hello Samira,"), ("tr", "Merhaba Samira,"), ("ar", "مرحبًا Samira،")],
)
def test_a_message_asks_how_it_went_without_saying_what_it_is_about(house, joost, language, hello):
    wish = actions.Wish(called="Samira", way="email", email="samira@huis.test", language=language)
    question = actions.ask_online(house, words=WORDS, wish=wish)
    actions.take_question(question, seen=question.holding_mark, by=by(joost))

    assert actions.ask_how_it_went(actions.mark_answered(question, by=by(joost)))

    message = Message.objects.get(template="desk/follow_up")
    assert message.language == language
    with translation.override(language):
        text = put_into_words(message)
    assert hello in text.body
    assert f"/mijn/{question.link_token}/hoe-ging-het/" in text.body
    assert "muren" not in text.subject + text.body


def test_who_wants_a_letter_gives_an_address_when_letters_are_sent(client, house, settings):
    form = {"words": "Wie helpt met een brief?", "way": "letter", "postal": ""}
    assert "postal" not in client.get("/huis/de-brug/vraag/").content.decode()
    settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATES = "sleutel", {"letter": "brief", "sms": "", "email": ""}

    assert "Stuur mij een brief" in client.get("/huis/de-brug/vraag/").content.decode()
    assert "Naar welk adres" in client.post("/huis/de-brug/vraag/", form).content.decode()
    assert not Question.objects.exists()
    client.post("/huis/de-brug/vraag/", form | {"postal": "Kade 12\n1234 AB Dijkstad"})

    contact = Question.objects.get().contact
    assert (contact.way, contact.postal) == ("letter", "Kade 12\n1234 AB Dijkstad")


def test_nobody_asks_for_a_letter_that_cannot_be_sent(client, house):
    told = client.post("/huis/de-brug/vraag/", {"words": "Wie helpt?", "way": "letter", "postal": "Kade 12, 1234 AB D"})

    assert told.status_code == 200
    assert not Question.objects.exists()
