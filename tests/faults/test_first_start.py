"""Two machines that start for the first time at the same moment."""

import os
import subprocess
import sys

import psycopg
import pytest

from config import embedded

pytestmark = pytest.mark.faults


@pytest.fixture
def empty_database(tmp_path):
    """The address of an empty database on a server of its own."""
    server = embedded.Server(tmp_path / "pg", options=embedded.UNSAFE_BUT_FAST)
    with server.in_use():
        server.ensure_database("first")
        yield server.url("first")


def test_two_first_migrates_at_once_both_end_well(empty_database):
    own = os.environ | {"DATABASE_URL": empty_database, "HUIS_TESTING": "1"}
    # One room and all it stands on, extensions of PostgreSQL too: what keeps two apart is the same for every room.
    command = [sys.executable, "-W", "ignore", "manage.py", "migrate", "directory", "--verbosity", "0"]

    both = [
        subprocess.Popen(command, cwd=embedded.ROOT, env=own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _machine in range(2)
    ]
    said = [machine.communicate(timeout=180)[0].decode() for machine in both]

    assert [machine.returncode for machine in both] == [0, 0], "\n".join(said)
    with psycopg.connect(empty_database) as database:
        twice = database.execute("select app, name from django_migrations group by 1, 2 having count(*) > 1").fetchall()
        locks = database.execute("select count(*) from pg_locks where locktype = 'advisory'").fetchone()
    assert twice == []
    assert locks == (0,)
