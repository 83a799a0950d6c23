"""Anybody may fill in somebody else's number: the house sends no stream of messages, and no words of a stranger."""

import pytest
from django.urls import reverse

from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.rules import plain
from wijkhuis.loop.desk.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("text_messages_and_letters_go_out")]


def ask(client, house, words, **facts):
    sent = {"words": words, "way": "sms", "phone": "0612345678", **facts}
    return client.post(reverse("home:ask", args=[house.slug]), sent, REMOTE_ADDR=facts.pop("origin", "192.0.2.1"))


def test_a_number_that_is_filled_in_again_and_again_gets_three_links_a_day(client, house):
    for number in range(5):
        written = "0612345678" if number % 2 else "+31 6 12 34 56 78"
        answer = ask(client, house, f"Vraag {number}", phone=written, origin=f"198.51.100.{number}")
        assert answer.status_code == 302

    assert Question.objects.count() == 5
    assert Message.objects.filter(template="desk/link").count() == 3
    ask(client, house, "Van iemand anders", phone="0687654321")
    assert Message.objects.filter(template="desk/link").count() == 4


@pytest.mark.parametrize(
    "name", ["Betaal op incasso-nu.nl", "bel 0900 12345", "win@prijs", "kijk evil.example/x", "bel 09001234 nu"]
)
def test_a_name_carries_no_address_and_no_number_to_a_stranger(client, house, name):
    ask(client, house, "Een vraag", called=name)

    assert Message.objects.get().context["first_name"] == ""


@pytest.mark.parametrize(
    "name", ["mevrouw Yılmaz-de Vries", "A.B. de Boer", "J.P.Balkenende", "José", "محمد", "Anne 2"]
)
def test_a_name_stays_a_name(name):
    assert plain({"first_name": name})["first_name"] == name
