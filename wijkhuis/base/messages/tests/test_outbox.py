"""What happens to messages that wait, are taken back, or grow old."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from wijkhuis.base.clock import now
from wijkhuis.base.messages import delivery
from wijkhuis.base.messages.actions import purge_old_messages, take_up_forgotten_messages, withdraw_messages
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.queries import waiting_without_a_job
from wijkhuis.base.messages.rules import MOST_TRIES

pytestmark = pytest.mark.django_db
CONSOLE = "django.core.mail.backends.console.EmailBackend"


def test_what_is_taken_back_is_gone_and_what_was_sent_forgets_to_whom(write, send, joost):
    sent, waiting = send(write()), write()

    withdraw_messages(about=joost)

    sent.refresh_from_db()
    assert (sent.to, sent.context) == ("", {})
    assert not Message.objects.filter(pk=waiting.pk).exists()


def test_the_job_of_a_message_that_was_taken_back_does_nothing(write, send, joost):
    message = write()
    withdraw_messages(about=joost)

    delivery.begin_try(message.pk)
    delivery.make_try(message.pk)

    assert mail.outbox == []


def test_after_a_week_nobody_knows_who_got_it_and_after_ninety_days_it_is_gone(write, send):
    message, waiting = send(write()), write()

    purge_old_messages(before=now() + timedelta(days=6))
    message.refresh_from_db()
    assert message.to == "fatma@example.org"

    purge_old_messages(before=now() + timedelta(days=8))
    message.refresh_from_db()
    waiting.refresh_from_db()
    assert (message.to, message.context) == ("", {})
    assert waiting.to == "fatma@example.org"

    purge_old_messages(before=now() + timedelta(days=91))
    assert not Message.objects.exists()


def test_a_message_whose_job_was_lost_is_taken_up_again(write, joost):
    message = write()
    assert not waiting_without_a_job(now=now()).exists()
    lose_jobs()

    assert take_up_forgotten_messages(now=now()) == 1
    assert ProcrastinateJob.objects.get(status="todo").args == {"message_id": message.pk}
    assert take_up_forgotten_messages(now=now()) == 0


def test_a_message_nobody_will_ever_take_fails_after_two_days_and_keeps_its_address(write, settings, send, set_clock):
    settings.EMAIL_BACKEND = CONSOLE
    message, moment = write(house_id=7), now()
    while message.failed_at is None:
        moment = max(moment, message.send_from)
        set_clock(moment)
        send(message)

    assert message.tries == MOST_TRIES - 1
    assert moment - message.written_at > timedelta(hours=40)
    assert write()


def test_a_mail_server_that_is_away_for_four_hours_loses_nothing(mail_server, write, send, set_clock):
    mail_server.stop()
    message = write()
    begin = moment = now()
    while moment - begin < timedelta(hours=4):
        set_clock(moment)
        send(message)
        moment = message.send_from
    assert message.failed_at is None

    mail_server.start()
    set_clock(moment)

    assert send(message).sent_at
    assert moment - begin < timedelta(hours=5.1)
    assert len(mail_server.taken) == 1


def test_where_nothing_is_set_up_a_message_waits_without_a_name_in_the_log(write, send, settings, caplog, capsys):
    settings.EMAIL_BACKEND = CONSOLE

    message = send(write())

    assert message.sent_at is None
    assert "messages/trial by email waits" in caplog.text
    assert "atma" not in caplog.text + capsys.readouterr().out


def test_in_a_demo_messages_are_shown(write, send, settings, capsys):
    settings.EMAIL_BACKEND, settings.DEMO = CONSOLE, True

    assert send(write("0612345678", channel="sms")).sent_at
    assert "+31612345678" in capsys.readouterr().out


def test_writing_a_message_costs_few_queries(write, django_assert_max_num_queries):
    # Two of them are savepoints each way; one looks for a dead address, one writes, one leaves the job.
    with django_assert_max_num_queries(7):
        write()


def test_inside_a_worker_too_a_job_rolls_back_with_its_message(write):
    # given: the task's own defer would now use a connection of its own
    with app.replace_connector(app.connector.get_worker_connector()), transaction.atomic():
        write()
        transaction.set_rollback(True)

    assert not ProcrastinateJob.objects.exists()


def test_an_installer_tries_whether_mail_works(mail_server, joost, capsys):
    call_command("try_message", joost.email)

    assert "It went out" in capsys.readouterr().out
    assert mail_server.taken[0]["to"] == [joost.email]


def test_an_installer_hears_that_mail_does_not_work(mail_server, joost):
    mail_server.stop()

    with pytest.raises(CommandError, match="SMTP"):
        call_command("try_message", joost.email)


def lose_jobs():
    jobs = ProcrastinateJob.objects.all()
    jobs._raw_delete(jobs.db)
