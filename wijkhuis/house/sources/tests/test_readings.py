"""Reading in the background: how far it is, stopping it, and sources that are read at their address."""

import io
import json
from contextlib import closing

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from openpyxl import Workbook
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import by
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources import readers, schedule
from wijkhuis.house.sources.actions import (
    ask_reading,
    ask_reading_now,
    import_directory,
    read_one,
    readings,
    stop_reading,
)
from wijkhuis.house.sources.models import Reading, Source
from wijkhuis.house.sources.rules.counting import rows_in
from wijkhuis.house.sources.rules.said import Said

LARGE = ("id;name;description\n" + "".join(f"{n};Groep {n};{'samen eten ' * 30}\n" for n in range(1500))).encode()


def bring(carla, content=LARGE):
    how = {"file_name": "groot.csv", "strict": False, "is_whole": True, "by": by(carla)}
    return ask_reading("groot", content=content, **how)


def jobs():
    return ProcrastinateJob.objects.filter(task_name="sources.read_one", status="todo")


def test_a_large_file_is_left_to_a_worker_and_the_page_says_how_far_it_is(sign_in, carla, city):
    reading = bring(carla)
    page = reverse("sources:reading", args=[reading.pk])

    assert jobs().get().args == {"reading_id": reading.pk}
    assert "aan het lezen" in sign_in(carla).get(page).content.decode()
    assert not Entry.objects.exists()

    schedule.read_one(reading.pk)

    reading.refresh_from_db()
    assert (reading.outcome["added"], reading.content, Entry.objects.count()) == (1500, None, 1500)
    assert "1500 nieuw" in sign_in(carla).get(page).content.decode()


def test_who_stops_a_reading_keeps_nothing_of_it(carla, city):
    reading = bring(carla)
    stop_reading(reading, by=by(carla))

    read_one(reading.pk)

    reading.refresh_from_db()
    assert not Entry.objects.exists()
    assert (bool(reading.failed), reading.content) == (True, None)
    with pytest.raises(RuleBroken):
        stop_reading(Reading.objects.get(), by=by(carla))


@pytest.mark.django_db(transaction=True)
def test_a_reading_stops_halfway_when_somebody_asks(monkeypatch):
    def read(address):
        for number in range(1500):
            yield Said(str(number), {"name": f"Groep {number}"})
            if number == 500:
                with closing(connection.copy()) as other, other.cursor() as cursor:
                    cursor.execute("UPDATE sources_reading SET stop_asked = true")

    monkeypatch.setitem(readers.READERS, "hsds", read)
    source = Source.objects.create(name="keten", form="hsds", address="https://keten.test/")
    reading = ask_reading_now(source, by=SYSTEM)

    read_one(reading.pk)

    reading.refresh_from_db()
    assert (reading.done, bool(reading.failed), Entry.objects.count()) == (1000, True, 0)


@pytest.mark.django_db(transaction=True)
def test_a_reading_tells_what_can_be_found_and_stops_then_too(monkeypatch):
    heard = []

    def listen(other, reading, done, findable):
        heard.append((done, findable))
        note(other, reading, done, findable)
        if findable:
            with closing(connection.copy()) as asking, asking.cursor() as cursor:
                cursor.execute("UPDATE sources_reading SET stop_asked = true")

    note = readings._note
    monkeypatch.setattr(readings, "_note", listen)
    monkeypatch.setitem(
        readers.READERS, "hsds", lambda _address: (Said(str(n), {"name": f"G {n}"}) for n in range(1_200))
    )
    reading = ask_reading_now(Source.objects.create(name="k", form="hsds", address="https://k.test/"), by=SYSTEM)

    read_one(reading.pk)

    reading.refresh_from_db()
    assert heard == [(1_000, 0), (1_200, 0), (1_200, 512), (1_200, 1_024)]
    assert (reading.findable, bool(reading.failed), Entry.objects.count()) == (1_024, True, 0)


def test_a_file_that_turns_out_wrong_halfway_says_so(carla, city):
    reading = bring(
        carla, b'[{"id": "1", "name": "' + b"a" * 10 + b'"},' + b" " * 300_000 + b'{"id": "2", "name": "b"}]'
    )

    read_one(reading.pk)
    read_one(reading.pk)

    reading.refresh_from_db()
    assert reading.outcome["added"] == 2


@pytest.fixture
def chain(city, monkeypatch):
    """A source at an address that tells of two things, until it breaks."""

    def read(address):
        yield Said("a", {"name": "Spreekuur schulden"})
        yield Said("b", {"name": "Formulierenhulp"})
        if "stuk" in address:
            raise RuleBroken("De bron antwoordt niet.")

    monkeypatch.setitem(readers.READERS, "hsds", read)
    return Source.objects.create(name="keten", form="hsds", address="https://keten.test/hsds/")


