"""The embedded server, when things go wrong around it."""

import multiprocessing
import os
import shutil
import signal
import tempfile
from pathlib import Path

import psycopg
import pytest

from config import embedded


@pytest.fixture
def server():
    """A server in a folder that nobody but root may enter, as in root's home."""
    folder = Path(tempfile.mkdtemp(prefix="huis-"))
    server = embedded.Server(folder / "pg")
    yield server
    place = server.data.parent
    server.stop()
    shutil.rmtree(folder)
    if place.is_relative_to(embedded.REACHABLE):
        shutil.rmtree(place)


def ask(server, question):
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        answer = connection.execute(question)
        return answer.fetchone()[0] if answer.description else None


def kill(server):
    os.kill(int((server.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)


def test_what_was_written_is_there_after_the_power_went_off(server):
    server.start()
    ask(server, "create table promise as select 'call on Tuesday' as words")

    kill(server)
    server.start()

    assert ask(server, "select words from promise") == "call on Tuesday"


def test_who_leaves_last_turns_the_server_off(server):
    with server.in_use():
        with embedded.Server(server.folder).in_use():
            assert server.answers()
        assert server.answers()
    assert not server.answers()


def test_three_who_start_at_the_same_moment_share_one_server(server):
    starters = [multiprocessing.get_context("spawn").Process(target=server.start) for _ in range(3)]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join()

    assert [starter.exitcode for starter in starters] == [0, 0, 0]
    assert ask(server, "select 1") == 1


def test_a_start_that_was_interrupted_is_done_again(server):
    server.prepare()
    server.data.rename(server.data.with_name(server.data.name + ".half"))

    server.start()

    assert ask(server, "select 1") == 1


def test_a_very_long_path_is_no_problem(server):
    server.folder = server.folder.parent / ("a-rather-long-name-" * 8) / "pg"
    server.folder.parent.mkdir()

    server.start()

    assert ask(server, "select 1") == 1


def test_without_the_package_the_programs_of_debian_do_the_same(server, monkeypatch):
    if not list(Path("/usr/lib/postgresql").glob("*/bin/postgres")):
        pytest.skip("Debian's PostgreSQL is not here")
    monkeypatch.setattr("config.programs.find_spec", lambda name: None)

    server.start()

    assert ask(server, "show server_version").startswith(str(server.programs.version()))


def test_data_of_another_version_is_left_alone(server):
    server.prepare()
    (server.data / "PG_VERSION").write_text("9\n")

    with pytest.raises(embedded.ServerTrouble, match="was made by PostgreSQL 9"):
        server.start()
