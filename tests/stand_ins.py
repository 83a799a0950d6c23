"""Servers of others, played by a process here."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.waiting import wait_until

PDOK = Path(__file__).parents[1] / "wijkhuis/base/geo/tests/servers/pdok.py"


class PdokServer:
    """A stand-in for the Locatieserver: a process that can be stopped and started again."""

    def __init__(self, file):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.file, self.process = file, None
        self.url = f"http://127.0.0.1:{self.port}/bzk/locatieserver/search/v3_1"

    def start(self):
        self.process = subprocess.Popen([sys.executable, str(PDOK), str(self.port), str(self.file)])
        wait_until(self.is_up)

    def stop(self):
        self.process.kill()
        self.process.wait()

    def is_up(self):
        with socket.socket() as attempt:
            return attempt.connect_ex(("127.0.0.1", self.port)) == 0

    def asked(self):
        """The addresses it was asked for, oldest first."""
        return self.file.read_text().splitlines() if self.file.exists() else []


@pytest.fixture
def pdok_server(tmp_path, settings):
    """The stand-in for PDOK runs, and the house asks it."""
    server = PdokServer(tmp_path / "pdok.txt")
    server.start()
    settings.GEOCODER, settings.GEOCODER_URL = "pdok", server.url
    yield server
    server.stop()


@pytest.fixture
def text_messages_and_letters_go_out(settings):
    """This house has NotifyNL; nothing is sent to it in these tests."""
    settings.NOTIFY_API_KEY = "sleutel"
    settings.NOTIFY_TEMPLATES = {"sms": "sms", "email": "", "letter": "brief"}