def test_a_source_with_an_address_is_read_at_night_and_once_at_a_time(chain, carla):
    schedule.read_at_night()
    asked = ask_reading_now(chain, by=by(carla))

    assert jobs().count() == 1
    read_one(asked.pk)
    assert Entry.objects.count() == 2
    assert Reading.objects.get().outcome["added"] == 2


def test_a_source_that_breaks_halfway_changes_nothing_and_says_why(chain):
    read_one(ask_reading_now(chain, by=SYSTEM).pk)
    Source.objects.update(address="https://keten.test/stuk/")

    read_one(ask_reading_now(Source.objects.get(), by=SYSTEM).pk)

    assert Reading.objects.first().failed == "De bron antwoordt niet."
    assert not chain.records.exclude(dropped_on=None).exists()


def work(status, *, silent="0 seconds"):
    """A worker took the job, and was last heard of so long ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - %s::interval) returning id", [silent]
        )
        (worker,) = cursor.fetchone()
        cursor.execute(
            "update procrastinate_jobs set status = %s::procrastinate_job_status, worker_id = %s "
            "where task_name = 'sources.read_one'",
            [status, worker],
        )


def test_a_reader_that_stumbles_ends_the_reading_with_a_sentence(chain, carla, sign_in, monkeypatch, caplog):
    def read(address):
        yield Said("a", {"name": "Spreekuur schulden"})
        raise KeyError("iets vreemds")

    monkeypatch.setitem(readers.READERS, "hsds", read)
    reading = ask_reading_now(chain, by=by(carla))

    read_one(reading.pk)

    reading.refresh_from_db()
    assert reading.ended_at
    assert "Er ging iets mis" in reading.failed
    assert not Entry.objects.exists()
    assert "iets vreemds" in caplog.text
    assert "Er ging iets mis" in sign_in(carla).get(reverse("sources:reading", args=[reading.pk])).content.decode()


def test_who_stops_a_reading_of_a_worker_that_was_killed_is_done_with_it(carla, city, sign_in):
    reading = bring(carla)
    work("doing", silent="1 hour")
    page = sign_in(carla).get(reverse("sources:reading", args=[reading.pk])).content.decode()

    stop_reading(reading, by=by(carla))

    reading.refresh_from_db()
    assert "Niemand leest dit nog" in page
    assert (bool(reading.ended_at), bool(reading.failed), reading.content) == (True, True, None)


def test_who_stops_a_worker_that_lives_lets_it_end_by_itself(carla, city):
    reading = bring(carla)
    work("doing")

    stop_reading(reading, by=by(carla))

    reading.refresh_from_db()
    assert (reading.stop_asked, reading.ended_at) == (True, None)


@pytest.mark.parametrize("status", ["doing", "failed"])
def test_a_source_is_read_again_when_the_last_time_died_halfway(chain, carla, status):
    dead = ask_reading_now(chain, by=by(carla))
    work(status, silent="1 hour")

    asked = ask_reading_now(chain, by=by(carla))

    dead.refresh_from_db()
    assert asked != dead
    assert (bool(dead.ended_at), bool(dead.failed)) == (True, True)
    assert jobs().get().args == {"reading_id": asked.pk}


def test_a_bar_shows_how_far_a_reading_is(carla, city, sign_in):
    reading = bring(carla)
    Reading.objects.update(done=600)
    page = reverse("sources:reading", args=[reading.pk])

    assert 'value="600" max="1500"' in sign_in(carla).get(page).content.decode()
    Reading.objects.update(done=1500, findable=512)
    assert 'value="512" max="1500"' in sign_in(carla).get(page).content.decode()
    Reading.objects.update(total=0, findable=0)
    assert "value=" not in sign_in(carla).get(page).content.decode().split("<progress")[1].split(">")[0]


def test_how_many_rows_there_are_is_known_of_csv_excel_and_json():
    assert rows_in(LARGE) == 1500
    assert rows_in(b'[{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]') == 2
    book, file = Workbook(), io.BytesIO()
    for row in (["id", "name"], ["1", "Koor"], ["2", "Band"]):
        book.active.append(row)
    book.save(file)
    assert rows_in(file.getvalue()) == 2
    assert rows_in(b"PK\x03\x04kapot") == 0


def test_a_source_without_an_address_is_not_read(city):
    with pytest.raises(RuleBroken):
        ask_reading_now(Source.objects.create(name="papier"), by=SYSTEM)


def test_many_questions_are_answered_by_the_ids_of_the_list(city, tmp_path, capsys):
    import_directory(b"id;name;topics\ndv7;Budgetloket;schulden\ndv8;Koor;zingen\n", source="set", by=SYSTEM)
    questions = tmp_path / "vragen.jsonl"
    asked = [{"query_id": "q1", "query": "ik heb schulden"}, {"query_id": "q2", "query": ""}]
    questions.write_text("\n".join(json.dumps(one) for one in asked))

    call_command("search_directory", "--queries", str(questions), "--limit", "10")

    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {"query_id": "q1", "ranked": ["dv7"]}
    assert second == {"query_id": "q2", "ranked": []}
