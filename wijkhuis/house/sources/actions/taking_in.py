"""Taking in what a source says: again is an update, never half of it."""

from collections.abc import Callable, Iterable, Iterator

from django.db import connection, transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.batches import batches
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.directory.actions import find_points, index_entries
from wijkhuis.house.sources import access
from wijkhuis.house.sources.actions.keeping import BATCH, Keeping, keep_batch
from wijkhuis.house.sources.models import Source
from wijkhuis.house.sources.rules.cleaning import clean
from wijkhuis.house.sources.rules.problems import Problem
from wijkhuis.house.sources.rules.report import Report
from wijkhuis.house.sources.rules.said import Said

# Hears how many records were read so far, and of how many that are new the words and meaning are known; may raise to
# stop, and then nothing is kept.
Tell = Callable[[int, int], None]

SEEN = """
CREATE TEMPORARY TABLE IF NOT EXISTS sources_seen (number text PRIMARY KEY) ON COMMIT DROP;
TRUNCATE sources_seen
"""
DROPPED = """
UPDATE sources_sourcerecord record SET dropped_on = %s
WHERE source_id = %s AND dropped_on IS NULL
  AND NOT EXISTS (SELECT FROM sources_seen WHERE sources_seen.number = record.number)
"""
PROVIDERS = """
UPDATE directory_entry entry SET provider_id = theirs.entry_id
FROM sources_sourcerecord record LEFT JOIN sources_sourcerecord theirs
  ON theirs.source_id = record.source_id AND theirs.number = record.said->>'provider'
WHERE record.source_id = %s AND record.entry_id = entry.id AND record.said ? 'provider'
  AND theirs.entry_id IS DISTINCT FROM entry.id AND entry.provider_id IS DISTINCT FROM theirs.entry_id
"""


def take_in(
    source: Source,
    records: Iterable[Said | Problem],
    *,
    by: Actor,
    strict: bool = False,
    is_whole: bool = True,
    tell: Tell | None = None,
) -> Report:
    """Keep what a source says; `records` is read as a stream, with a Problem in place of a record that is not good.

    Good records are kept together or not at all; strict: only when all are good. When the list is whole, what is not
    in it is shown as dropped.
    """
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    report, keeping = Report(), Keeping(source, by)
    with transaction.atomic():
        _alone()
        for batch in batches(_good(records, report, keeping), size=BATCH):
            if not (strict and report.left_out):
                keep_batch(batch, keeping=keeping, report=report)
            if tell:
                tell(report.read, 0)
        report.is_kept = bool(report.read) and not (strict and report.left_out)
        if report.is_kept:
            _finish(keeping, report, is_whole=is_whole, by=by, tell=tell)
        else:
            transaction.set_rollback(True)
    return report


def _alone() -> None:
    """Let one source at a time change the map, and begin a list of what it holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('sources.take_in'))")
        cursor.execute(SEEN)


def _good(records: Iterable[Said | Problem], report: Report, keeping: Keeping) -> Iterator[Said]:
    """The records that can be kept; the others are told in the report."""
    last = None
    for one in records:
        found = [one] if isinstance(one, Problem) else clean(one)
        if isinstance(found, Said):
            yield found
            continue
        for problem in found:
            place = (problem.line, problem.number)
            report.tell_problem(problem, is_first=place != last)
            keeping.note_bad(problem.number)
            last = place


def _finish(keeping: Keeping, report: Report, *, is_whole: bool, by: Actor, tell: Tell | None) -> None:
    """Note what the source dropped, who provides what, and that it was read."""
    source = keeping.source
    keeping.write_seen([])
    with connection.cursor() as cursor:
        if is_whole and keeping.has_ours:
            report.remarks.append(_("This is our own map, so we did not look what is no longer in the list."))
        elif is_whole and keeping.has_nameless:
            report.remarks.append(_("Some rows had no id, so we did not look what is no longer in the list."))
        elif is_whole:
            cursor.execute(DROPPED, [clock.now(), source.pk])
            report.dropped = cursor.rowcount
        cursor.execute(PROVIDERS, [source.pk])
    report.remarks += keeping.strangers()
    index_entries(keeping.changed, tell=(lambda count: tell(report.read, count)) if tell else None)
    find_points()
    Source.objects.filter(pk=source.pk).update(read_on=clock.now())
    counts = f"+{report.added} ~{report.changed} ={report.same} -{report.left_out} x{report.dropped}"
    record("sources.taken_in", source, by=by, reason=counts)
