"""Taking in what a source says: again is an update, never half of it."""

from collections.abc import Callable, Iterable

from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.sources.models import Source
from wijkhuis.house.sources.rules.problems import Problem
from wijkhuis.house.sources.rules.report import Report
from wijkhuis.house.sources.rules.said import Said

# Hears how many records were read so far; may raise to stop, and then nothing is kept.
Tell = Callable[[int], None]


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
    raise NotImplementedError
