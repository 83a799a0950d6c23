"""./huis import_directory FILE: take in a list of what is there."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.sources.actions import import_directory
from wijkhuis.house.sources.rules.report import Report

MOST_LINES = 200
WIDTH = 40


class Command(BaseCommand):
    """Import a file into the map; the same ids again are an update."""

    help = "Import a CSV, Excel or JSON file into the map. Bad rows are left out and reported; good rows kept together."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--strict", action="store_true", help="keep nothing unless every row is good")
        parser.add_argument("--part", action="store_true", help="this is a part of the list: nothing is dropped")
        parser.add_argument("--source", default="csv", help="whose ids these are (default: csv)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, keep, and tell what became of it."""
        try:
            content = options["file"].read_bytes()
            how = {"strict": options["strict"], "is_whole": not options["part"]}
            report = import_directory(content, source=options["source"], by=SYSTEM, tell=self.tell, **how)
        except IsADirectoryError:
            raise CommandError(_("This is a folder. Give the name of a file.")) from None
        except OSError as problem:
            raise CommandError(f"{options['file']}: {problem.strerror}") from None
        except RuleBroken as broken:
            raise CommandError(broken.sentence) from None
        self.show(report)

    def tell(self, read: int, findable: int) -> None:
        """Show progress: on one line for somebody who watches, nothing for a log."""
        if not sys.stderr.isatty():
            return
        words = _("%(count)d rows read") % {"count": read}
        if findable:
            words += ", " + _("%(count)d of them can be found") % {"count": findable}
        full = WIDTH * findable // max(read, 1)
        self.stderr.write(f"\r{'█' * full}{'▒' * (WIDTH - full)} {words} ...", ending="")

    def show(self, report: Report) -> None:
        """Every problem on its own line, the outcome last."""
        if sys.stderr.isatty():
            self.stderr.write("")
        lines = [*report.remarks, *map(str, report.problems)]
        for line in lines[:MOST_LINES]:
            self.stderr.write(line)
        if len(lines) > MOST_LINES:
            self.stderr.write(_("... and %(count)d more.") % {"count": len(lines) - MOST_LINES})
        if not report.is_kept:
            raise CommandError(report.summary)
        self.stdout.write(report.summary)
        if report.dropped or report.kept_ours:
            counts = {"dropped": report.dropped, "ours": report.kept_ours}
            self.stdout.write(_("%(dropped)d no longer in the list; %(ours)d corrections of ours kept.") % counts)
