"""Reading a list that somebody brought, or a source at its address: at once, or later by a worker."""

import logging
from collections.abc import Mapping

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import SYSTEM, Actor
from wijkhuis.base.queue import leave_work_named
from wijkhuis.house.sources import access
from wijkhuis.house.sources.actions.importing import source_named, take_in_file
from wijkhuis.house.sources.actions.taking_in import Tell, take_in
from wijkhuis.house.sources.hsds.reading import read_hsds
from wijkhuis.house.sources.hsds.recognising import first_names, is_hsds
from wijkhuis.house.sources.models import Reading, Source
from wijkhuis.house.sources.queries.under_way import is_under_way
from wijkhuis.house.sources.readers import READERS
from wijkhuis.house.sources.rules.columns import COLUMNS, NOTHING, is_unknown, read_headings
from wijkhuis.house.sources.rules.counting import rows_in
from wijkhuis.house.sources.rules.files import open_table
from wijkhuis.house.sources.rules.report import Report

log = logging.getLogger(__name__)
# What is larger is read by a worker.
SMALL = 300_000
MOST_SHOWN = 200
WENT_WRONG = gettext_lazy("Something went wrong, and nothing was kept. Try again, or ask who looks after the server.")


class Stopped(Exception):
    """Somebody asked to stop."""


@transaction.atomic
def ask_reading(
    source_name: str, *, content: bytes, file_name: str, strict: bool, is_whole: bool, by: Actor
) -> Reading:
    """Bring a file; when it holds nothing new to us it is read, otherwise somebody looks at its columns first."""
    source = source_named(source_name, by=by)
    standard = is_hsds(content)
    # What cannot be read at all is told now.
    headings = open_table(content)[0] if not standard else first_names(content, name=file_name)
    reading = Reading.objects.create(
        source=source, content=content, file_name=file_name[-120:], is_strict=strict, is_whole=is_whole,
        asked_by=by.user, asked_at=clock.now(), total=0 if standard else rows_in(content),
    )  # fmt: skip
    if standard and source.read_on and source.form == Source.Form.HSDS:
        _begin(reading, by=by)
    elif not standard and not columns_to_match(headings, source):
        read_headings(headings, matching=source.matching)
        _begin(reading, by=by)
    return reading


def columns_to_match(headings: list[str], source: Source) -> list[str]:
    """The columns of a file of which nobody said yet what they are."""
    return [heading for heading in headings if is_unknown(heading, matching=source.matching)]


@transaction.atomic
def match_columns(reading: Reading, matching: Mapping[str, str], *, by: Actor) -> None:
    """Remember which columns of this source are which of ours, and read the file."""
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    demand(not reading.begun_at and not reading.ended_at, _("This list was read already."))
    source = Source.objects.select_for_update().get(pk=reading.source_id)
    content = bytes(reading.content or b"")
    if is_hsds(content):
        source.form = source.form if source.read_on else Source.Form.HSDS
        source.save(update_fields=["form"])
        _begin(reading, by=by)
        return
    known = {heading: name if name in COLUMNS else NOTHING for heading, name in matching.items()}
    read_headings(open_table(content)[0], matching={**source.matching, **known})
    source.matching = {**source.matching, **known}
    source.save(update_fields=["matching"])
    reading.source = source
    _begin(reading, by=by)


@transaction.atomic
def ask_reading_now(source: Source, *, by: Actor) -> Reading:
    """Read a source at its address, as soon as a worker has time."""
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    demand(can_be_read(source), _("This source has no address that we can read."))
    running = Reading.objects.filter(source=source, begun_at__isnull=False, ended_at=None, content=None).first()
    if running and is_under_way(running):
        return running
    if running:
        running.failed = _("Reading stopped halfway. Nothing of it was kept.")
        _end(running)
    now = clock.now()
    # As much as the last time, until we know better.
    total = source.records.filter(dropped_on=None).count()
    reading = Reading.objects.create(source=source, asked_by=by.user, asked_at=now, begun_at=now, total=total)
    leave_work_named("sources.read_one", once=f"sources.read:{reading.pk}", reading_id=reading.pk)
    return reading


