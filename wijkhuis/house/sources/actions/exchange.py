"""Taking in a map in the standard of the sector (HSDS)."""

from pathlib import Path

from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.sources.actions.importing import source_named
from wijkhuis.house.sources.actions.taking_in import Tell, take_in
from wijkhuis.house.sources.hsds.reading import read_hsds
from wijkhuis.house.sources.models import Source
from wijkhuis.house.sources.rules.report import Report


def import_hsds(
    content: bytes | Path | str,
    *,
    source: str,
    by: Actor,
    strict: bool = False,
    is_whole: bool = True,
    tell: Tell | None = None,
) -> Report:
    """Keep what a file, a folder, an archive or the address of an API says; an address is read again every night.

    RuleBroken with a sentence when it cannot be read, or only half; then nothing is kept.
    """
    kept = source_named(source, by=by)
    records = read_hsds(content)
    report = take_in(kept, records, by=by, strict=strict, is_whole=is_whole, tell=tell)
    if report.is_kept and isinstance(content, str):
        Source.objects.filter(pk=kept.pk).update(form=Source.Form.HSDS, address=content)
    return report
