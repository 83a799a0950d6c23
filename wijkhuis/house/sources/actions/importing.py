"""Taking in a file of somebody else's making."""

from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.sources import access
from wijkhuis.house.sources.actions.taking_in import Tell, take_in
from wijkhuis.house.sources.models import Source
from wijkhuis.house.sources.rules.report import Report
from wijkhuis.house.sources.rules.rows import read_rows

LONGEST_NAME = 60


def import_directory(
    content: bytes, *, source: str, by: Actor, strict: bool = False, is_whole: bool = True, tell: Tell | None = None
) -> Report:
    """Keep the rows of a file: good rows together or not at all; strict: only when every row is good.

    `source` is the name of whose list it is; `tell` hears how many rows were read. RuleBroken when it is no table.
    """
    kept = source_named(source, by=by)
    return take_in_file(kept, content, by=by, strict=strict, is_whole=is_whole, tell=tell)


def source_named(name: str, *, by: Actor) -> Source:
    """The source of that name, new when nobody read it before."""
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    demand(0 < len(name) <= LONGEST_NAME, _("Give the source a name of at most 60 characters."))
    source, _is_new = Source.objects.get_or_create(name=name)
    return source


def take_in_file(
    source: Source, content: bytes, *, by: Actor, strict: bool = False, is_whole: bool = True, tell: Tell | None = None
) -> Report:
    """Keep the rows of a file of this source, its columns as they were matched before."""
    rows = read_rows(content, matching=source.matching)
    report = take_in(source, rows, by=by, strict=strict, is_whole=is_whole, tell=tell)
    report.remarks = [*rows.remarks, *report.remarks]
    demand(
        bool(report.read or report.left_out), _("This file has column names, but no rows below them."),
    )  # fmt: skip
    return report
