"""From the bytes of a file to rows that can be kept, and what is wrong with the others."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.language.words import first_words
from wijkhuis.house.directory.rules.columns import BadCell, Problem, read_cell, read_header
from wijkhuis.house.directory.rules.tables import Line, read_lines

MOST_ROWS = 200_000
# Columns of the file that have another name, or more than one place, in the map.
PLACES = {"id": ["source_id"], "kind": ["kind", "is_informal"], "neighbourhood": ["area", "neighbourhood_id"]}


@dataclass
class Row:
    """One good row: its values by the names of the map."""

    line: int
    values: dict[str, Any]


@dataclass
class Table:
    """A file that was read: good rows, bad rows, and what else to tell."""

    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_rows(content: bytes) -> Table:
    """Read a whole file; RuleBroken with a sentence when it is no table or its header is wrong."""
    lines = read_lines(content)
    header = next(lines, None)
    if header is None or header.problem:
        raise RuleBroken(_("The first row must name the columns, with at least id and name."))
    names, unknown = read_header(header.cells)
    table = Table(columns=_columns(names))
    table.remarks += [_("Column '%(name)s' is not known and was left out.") % {"name": name} for name in unknown[:20]]
    seen: dict[str, int] = {}
    for line in lines:
        _read_line(line, names=names, table=table, seen=seen)
        if len(table.rows) + len(table.problems) > MOST_ROWS:
            raise RuleBroken(_("This file has more than 200,000 rows. Split it into smaller files."))
    return table


def _columns(names: list[str | None]) -> list[str]:
    """The columns of the map that the file decides about."""
    ours = [place for name in names if name for place in PLACES.get(name, [name])]
    return [name for name in ours if name != "source_id"]


def _read_line(line: Line, *, names: list[str | None], table: Table, seen: dict[str, int]) -> None:
    """Put a line among the rows, or say what is wrong with every cell of it."""
    problems = _shape(line, names)
    values: dict[str, Any] = {}
    for name, cell in [] if problems else zip(names, line.cells, strict=False):
        if name is None:
            continue
        try:
            values.update(_places(name, read_cell(name, cell)))
        except BadCell as bad:
            problems.append(Problem(line.number, name, bad.reason, bad.mend))
    key = values.get("source_id", "")
    if key in seen:
        reason = _("The id '%(id)s' was already on line %(line)d.")
        told = reason % {"id": first_words(key, at_most=40), "line": seen[key]}
        problems.append(Problem(line.number, "id", told, _("Give every row its own id.")))
    if problems:
        table.problems += problems
        return
    seen[key] = line.number
    table.rows.append(Row(line.number, values))


def _shape(line: Line, names: list[str | None]) -> list[Problem]:
    if line.problem:
        mend = _("Put the whole cell between quotation marks and write a quotation mark inside it twice.")
        return [Problem(line.number, "", line.problem, mend)]
    extra = [cell for cell in line.cells[len(names) :] if cell.strip()]
    if extra:
        reason = _("This row has %(cells)d cells, the first row %(names)d.")
        counts = {"cells": len(line.cells), "names": len(names)}
        return [
            Problem(line.number, "", reason % counts, _("Put a cell that holds a separator between quotation marks."))
        ]
    missing = len(names) - len(line.cells)
    line.cells.extend([""] * missing)
    return []


def _places(name: str, value: Any) -> dict[str, Any]:
    """Where a clean cell goes in the map."""
    if name == "id":
        return {"source_id": value}
    if name == "neighbourhood":
        return {"area": value}
    if name == "kind":
        kind, is_informal = value or ("service", False)
        return {"kind": kind, "is_informal": is_informal}
    return {name: value}
