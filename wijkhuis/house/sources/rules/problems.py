"""What is wrong with a record of a source, and how to mend it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Problem:
    """What was wrong in which row and column, and how to mend it."""

    line: int
    column: str
    reason: str
    mend: str
    # The record it is about, when that is known: then the record still counts as being in the source.
    number: str = ""

    def __str__(self) -> str:
        where = _("line %(line)d, column %(column)s") if self.column else _("line %(line)d")
        return f"{where % {'line': self.line, 'column': self.column}}: {self.reason} {self.mend}"


class BadCell(Exception):
    """A cell that cannot be kept: the reason, and how to mend it."""

    def __init__(self, reason: object, mend: object) -> None:
        super().__init__(str(reason))
        self.reason = str(reason)
        self.mend = str(mend)
