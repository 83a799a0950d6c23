"""A document that was taken away can be put back for a week, and reading can be stopped."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.library import actions, schedule
from wijkhuis.house.library.actions.adding import read_document
from wijkhuis.house.library.models import Document, DocumentFile
from wijkhuis.house.library.queries import search_archive
from wijkhuis.house.library.reading import CannotRead
from wijkhuis.house.library.tests.test_search import add

pytestmark = pytest.mark.django_db
WORDS = b"De buurttuin is elke dinsdag open."


@pytest.fixture
def letter(db):
    return add(WORDS, "brief.txt", title="Brief over de tuin")


def test_what_is_taken_away_nobody_finds_and_it_can_be_put_back(letter, carla, house, client, sign_in):
    keep, page = reverse("library:keep"), reverse("library:page", args=[letter.pk, 1])
    browser = sign_in(carla)

    browser.post(reverse("library:remove", args=[letter.pk]))
    assert search_archive("buurttuin", user=None) == ([], 0)
    assert client.get(page).status_code == 404
    assert "Terugzetten" in browser.get(keep).content.decode()
    browser.post(reverse("library:put_back", args=[letter.pk]))

    assert search_archive("buurttuin", user=None)[1] == 1
    assert client.get(page).status_code == 200
    assert "Terugzetten" not in browser.get(keep).content.decode()


def test_after_seven_days_it_goes_for_good(letter):
    actions.remove_document(letter, by=SYSTEM)
    with clock.pretend(clock.now() + timedelta(days=6)):
        schedule.delete_what_was_removed_at_night()
    assert Document.objects.exists()

    with clock.pretend(clock.now() + timedelta(days=8)):
        schedule.delete_what_was_removed_at_night()

    assert not Document.objects.exists()
    assert not DocumentFile.objects.exists()


def test_what_holds_names_goes_for_good_at_once(letter, carla, house, sign_in):
    sign_in(carla).post(reverse("library:remove", args=[letter.pk]), {"for_good": "1"})

    assert not Document.objects.exists()


def test_bringing_the_same_file_again_brings_it_back_as_it_was_known(letter, carla, house):
    Document.objects.update(title="De tuin, verbeterd", remark="holds_bsn", is_public=False)
    actions.remove_document(letter, by=by(carla))

    held, refused = actions.ask_reading([("brief.txt", WORDS)], is_public=True, listed={}, by=by(carla))

    assert (held, refused) == ([letter], [])
    letter.refresh_from_db()
    # What seemed to hold a citizen service number is not shown to everybody by bringing it twice.
    assert (letter.title, letter.removed_at, letter.is_public) == ("De tuin, verbeterd", None, False)
    assert search_archive("buurttuin", user=carla)[1] == 1


def test_a_host_takes_nothing_away_and_puts_nothing_back(letter, joost):
    for act in (actions.remove_document, actions.put_back_document, actions.delete_document):
        with pytest.raises(NotYours):
            act(letter, by=by(joost))
    with pytest.raises(NotYours):
        actions.stop_reading(by=by(joost))


def test_reading_is_stopped_and_begun_again(carla, house, sign_in):
    held, _refused = actions.ask_reading([("brief.txt", WORDS)], is_public=True, listed={}, by=by(carla))
    browser = sign_in(carla)
    assert "Nog 1 stuk te lezen" in browser.get(reverse("library:keep")).content.decode()

    browser.post(reverse("library:stop_reading"))
    actions.read_waiting(held[0].pk)
    assert not Document.objects.get().read_at
    assert "Iemand heeft het lezen gestopt" in browser.get(reverse("library:keep")).content.decode()
    browser.post(reverse("library:read_again", args=[held[0].pk]))
    actions.read_waiting(held[0].pk)

    assert Document.objects.get().read_at


def test_who_takes_a_document_away_while_it_is_read_stops_the_reading(carla, house):
    held, _refused = actions.ask_reading([("brief.txt", WORDS)], is_public=True, listed={}, by=by(carla))
    actions.remove_document(held[0], by=by(carla))

    with pytest.raises(CannotRead):
        read_document(held[0], by=SYSTEM)

    assert not held[0].sheets.exists()


def test_an_archive_that_is_empty_or_narrowed_says_what_to_do(letter, client):
    narrowed = client.post(reverse("library:archive"), {"year_from": "1990", "year_until": "1991"}).content.decode()
    assert "Er is nog niets" not in narrowed
    assert "Kies andere jaren" in narrowed

    letter.delete()

    assert "Breng het naar het buurthuis" in client.get(reverse("library:archive")).content.decode()
