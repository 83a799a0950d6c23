"""E-mail that goes out by a real mail server."""

from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.messages.models import DeadAddress, Message
from wijkhuis.base.messages.queries import address_is_dead, failed_messages

pytestmark = pytest.mark.django_db


def letter(server):
    return message_from_bytes(server.taken[-1]["raw"].encode(), policy=policy.default)


def test_fatma_gets_an_e_mail_she_can_answer(mail_server, write, send):
    message = send(write())

    assert message.sent_at
    mail = letter(mail_server)
    assert mail_server.taken[0]["to"] == ["fatma@example.org"]
    assert mail["From"] == "Huis Moerwijk <huis@moerwijk.example>"
    assert mail["Reply-To"] == "balie@moerwijk.example"
    assert mail["Message-ID"] == f"<{message.reference}@moerwijk.example>"
    assert "https://huis.example/v/abc" in mail.get_content()


def test_a_message_says_the_day_in_words(mail_server, write, send):
    send(write(language="nl"))

    assert "woensdag 4 maart" in letter(mail_server).get_content()
    assert "14.00 uur" in letter(mail_server).get_content()


@pytest.mark.parametrize(
    ("language", "day"), [("tr", "4 Mart Çarşamba"), ("ar", "الأربعاء 4 مارس"), ("en", "Wednesday 4 March")]
)
def test_a_message_is_written_in_the_language_of_the_reader(mail_server, write, send, language, day):
    send(write(language=language, context={"first_name": "Gülşen أمينة", "house": "Çarşı O'Neil & zo"}))

    assert day in letter(mail_server).get_content()
    assert "Gülşen أمينة" in letter(mail_server).get_content()
    assert "Çarşı O'Neil & zo" in letter(mail_server)["Subject"]


def test_a_mailbox_that_does_not_exist_is_switched_off_and_the_house_is_told(mail_server, write, send):
    message = send(write("gone@example.org", house_id=7))

    assert message.failed_at
    assert message.failure == "SMTP 550"
    assert list(failed_messages(house_ids=[7])) == [message]
    assert list(failed_messages(house_ids=[8])) == []
    assert address_is_dead("email", "Gone@Example.org")
    assert write("gone@example.org") is None
    assert "gone" not in DeadAddress.objects.get().digest


def test_what_was_still_waiting_for_a_dead_address_is_not_tried(mail_server, write, send):
    second = write("gone@example.org")
    send(write("gone@example.org"))

    assert send(second).failed_at


@pytest.mark.parametrize("who", ["busy", "blocked"])
def test_a_server_that_is_busy_or_suspicious_does_not_kill_an_address(mail_server, write, send, who):
    message = send(write(f"{who}@example.org"))

    assert message.sent_at is None
    assert message.failed_at is None
    assert message.tries == 1
    assert message.send_from > message.written_at
    assert not address_is_dead("email", f"{who}@example.org")


def test_a_mail_server_that_is_down_and_comes_back_loses_nothing(mail_server, write, send):
    mail_server.stop()
    message = send(write())
    assert message.failure.startswith("SMTP ")

    mail_server.start()
    make_due(message)

    assert send(message).sent_at
    assert message.tries == 2
    assert len(mail_server.taken) == 1


def test_a_sent_message_is_not_sent_again(mail_server, write, send):
    message = send(write())
    make_due(message)
    send(message)

    assert len(mail_server.taken) == 1


def test_a_message_for_tomorrow_waits(mail_server, write, send):
    message = write()
    Message.objects.update(send_from=message.written_at + timedelta(days=1))

    assert send(message).sent_at is None


def test_what_is_rolled_back_was_never_written(write):
    with transaction.atomic():
        write()
        transaction.set_rollback(True)

    assert not Message.objects.exists()
    assert not ProcrastinateJob.objects.exists()


def test_a_job_holds_a_number_and_no_person(write):
    message = write()

    assert ProcrastinateJob.objects.get().args == {"message_id": message.pk}


@pytest.mark.parametrize(
    "context",
    [
        {"first_name": "win op http://boef.example"},
        {"first_name": "[klik](boef.example)"},
        {"who": "((geheim)) boef.example"},
        {"place": "boef.example" * 20},
        {"link": "javascript:alert('boef.example')"},
        {"link": "https://boef.example/ of bel 0900"},
    ],
)
def test_nothing_can_be_smuggled_into_a_message(mail_server, write, send, context):
    send(write(context=context))

    assert "boef.example" not in mail_server.taken[0]["raw"]


def test_a_name_with_a_line_break_brings_no_header_of_its_own(mail_server, write, send):
    send(write(context={"house": "Huis\r\nBcc: iedereen@example.org"}))

    assert letter(mail_server)["Bcc"] is None
    assert mail_server.taken[0]["to"] == ["fatma@example.org"]


def test_a_message_never_holds_a_theme(write):
    with pytest.raises(RuleBroken):
        write(context={"theme": "schulden"})


@pytest.mark.parametrize("to", ["fatma", "fatma@example.org\nBcc: iedereen@example.org", "a@b.nl, c@d.nl", ""])
def test_what_is_no_address_gets_no_message(write, to):
    assert write(to) is None


def make_due(message):
    Message.objects.filter(pk=message.pk).update(send_from=message.written_at)
