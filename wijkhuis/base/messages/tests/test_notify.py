"""E-mail, text messages and letters through a stand-in for NotifyNL, and what it reports afterwards."""

import json
import logging

import pytest
from django.urls import reverse

from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.queries import address_is_dead

pytestmark = pytest.mark.django_db
TOKEN = "a-token-of-our-own"


def test_fatma_gets_a_text_message_with_only_the_body(notify, write, send):
    message = send(write("06 1234 5678", channel="sms"))

    assert message.sent_at
    taken = notify.taken[0]
    assert taken["phone_number"] == "+31612345678"
    assert taken["template_id"] == "template-sms"
    assert taken["reference"] == str(message.reference)
    assert set(taken["personalisation"]) == {"body"}
    assert "\n\n" not in taken["personalisation"]["body"]
    assert taken["personalisation"]["body"].endswith("https://huis.example/v/abc")


def test_fatma_gets_a_letter_with_her_name_above_the_address(notify, write, send):
    send(write("Dreef 1, 2541 AB Den Haag", channel="letter"))

    taken = notify.taken[0]["personalisation"]
    assert [taken[f"address_line_{number}"] for number in (1, 2, 3)] == ["Fatma", "Dreef 1", "2541 AB Den Haag"]
    assert taken["subject"]
    assert "woensdag 4 maart" in taken["body"]


def test_fatma_gets_an_e_mail_through_notify(notify, write, send):
    assert send(write()).sent_at
    assert notify.taken[0]["email_address"] == "fatma@example.org"


def test_a_number_that_is_wrong_is_switched_off(notify, write, send):
    message = send(write("0612340000", channel="sms"))

    assert message.failed_at
    assert message.failure == "Notify 400 ValidationError"
    assert address_is_dead("sms", "+31 6 1234 0000")


@pytest.mark.parametrize(("who", "why"), [("limit", "Notify 429"), ("broken", "Notify 500")])
def test_a_limit_or_a_fault_of_notify_means_later(notify, write, send, who, why):
    message = send(write(f"{who}@example.org"))

    assert message.failure.startswith(why)
    assert message.failed_at is None
    assert not address_is_dead("email", f"{who}@example.org")


def test_a_wrong_key_of_ours_means_later(notify, write, send, settings):
    settings.NOTIFY_API_KEY = settings.NOTIFY_API_KEY[:-1] + "0"

    message = send(write())

    assert message.failure == "Notify 403 AuthError"
    assert message.failed_at is None


def test_notify_that_cannot_be_reached_means_later(notify, write, send):
    notify.stop()

    assert send(write()).failure.startswith("Notify 503")


def test_notify_is_asked_before_it_gets_a_message_again(notify, write, send):
    message = send(write())
    Message.objects.update(sent_at=None, send_from=message.written_at)

    assert send(message).sent_at
    assert message.tries == 2
    assert len(notify.taken) == 1


@pytest.fixture
def report(client, settings):
    """Let Notify report how a message fared."""
    settings.NOTIFY_CALLBACK_TOKEN = TOKEN

    def report(message, status, *, token=TOKEN, **other):
        data = {"id": "1", "reference": str(message.reference), "to": message.to, "status": status, **other}
        return client.post(
            reverse("messages:notify_report"),
            json.dumps(data),
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )

    return report


def test_a_report_of_permanent_failure_switches_the_address_off_once(notify, write, send, report):
    message = send(write())

    assert [report(message, "permanent-failure").status_code for _time in range(2)] == [204, 204]

    message.refresh_from_db()
    assert message.failed_at
    assert message.sent_at is None
    assert address_is_dead("email", message.to)


def test_a_phone_that_was_off_does_not_switch_the_number_off(notify, write, send, report):
    message = send(write("0612345678", channel="sms"))

    report(message, "temporary-failure")

    message.refresh_from_db()
    assert message.failed_at
    assert not address_is_dead("sms", message.to)


def test_a_report_of_delivery_settles_what_a_killed_worker_left_open(write, report):
    message = write()

    report(message, "delivered")

    message.refresh_from_db()
    assert message.sent_at


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", "é"])
def test_nobody_reports_without_the_token(write, report, token):
    message = write()

    assert report(message, "permanent-failure", token=token.encode().decode("latin-1")).status_code == 403
    message.refresh_from_db()
    assert message.failed_at is None


def test_without_a_token_in_the_settings_nobody_reports(write, report, settings):
    settings.NOTIFY_CALLBACK_TOKEN = ""

    assert report(write(), "delivered", token="").status_code == 403


@pytest.mark.parametrize("body", ["", "{", "[]", "[" * 100_000, '{"reference": 1, "status": 2}', '{"status": null}'])
def test_nonsense_is_no_report(client, settings, db, body):
    settings.NOTIFY_CALLBACK_TOKEN = TOKEN

    answer = client.post(
        reverse("messages:notify_report"),
        body,
        content_type="application/json",
        headers={"Authorization": f"Bearer {TOKEN}"},
    )

    assert answer.status_code == 400


def test_a_report_about_something_unknown_is_taken_in_quietly(write, report):
    message = write()
    message.reference = "0f0f0f0f-0000-4000-8000-000000000000"

    assert report(message, "delivered").status_code == 204


def test_no_address_is_written_in_a_log(notify, write, send, report, caplog):
    caplog.set_level(logging.DEBUG)
    for to, channel in [("0612340000", "sms"), ("broken@example.org", "email"), ("fatma@example.org", "email")]:
        report(send(write(to, channel=channel)), "permanent-failure")

    assert "0612340000" not in caplog.text
    assert "31612340000" not in caplog.text
    assert "example.org" not in caplog.text
    assert "Fatma" not in caplog.text
