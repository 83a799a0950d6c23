"""Who has no e-mail address gets the question as a text message, or is called."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.messages.models import Channel, Message
from wijkhuis.base.messages.rules import short_text
from wijkhuis.base.messages.writing import put_into_words
from wijkhuis.house.directory import actions
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.schedule import ask_keepers

MOBILE, LANDLINE = "06 12 34 56 78", "070 123 45 67"


@pytest.fixture
def notify(settings):
    """The house sends text messages."""
    settings.NOTIFY_API_KEY = "key"
    settings.NOTIFY_TEMPLATES = {**settings.NOTIFY_TEMPLATES, Channel.SMS: "template"}


def kept(entry, joost, **reach):
    actions.set_keeper(entry, name="Samira de Wit", by=by(joost), **reach)
    Entry.objects.filter(pk=entry.pk).update(added_on=clock.today() - timedelta(days=250))
    return Entry.objects.get(pk=entry.pk)


def test_a_mobile_number_gets_both_answers_in_one_text_message(notify, entries, joost):
    kept(entries[2], joost, phone=MOBILE)

    ask_keepers()

    message = Message.objects.get()
    assert (message.channel, message.to) == (Channel.SMS, "+31612345678")
    sent = short_text(put_into_words(message).body)
    assert "klopt-nog/" in sent
    assert "klopt-niet-meer/" in sent


def test_mail_comes_before_a_text_message(notify, entries, joost):
    actions.ask_keeper(kept(entries[2], joost, email="samira@budget.test", phone=MOBILE), by=by(joost))

    assert Message.objects.get().channel == Channel.EMAIL


@pytest.mark.parametrize("phone", [MOBILE, LANDLINE])
def test_where_no_message_can_arrive_the_number_stands_on_the_list_to_call(sign_in, entries, joost, phone):
    asked = kept(entries[2], joost, phone=phone)

    ask_keepers()

    browser = sign_in(joost)
    page = browser.get(reverse("directory:freshness")).content.decode()
    assert not Message.objects.exists()
    assert phone in page
    assert reverse("directory:ask", args=[asked.pk]) not in page
    assert reverse("directory:ask", args=[asked.pk]) not in browser.get(f"/kaart/{asked.pk}/").content.decode()
    with pytest.raises(RuleBroken):
        actions.ask_keeper(asked, by=by(joost))


def test_a_landline_is_called_also_when_the_house_sends_text_messages(notify, sign_in, entries, joost):
    kept(entries[2], joost, phone=LANDLINE)

    ask_keepers()

    assert not Message.objects.exists()
    assert LANDLINE in sign_in(joost).get(reverse("directory:freshness")).content.decode()


def test_a_number_is_enough_to_say_who_keeps_it_right(sign_in, client, joost, entries):
    answer = sign_in(joost).post(
        reverse("directory:keeper", args=[entries[2].pk]), {"keeper_name": "Samira", "keeper_phone": MOBILE}
    )

    entries[2].refresh_from_db()
    assert answer.status_code == 302
    assert entries[2].keeper_phone == MOBILE
    client.logout()
    assert MOBILE not in client.get(f"/kaart/{entries[2].pk}/").content.decode()
