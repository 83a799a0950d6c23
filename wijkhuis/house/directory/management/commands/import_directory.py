"""./huis import_directory FILE.csv: take in a list of what is there."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.actions.importing import BATCH, Report, import_directory

MOST_LINES = 200


class Command(BaseCommand):
    """Import a CSV file into the map; the same ids again are an update."""

    help = "Import a CSV file into the map. Bad rows are left out and reported; good rows are kept together."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--strict", action="store_true", help="keep nothing unless every row is good")
        parser.add_argument("--source", default="csv", help="whose ids these are (default: csv)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, keep, and tell what became of it."""
        try:
            content = options["file"].read_bytes()
            report = import_directory(
                content, source=options["source"], strict=options["strict"], by=SYSTEM, tell=self.tell
            )
        except IsADirectoryError:
            raise CommandError(_("This is a folder. Give the name of a CSV file.")) from None
        except OSError as problem:
            raise CommandError(f"{options['file']}: {problem.strerror}") from None
        except RuleBroken as broken:
            raise CommandError(broken.sentence) from None
        self.show(report)

    def tell(self, count: int) -> None:
        """Show progress of a long file."""
        if count > BATCH:
            self.stderr.write(_("%(count)d rows ...") % {"count": count})

    def show(self, report: Report) -> None:
        """Every problem on its own line, the outcome last."""
        lines = [*report.remarks, *map(str, report.problems)]
        for line in lines[:MOST_LINES]:
            self.stderr.write(line)
        if len(lines) > MOST_LINES:
            self.stderr.write(_("... and %(count)d more.") % {"count": len(lines) - MOST_LINES})
        if not report.is_kept:
            raise CommandError(report.summary)
        self.stdout.write(report.summary)
