"""The demo as a visitor starts it, and what happens when it is killed."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from config import embedded
from wijkhuis.base.upkeep.frontend import install_frontend
from wijkhuis.house.directory.queries.topics import topic_model
from wijkhuis.loop.signals.queries.profiles import learned


@pytest.fixture
def demo():
    """Starts the demo in a folder of its own, with the style sheets and what was learned that are here already."""
    install_frontend(root=embedded.ROOT, home=embedded.HOME)
    topic_model()
    learned()
    home = Path(tempfile.mkdtemp(prefix="huis-demo-"))
    home.chmod(0o755)
    shutil.copytree(embedded.HOME / "assets", home / "assets")
    for kept in ("themes", "words"):
        shutil.copytree(embedded.HOME / kept, home / kept)
    (home / "npm").mkdir()
    shutil.copy(embedded.HOME / "npm" / "served", home / "npm" / "served")
    started = []

    def start(port):
        own = {"HUIS_HOME": str(home), "HUIS_PORT": str(port), "HUIS_WEB": "1", "PYTHONUNBUFFERED": "1"}
        environment = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "HUIS_TESTING")}
        command = [sys.executable, str(embedded.ROOT / "manage.py"), "demo", "--small"]
        process = subprocess.Popen(
            command, env=environment | own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.terminate()
            process.wait(60)
    embedded.Server(home / "pg").stop()
    shutil.rmtree(home)


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def until_ready(process):
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "ready: " in line:
            return
    pytest.fail("".join(lines[-30:]))


def sign_in_page(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{reverse(settings.LOGIN_URL)}", timeout=20) as answer:
        return answer.status


def test_a_demo_is_found_running_opens_again_after_it_was_killed_and_ends_quietly(demo):
    port = free_port()
    first = demo(port)
    until_ready(first)
    assert sign_in_page(port) == 200

    beside = demo(port)
    words, _ = beside.communicate(timeout=60)
    assert beside.returncode == 1
    assert f"running already, at http://localhost:{port}/" in words
    assert sign_in_page(port) == 200

    first.send_signal(signal.SIGKILL)
    again = demo(port)
    until_ready(again)
    assert sign_in_page(port) == 200

    again.terminate()
    words, _ = again.communicate(timeout=60)
    assert again.returncode == 0
    assert "Traceback" not in words
