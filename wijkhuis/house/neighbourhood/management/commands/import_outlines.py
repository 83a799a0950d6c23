"""./huis import_outlines FILE.geojson: take in where the neighbourhoods lie."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.neighbourhood.actions import METRES, import_outlines


class Command(BaseCommand):
    """Import outlines; the same file again is an update."""

    help = "Import the outlines of neighbourhoods from a GeoJSON file in degrees, by CBS code or by name."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--metres", type=float, default=METRES, help=f"how far a corner may be off ({METRES:g})")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, keep, and tell what became of it."""
        try:
            report = import_outlines(options["file"].read_bytes(), by=SYSTEM, metres=options["metres"])
        except OSError as problem:
            raise CommandError(f"{options['file']}: {problem.strerror}") from None
        except RuleBroken as broken:
            raise CommandError(broken.sentence) from None
        for line in report.remarks[:200]:
            self.stderr.write(line)
        if report.missing:
            self.stderr.write(_("Still without an outline: %(names)s.") % {"names": ", ".join(report.missing[:50])})
        sentence = _("%(kept)d outlines kept, %(waters)d waters; %(others)d shapes are of elsewhere.")
        counts = {"kept": len(report.kept), "waters": report.waters, "others": report.strangers}
        self.stdout.write(sentence % counts)
