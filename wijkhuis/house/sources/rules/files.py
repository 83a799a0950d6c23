"""Any file of somebody else's making as headings and rows: CSV, Excel or a JSON list."""

import itertools
from collections.abc import Iterator

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.sources.rules.objects import read_objects
from wijkhuis.house.sources.rules.sheets import read_sheet
from wijkhuis.house.sources.rules.tables import Line, check_file, letters_of, read_csv

MOST_COLUMNS = 200


def open_table(content: bytes) -> tuple[list[str], Iterator[Line]]:
    """The headings, and the rows below them as they are asked for; RuleBroken with a sentence when it is no table."""
    check_file(content)
    if content.startswith(b"PK"):
        return _with_header(read_sheet(content))
    start, letters = letters_of(content)
    start = start.lstrip("\ufeff \t\r\n")
    if start[:6].lower().startswith(("<!doct", "<html", "<?xml")):
        raise RuleBroken(_("This is a web page and no list. Download the list itself."))
    if start.startswith("["):
        return read_objects(content.decode(letters, "replace"))
    return _with_header(read_csv(content))


def first_rows(content: bytes, *, count: int = 200) -> tuple[list[str], list[Line]]:
    """The headings and the first good rows, to show somebody what is in their file."""
    headings, lines = open_table(content)
    return headings, [line for line in itertools.islice(lines, count) if not line.problem]


def _with_header(lines: Iterator[Line]) -> tuple[list[str], Iterator[Line]]:
    header = next(lines, None)
    if header is None or header.problem:
        raise RuleBroken(_("The first row must name the columns, with at least id and name."))
    if len(header.cells) > MOST_COLUMNS:
        raise RuleBroken(_("This table has more than 200 columns. Leave out what nobody needs."))
    return [str(cell) for cell in header.cells], lines
