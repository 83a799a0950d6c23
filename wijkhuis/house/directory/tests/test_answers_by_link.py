"""One tap in the message is the answer of a person; a program that opens every link of a message answers nothing."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.messages.models import Message
from wijkhuis.house.directory import actions
from wijkhuis.house.directory.models import Check, Verification


@pytest.fixture
def kept(entries, joost):
    """Budgetloket is kept right by Samira, who works there."""
    actions.set_keeper(entries[2], name="Samira de Wit", email="samira@budget.test", by=by(joost))
    return entries[2]


@pytest.fixture
def link(kept, joost):
    """The link in a message that went out an hour ago."""
    actions.ask_keeper(kept, by=by(joost))
    path = urlsplit(Message.objects.get().context["link"]).path
    Message.objects.update(sent_at=clock.now() - timedelta(hours=1))
    return path


def tap(client, link, said):
    """Open the link of an answer; what its page sends once it was seen."""
    end = {"right": "klopt-nog/", "changed": "klopt-niet-meer/"}[said]
    page = client.get(f"{link}{end}").content.decode()
    if "data-sends" in page:
        return client.post(link, {"outcome": said, "by": "link"}, headers={"HX-Request": "true"}).content.decode()
    return page


def test_one_tap_in_the_message_is_the_answer_and_twice_is_once(client, link, kept):
    first = tap(client, link, "right")
    again = tap(client, link, "right")

    kept.refresh_from_db()
    assert kept.verified_on == clock.today()
    assert Verification.objects.get().how == Verification.How.OWNER
    assert "Dank u wel" in first
    assert "Dank u wel" in again


def test_no_longer_right_is_one_tap_too_and_asks_what_is_different(client, link):
    page = tap(client, link, "changed")

    assert Check.objects.get().outcome == "changed"
    assert "words" in page


@pytest.mark.parametrize("first", ["right", "changed"])
def test_a_program_that_opens_both_answers_gives_none(client, link, kept, first):
    # when a program opens both links and lets their pages send what they send
    tap(client, link, first)
    page = tap(client, link, "changed" if first == "right" else "right")

    # then nothing counts, and a person has two buttons, of which one tap counts
    kept.refresh_from_db()
    assert kept.verified_on is None
    assert not Verification.objects.exists()
    assert "Welk antwoord" in page
    assert "data-sends" not in client.get(f"{link}klopt-nog/").content.decode()
    client.post(link, {"outcome": "right"})
    kept.refresh_from_db()
    assert kept.verified_on == clock.today()


def test_what_opens_a_link_as_soon_as_the_message_is_there_answers_nothing(client, link, kept):
    Message.objects.update(sent_at=clock.now() - timedelta(minutes=2))

    page = tap(client, link, "right")

    assert not Verification.objects.exists()
    assert "Tik nog een keer" in page
    Message.objects.update(sent_at=clock.now() - timedelta(minutes=20))
    tap(client, link, "right")
    assert Check.objects.get().outcome == "right"


def test_what_a_person_pressed_is_not_changed_by_an_opened_link(client, link):
    client.post(link, {"outcome": "changed"})
    tap(client, link, "right")

    assert Check.objects.get().outcome == "changed"


def test_what_was_written_beside_an_answer_stays_when_a_program_opens_the_other(client, link):
    tap(client, link, "changed")
    client.post(link, {"outcome": "words", "words": "Alleen op dinsdag"})
    tap(client, link, "right")

    assert Check.objects.get().note == "Alleen op dinsdag"


def test_an_answer_that_was_taken_back_is_not_given_again_by_the_page(client, link):
    tap(client, link, "right")
    client.post(link, {"outcome": "back"})

    assert "data-sends" not in client.get(f"{link}klopt-nog/").content.decode()
    assert Check.objects.get().outcome == ""


@pytest.mark.parametrize("said", ["gone", "maybe", ""])
def test_a_link_says_right_or_no_longer_right_and_nothing_else(client, link, said):
    client.post(link, {"outcome": said, "by": "link"})

    assert Check.objects.get().outcome == ""
    assert not Verification.objects.exists()


def test_who_is_asked_again_has_one_tap_again(client, link, kept, joost):
    tap(client, link, "right")
    tap(client, link, "changed")
    Check.objects.update(asked_on=clock.today() - timedelta(days=31))

    actions.ask_keeper(kept, by=by(joost))

    newest = urlsplit(Message.objects.latest("pk").context["link"]).path
    Message.objects.update(sent_at=clock.now() - timedelta(hours=1))
    tap(client, newest, "right")
    assert Check.objects.get().outcome == "right"
