"""Taking in a whole list at once: again is an update, never half a file."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.directory import access
from wijkhuis.house.directory.actions.indexing import index_entries
from wijkhuis.house.directory.rules.rows import Problem, Row, read_rows
from wijkhuis.house.neighbourhood.models import City, Neighbourhood

BATCH = 1000
Tell = Callable[[int], None]


@dataclass
class Report:
    """What became of a file."""

    added: int = 0
    changed: int = 0
    same: int = 0
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    is_kept: bool = True

    @property
    def left_out(self) -> int:
        """How many rows were not good."""
        return len({problem.line for problem in self.problems})

    @property
    def summary(self) -> str:
        """One sentence: what was kept and what was not."""
        if not self.is_kept:
            sentence = _("Nothing was kept: mend %(bad)d rows first.")
            return sentence % {"bad": self.left_out}
        sentence = _("%(added)d added, %(changed)d changed, %(same)d stayed the same, %(bad)d rows left out.")
        counts = {"added": self.added, "changed": self.changed, "same": self.same, "bad": self.left_out}
        return sentence % counts


def import_directory(
    content: bytes, *, source: str, by: Actor, strict: bool = False, tell: Tell | None = None
) -> Report:
    """Keep the rows of a file: good rows together or not at all; strict: only when every row is good.

    `source` says whose ids these are; `tell` hears how many rows were kept so far. RuleBroken when it is no table.
    """
    demand(_may_import(by), _("Ask the manager of the house to do this."), error=NotYours)
    demand(0 < len(source) <= 60, _("Give the source a name of at most 60 characters."))
    table = read_rows(content)
    report = Report(problems=table.problems, remarks=list(table.remarks))
    if (table.problems and strict) or not table.rows:
        report.is_kept = False
        demand(bool(table.rows or table.problems), _("This file has column names, but no rows below them."))
        return report
    with transaction.atomic():
        _alone()
        _place(table.rows, report)
        _keep(table.rows, columns=table.columns, source=source, report=report, tell=tell)
        _write_down(report, by=by)
    return report


def _may_import(by: Actor) -> bool:
    return access.may_manage_map(by.user) or (by.user is None and by.label == "system")


def _alone() -> None:
    """Let one import at a time change the map."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('directory.import'))")


def _place(rows: list[Row], report: Report) -> None:
    """Recognise the neighbourhoods by name, and tell which areas are none of ours."""
    ours = {place.name.casefold(): place.pk for place in Neighbourhood.objects.order_by("-pk")}
    cities = {name.casefold() for name in City.objects.values_list("name", flat=True)}
    strangers: dict[str, int] = {}
    for row in rows:
        area = row.values.get("area", "")
        if "area" in row.values:
            row.values["neighbourhood_id"] = ours.get(area.casefold())
        if area and area.casefold() not in ours and area.casefold() not in cities:
            strangers[area] = strangers.get(area, 0) + 1
    for area, count in sorted(strangers.items(), key=lambda item: -item[1])[:20]:
        sentence = _("'%(area)s' is not a neighbourhood of this city (%(count)d rows); the name is kept as it is.")
        report.remarks.append(sentence % {"area": area, "count": count})


def _keep(rows: list[Row], *, columns: list[str], source: str, report: Report, tell: Tell | None) -> None:
    changed: list[int] = []
    for batch in _batches(rows):
        outcome = _upsert([{**row.values, "source": source} for row in batch], columns=columns)
        report.added += sum(is_new for _id, is_new in outcome)
        report.changed += sum(not is_new for _id, is_new in outcome)
        report.same += len(batch) - len(outcome)
        changed += [pk for pk, _is_new in outcome]
        if tell:
            tell(report.added + report.changed + report.same)
    index_entries(changed)


def _upsert(values: list[dict[str, Any]], *, columns: list[str]) -> list[tuple[int, bool]]:
    """Add or change entries in one query; gives id and whether it is new, of those that really changed."""
    now = clock.now().isoformat()
    # What a new entry gets when the file has no such column.
    blank = {"organisation": "", "kind": "service", "is_informal": False, "description": "", "topics": [],
             "audience": [], "area": "", "neighbourhood_id": None, "address": "", "phone": "", "email": "",
             "website": "", "opening": "", "is_published": True, "updated_at": now, "search_text": "",
             "uid": "", "added_on": clock.today().isoformat(), "people_say": [], "languages": [], "conditions": "",
             "how_to_apply": "", "costs": "", "postcode": "", "town": "", "province": "", "bag_id": "",
             "located_for": "", "step_free": "", "keeper_name": "", "keeper_email": ""}  # fmt: skip
    names = ", ".join(["source", "source_id", "name", *blank])
    news = ", ".join(f"{column} = excluded.{column}" for column in [*columns, "updated_at"])
    old = ", ".join(f"directory_entry.{column}" for column in columns)
    new = ", ".join(f"excluded.{column}" for column in columns)
    statement = f"""
        INSERT INTO directory_entry ({names})
        SELECT {names} FROM jsonb_populate_recordset(NULL::directory_entry, %s::jsonb)
        ON CONFLICT (source, source_id) WHERE NOT (source_id = '') DO UPDATE SET {news}
        WHERE ({old}) IS DISTINCT FROM ({new})
        RETURNING id, xmax = 0
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps([{**blank, **one, "uid": str(uuid4())} for one in values])])
        return cursor.fetchall()


def _write_down(report: Report, *, by: Actor) -> None:
    if city := City.objects.first():
        counts = f"+{report.added} ~{report.changed} ={report.same} -{report.left_out}"
        record("directory.imported", city, by=by, reason=counts)


def _batches(rows: list[Row]) -> list[list[Row]]:
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
