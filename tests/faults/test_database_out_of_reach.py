"""A database that does not answer at all: people hear it within seconds."""

import os
import socket
import subprocess
import sys
import time

import pytest

from config import embedded

TRY = "import django; django.setup(); from django.db import connection; connection.ensure_connection()"


@pytest.fixture
def silence():
    """A place where somebody listens and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(8)
        yield f"postgresql://huis@127.0.0.1:{listener.getsockname()[1]}/huis"


def test_nobody_waits_long_for_a_database_that_is_silent(silence):
    own = {"DATABASE_URL": silence, "DJANGO_SETTINGS_MODULE": "config.settings"}
    start = time.monotonic()

    tried = subprocess.run(
        [sys.executable, "-c", TRY], cwd=embedded.ROOT, env=os.environ | own, capture_output=True, text=True, timeout=60
    )

    assert "OperationalError" in tried.stderr
    assert time.monotonic() - start < 15
