"""A link of a keeper opens one question, for a while, and what was written by it is not kept for ever."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.messages.models import Message
from wijkhuis.house.directory import actions
from wijkhuis.house.directory.models import Check, Choice, Verification
from wijkhuis.house.directory.schedule import forget_old_answers


@pytest.fixture
def kept(entries, joost):
    """Budgetloket is kept right by Samira, who works there."""
    actions.set_keeper(entries[2], name="Samira de Wit", email="samira@budget.test", by=by(joost))
    return entries[2]


@pytest.fixture
def link(kept, joost):
    actions.ask_keeper(kept, by=by(joost))
    return urlsplit(Message.objects.get().context["link"]).path


def test_an_old_link_rewrites_no_note_of_long_ago(client, link, kept):
    client.post(link, {"outcome": "changed"})
    client.post(link, {"outcome": "words", "words": "Alleen op dinsdag"})
    Check.objects.update(answered_on=clock.today() - timedelta(days=90))

    answer = client.post(link, {"outcome": "words", "words": "Bel mijn privénummer"})

    assert answer.status_code == 409
    assert kept.verifications.get().note == "Alleen op dinsdag"


def test_a_link_of_a_keeper_is_told_to_no_other_site(client, link):
    assert client.get(link)["Referrer-Policy"] == "no-referrer"


def test_what_was_written_and_chosen_long_ago_is_forgotten(client, link, kept, house, joost):
    client.post(link, {"outcome": "changed"})
    client.post(link, {"outcome": "words", "words": "Samira is ziek"})
    Choice.objects.create(house=house, entry=kept, topic="schulden", chosen_by=joost, chosen_on=clock.today())
    long_ago = clock.today() - timedelta(days=600)
    forget_old_answers()
    assert (Check.objects.count(), Choice.objects.count(), kept.verifications.get().note) == (1, 1, "Samira is ziek")

    Check.objects.update(answered_on=long_ago)
    Verification.objects.update(on=long_ago)
    Choice.objects.update(chosen_on=long_ago)
    forget_old_answers()

    assert (Check.objects.count(), Choice.objects.count(), kept.verifications.get().note) == (0, 0, "")
    assert client.get(link).status_code == 404