def can_be_read(source: Source) -> bool:
    """Whether a source is read at its address by itself."""
    return bool(source.address) and source.form in READERS


@transaction.atomic
def stop_reading(reading: Reading, *, by: Actor) -> None:
    """Stop reading; nothing of it is kept."""
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    demand(reading.ended_at is None, _("This list was read already."))
    reading.stop_asked = True
    if reading.begun_at and not is_under_way(reading):
        reading.failed = _("Somebody stopped this. Nothing of it was kept.")
    if reading.begun_at is None or reading.failed:
        reading.ended_at, reading.content = clock.now(), None
    reading.save(update_fields=["stop_asked", "ended_at", "content", "failed"])


def read_one(reading_id: int) -> None:
    """Do what was asked, once, and write down what became of it, whatever goes wrong."""
    reading = Reading.objects.select_related("source", "asked_by").filter(pk=reading_id, ended_at=None).first()
    if reading is None or reading.begun_at is None:
        return
    by = Actor(user=reading.asked_by) if reading.asked_by else SYSTEM
    if reading.stop_asked:
        reading.failed = _("Somebody stopped this. Nothing of it was kept.")
        _end(reading)
        return
    with _other_connection() as note:
        try:
            report = _read(reading, by=by, tell=lambda *counts: _note(note, reading, *counts))
            reading.outcome = _outcome(report)
            reading.failed = "" if report.is_kept else report.summary
        except Stopped:
            reading.failed = _("Somebody stopped this. Nothing of it was kept.")
        except RuleBroken as broken:
            reading.failed = broken.sentence
        # A reader of somebody else's list stumbles in any way there is; who asked hears that it ended.
        except Exception:
            log.exception("reading %s of source %s went wrong", reading.pk, reading.source_id)
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()
            reading.failed = str(WENT_WRONG)
    _end(reading)


def _begin(reading: Reading, *, by: Actor) -> None:
    """Read a small file at once; leave a large one to a worker."""
    reading.begun_at = clock.now()
    if len(bytes(reading.content or b"")) > SMALL:
        reading.save(update_fields=["begun_at"])
        leave_work_named("sources.read_one", once=f"sources.read:{reading.pk}", reading_id=reading.pk)
        return
    report = _read(reading, by=by, tell=None)
    reading.outcome = _outcome(report)
    reading.failed = "" if report.is_kept else report.summary
    _end(reading)


def _read(reading: Reading, *, by: Actor, tell: Tell | None) -> Report:
    source = reading.source
    if reading.content is None:
        return take_in(source, READERS[source.form](source.address), by=by, tell=tell)
    how = {"strict": reading.is_strict, "is_whole": reading.is_whole}
    content = bytes(reading.content)
    if is_hsds(content):
        return take_in(source, read_hsds(content, name=reading.file_name), by=by, tell=tell, **how)
    return take_in_file(source, content, by=by, tell=tell, **how)


def _end(reading: Reading) -> None:
    reading.ended_at, reading.content = clock.now(), None
    reading.save(update_fields=["begun_at", "ended_at", "content", "outcome", "failed"])


def _outcome(report: Report) -> dict[str, object]:
    counts = {name: getattr(report, name) for name in ("added", "changed", "same", "dropped", "kept_ours", "left_out")}
    problems = [[one.line, one.column, one.reason, one.mend] for one in report.problems[:MOST_SHOWN]]
    return {**counts, "summary": report.summary, "problems": problems, "remarks": report.remarks}


class _other_connection:
    """A second connection, so that others see how far a reading is before it is kept."""

    def __enter__(self) -> "_other_connection":
        self.connection = connection.copy()
        return self

    def __exit__(self, *_problem: object) -> None:
        self.connection.close()


def _note(other: _other_connection, reading: Reading, done: int, findable: int) -> None:
    """Write how far it is, and stop when somebody asked to."""
    statement = "UPDATE sources_reading SET done = %s, findable = %s WHERE id = %s RETURNING stop_asked"
    with other.connection.cursor() as cursor:
        cursor.execute(statement, [done, findable, reading.pk])
        row = cursor.fetchone()
    if row and row[0]:
        raise Stopped
