"""From the bytes of a file to what it says, row by row, and what is wrong with the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.language.words import first_words, tidy
from wijkhuis.house.sources.rules.cells import read_cell
from wijkhuis.house.sources.rules.columns import CHANGED_AT, is_unknown, read_headings
from wijkhuis.house.sources.rules.files import open_table
from wijkhuis.house.sources.rules.problems import BadCell, Problem
from wijkhuis.house.sources.rules.said import Said
from wijkhuis.house.sources.rules.tables import Line

MOST_ROWS = 200_000
MOST_REMARKS = 20


@dataclass
class Rows:
    """The rows of a file, read while they are asked for; what else there is to tell is known after the last one."""

    headings: list[str]
    names: list[str | None]
    lines: Iterator[Line]
    remarks: list[str] = field(default_factory=list)
    unknown_kinds: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Said | Problem]:
        """What each row says, or everything that is wrong with it."""
        for count, line in enumerate(self.lines):
            if count >= MOST_ROWS:
                raise RuleBroken(_("This file has more than 200,000 rows. Split it into smaller files."))
            yield from _read_line(line, self)
        for word, rows in list(self.unknown_kinds.items())[:MOST_REMARKS]:
            sentence = _("We do not know the kind '%(word)s' (%(count)d rows); we kept it as a service.")
            self.remarks.append(sentence % {"word": word, "count": rows})


def read_rows(content: bytes, *, matching: Mapping[str, str] | None = None) -> Rows:
    """Open a file as rows; RuleBroken with a sentence when it is no table or its first row is wrong.

    `matching` is what somebody said about columns before: {their heading: our column}.
    """
    known = matching or {}
    headings, lines = open_table(content)
    names = read_headings(headings, matching=known)
    rows = Rows(headings, names, lines)
    unknown = [tidy(heading)[:60] for heading in headings if is_unknown(heading, matching=known)]
    sentence = _("Column '%(name)s' is not known and was left out.")
    rows.remarks += [sentence % {"name": name} for name in unknown[:MOST_REMARKS]]
    return rows


def _read_line(line: Line, rows: Rows) -> Iterator[Said | Problem]:
    """What a line says, or what is wrong with each of its cells."""
    if shape := _shape(line, rows.names):
        yield shape
        return
    number, facts, problems = _read_cells(line, rows)
    if number in rows.seen:
        reason = _("The id '%(id)s' was already on line %(line)d.")
        told = reason % {"id": first_words(number, at_most=40), "line": rows.seen[number]}
        problems.append(Problem(line.number, "id", told, _("Give every row its own id."), number))
    if problems:
        yield from problems
        return
    rows.seen[number] = line.number
    if word := facts.pop("unknown_kind", ""):
        rows.unknown_kinds[word] = rows.unknown_kinds.get(word, 0) + 1
    yield Said(number=number, changed_at=facts.pop(CHANGED_AT, ""), facts=facts, line=line.number)


def _read_cells(line: Line, rows: Rows) -> tuple[str, dict[str, Any], list[Problem]]:
    cells = {name: cell for name, cell in zip(rows.names, line.cells, strict=False) if name and cell is not None}
    number = " ".join(tidy(str(cells.pop("id", ""))).split())
    facts: dict[str, Any] = {}
    problems: list[Problem] = []
    # Who makes it is said last: the word for the kind may say it too, less clearly.
    last = {"by_residents": cells.pop("by_residents")} if "by_residents" in cells else {}
    for name, cell in {"id": number, **cells, **last}.items():
        try:
            facts.update(read_cell(name, cell))
        except BadCell as bad:
            problems.append(Problem(line.number, name, bad.reason, bad.mend, number[:120]))
    facts.pop("id", None)
    return number, facts, problems


def _shape(line: Line, names: list[str | None]) -> Problem | None:
    """What is wrong with a whole line; a line with too few cells is filled up."""
    if line.problem:
        mend = _("Put the whole cell between quotation marks and write a quotation mark inside it twice.")
        return Problem(line.number, "", line.problem, mend)
    extra = [cell for cell in line.cells[len(names) :] if cell]
    if extra:
        reason = _("This row has %(cells)d cells, the first row %(names)d.")
        counts = {"cells": len(line.cells), "names": len(names)}
        return Problem(
            line.number, "", reason % counts, _("Put a cell that holds a separator between quotation marks.")
        )
    line.cells.extend([""] * (len(names) - len(line.cells)))
    return None
