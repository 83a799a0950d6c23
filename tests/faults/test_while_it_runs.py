"""The database stops and comes back, a web process is killed: what was accepted is there, whole."""

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest

from tests.faults.running import Asker, RunningHouse
from tests.waiting import wait_until

GONE_SECONDS = 60 if os.environ.get("HUIS_LONG_FAULTS") else 10
LONGEST_WAIT_SECONDS = 10

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def running(house):
    """De Brug, open, in processes of its own."""
    folder = Path(tempfile.mkdtemp(prefix="huis-running-"))
    running = RunningHouse(folder)
    try:
        running.open()
        yield running
    finally:
        running.close()
        shutil.rmtree(folder)


def test_the_database_is_gone_for_a_while_and_no_accepted_question_is_lost(house, running):
    askers = [Asker(running, house.slug, number=number) for number in (1, 2)]
    for asker in askers:
        asker.start()
    wait_until(lambda: all(len(asker.kept) > 2 for asker in askers))

    stopped = time.monotonic()
    running.server.stop()
    time.sleep(GONE_SECONDS)
    back = time.monotonic()
    running.server.start()

    kept = [len(asker.kept) for asker in askers]
    wait_until(lambda: all(len(asker.kept) > before + 2 for asker, before in zip(askers, kept, strict=True)))
    wait_until(lambda: has_new_worker(running, since=time.monotonic() - back))
    for asker in askers:
        asker.stop()
    pages = [page for asker in askers for page in asker.pages]
    meanwhile = [page for page in pages if stopped + 1 < page[0] < back - 1]
    assert len(meanwhile) > 5
    assert {status for _at, _took, status, _text in meanwhile} <= {500, 503}
    assert all("<h1>" in text for _at, _took, status, text in pages if status >= 500)
    assert max(took for _at, took, _status, _text in pages) < LONGEST_WAIT_SECONDS
    assert set(promised(askers)) <= set(written(running))


def has_new_worker(running, *, since):
    """Whether a worker gave a sign of life after the database came back, so many seconds ago."""
    fresh = "select count(*) from procrastinate_workers where last_heartbeat > now() - make_interval(secs => %s)"
    return running.ask(fresh, since)[0][0] > 0


def test_a_web_process_is_killed_while_it_saves_and_a_question_is_whole_or_not_there(house, running):
    askers = [Asker(running, house.slug, number=number) for number in (1, 2, 3)]
    for asker in askers:
        asker.start()
    wait_until(lambda: all(asker.kept for asker in askers))

    for _time in range(4):
        time.sleep(0.6)
        running.kill_a_web_process()

    wait_until(running.answers)
    for asker in askers:
        asker.stop()
    assert set(promised(askers)) <= set(written(running))
    half = "select count(*) from desk_question q where not exists (select 1 from journal_journalline l where "
    half += "l.action = 'desk.question_asked_online' and l.about_id = q.id)"
    assert running.ask(half) == [(0,)]
    lost = "select count(*) from people_contactwish w where not exists "
    lost += "(select 1 from desk_question q where q.contact_id = w.id)"
    assert running.ask(lost) == [(0,)]


def promised(askers):
    return [words for asker in askers for words in asker.kept]


def written(running):
    return [words for (words,) in running.ask("select words from desk_question")]
