"""A real worker process that is killed, restarted, and does not lose or repeat anything."""

import os
import signal

import pytest
from django.db.models import F
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.waiting import wait_until
from wijkhuis.base.messages import schedule
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.tests.conftest import NOTIFY_KEY

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]


def mail_settings(server):
    return {"HUIS_SMTP_HOST": "127.0.0.1", "HUIS_SMTP_PORT": str(server.port)}


def notify_settings(server):
    url = f"http://127.0.0.1:{server.port}"
    return {"HUIS_NOTIFY_KEY": NOTIFY_KEY, "HUIS_NOTIFY_URL": url, "HUIS_NOTIFY_EMAIL_TEMPLATE": "template"}


def kill(worker):
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()


def let_a_minute_pass():
    """What a minute does: the next try of every message is due, and what was forgotten is taken up."""
    Message.objects.update(send_from=F("written_at"))
    schedule.take_up_forgotten_messages(timestamp=0)


def is_sent(message):
    return Message.objects.filter(pk=message.pk, sent_at__isnull=False).exists()


def test_a_worker_killed_before_it_sent_loses_nothing(mail_server, write, start_worker):
    message = write("slow@example.org")
    worker = start_worker(**mail_settings(mail_server))
    wait_until(lambda: mail_server.taken)
    kill(worker)
    mail_server.stop()
    assert Message.objects.get(pk=message.pk).sent_at is None
    assert ProcrastinateJob.objects.filter(task_name="messages.send_message", status="doing").exists()

    mail_server.start()
    let_a_minute_pass()
    start_worker(**mail_settings(mail_server))

    wait_until(lambda: is_sent(message))
    assert len([mail for mail in mail_server.taken if mail["to"]]) == 1


def test_a_worker_killed_after_notify_took_it_does_not_send_twice(notify, write, start_worker):
    message = write("slow@example.org")
    worker = start_worker(**notify_settings(notify))
    wait_until(lambda: notify.taken)
    kill(worker)
    assert Message.objects.get(pk=message.pk).sent_at is None

    let_a_minute_pass()
    start_worker(**notify_settings(notify))

    wait_until(lambda: is_sent(message))
    assert len(notify.taken) == 1


def test_two_workers_send_fifty_messages_once_each(mail_server, write, start_worker):
    for number in range(50):
        write(f"bewoner-{number}@example.org")
    for _worker in range(2):
        start_worker(**mail_settings(mail_server))

    wait_until(lambda: not Message.objects.filter(sent_at__isnull=True).exists())

    assert len(mail_server.taken) == len({mail["to"][0] for mail in mail_server.taken}) == 50
