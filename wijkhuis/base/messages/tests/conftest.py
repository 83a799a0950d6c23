"""Real servers for the outbox: mail, Notify and a worker, each a process of its own."""

import json
import os
import socket
import subprocess
import sys
from datetime import date
from datetime import time as moment
from pathlib import Path

import pytest
from django.conf import settings as house_settings

from tests.waiting import wait_until
from wijkhuis.base.accounts.models import User
from wijkhuis.base.messages.actions import Address, write_message
from wijkhuis.base.messages.jobs import send_message

SERVERS = Path(__file__).parent / "servers"
NOTIFY_KEY = "huis-" + "8b3aa916-ec82-434e-b0c5-d5d9b371d6a3" + "-" + "c7f4fa2f-1d5a-4ac3-9e3e-3f6ad6d2f7a1"


class Server:
    """A server process that can be stopped and started again on the same port."""

    def __init__(self, script, folder, *arguments):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.file = folder / f"{script}.jsonl"
        self.command = [sys.executable, str(SERVERS / script), str(self.port), str(self.file), *arguments]
        self.process = None

    def start(self):
        self.process = subprocess.Popen(self.command)
        wait_until(lambda: reachable(self.port))

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()

    @property
    def taken(self):
        """What it took in, oldest first."""
        lines = self.file.read_text().splitlines() if self.file.exists() else []
        return [json.loads(line) for line in lines]


def reachable(port):
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def mail_server(tmp_path, settings):
    """A mail server that runs, and the house that uses it."""
    server = Server("smtp.py", tmp_path)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.DEFAULT_FROM_EMAIL = "Huis Moerwijk <huis@moerwijk.example>"
    settings.REPLY_TO = "balie@moerwijk.example"
    yield server
    server.stop()


@pytest.fixture
def notify(tmp_path, settings):
    """A stand-in for NotifyNL that runs, and the house that uses it."""
    server = Server("notify.py", tmp_path, NOTIFY_KEY)
    server.start()
    settings.NOTIFY_API_KEY = NOTIFY_KEY
    settings.NOTIFY_URL = f"http://127.0.0.1:{server.port}"
    settings.NOTIFY_TEMPLATES = {channel: f"template-{channel}" for channel in ("sms", "email", "letter")}
    yield server
    server.stop()


@pytest.fixture
def start_worker(tmp_path):
    """Start a real worker with these settings in its environment; gives the process."""
    workers = []

    def start(**environment):
        known = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "HUIS_HOME": str(tmp_path / "home"),
            **environment,
        }
        command = [sys.executable, "manage.py", "work"]
        log = (tmp_path / f"worker-{len(workers)}.log").open("w")
        process = subprocess.Popen(command, cwd=house_settings.BASE_DIR, env=known, stdout=log, stderr=log)
        workers.append(process)
        return process

    yield start
    for worker in workers:
        worker.kill()
        worker.wait()


@pytest.fixture
def joost(db):
    return User.objects.create(email="joost@moerwijk.example", first_name="Joost")


@pytest.fixture
def write(joost):
    """Write the trial message to somebody."""

    def write(to="fatma@example.org", *, channel="email", **other):
        context = {
            "first_name": "Fatma",
            "house": "Huis Moerwijk",
            "date": date(2026, 3, 4),
            "time": moment(14, 0),
            "place": "Betje Wolffstraat 1",
            "link": "https://huis.example/v/abc",
            **other.pop("context", {}),
        }
        return write_message(template="messages/trial", to=Address(channel, to), context=context, about=joost, **other)

    return write


@pytest.fixture
def send():
    """Run the job of a message once and give the message as it is then."""

    def send(message):
        send_message(message_id=message.pk)
        message.refresh_from_db()
        return message

    return send


@pytest.fixture
def set_clock(monkeypatch):
    """Let it be another moment."""
    return lambda moment: monkeypatch.setattr("wijkhuis.base.clock.now", lambda: moment)
