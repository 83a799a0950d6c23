"""./huis import_documents FOLDER: take in a whole folder of documents."""

import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.library.actions import import_documents
from wijkhuis.house.library.actions.importing import Far, Report

MOST_LINES = 200
WIDTH = 30


class Command(BaseCommand):
    """Import a folder into the archive; what is in already is skipped, so a stopped import goes on."""

    help = "Import PDF, DOCX, HTML and text files into the archive. Files that cannot be read are reported."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--metadata", type=Path, help="a CSV: file, title, author, year, language, licence, kind")
        parser.add_argument("--staff-only", action="store_true", help="only people who work in a house find these")
        parser.add_argument("--strict", action="store_true", help="keep nothing unless every file is good")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, keep, and tell what became of it."""
        self.began, self.last = time.monotonic(), 0.0
        if not options["folder"].is_dir():
            raise CommandError(_("%(name)s is no folder.") % {"name": options["folder"]})
        how = {"metadata": options["metadata"], "strict": options["strict"], "is_public": not options["staff_only"]}
        try:
            report = import_documents(options["folder"], by=SYSTEM, tell=self.tell, **how)
        except OSError as problem:
            raise CommandError(f"{problem.filename}: {problem.strerror}") from None
        except RuleBroken as broken:
            raise CommandError(broken.sentence) from None
        except KeyboardInterrupt:
            raise CommandError(_("Stopped. The same command goes on where it was.")) from None
        self.show(report, strict=options["strict"])

    def tell(self, far: Far) -> None:
        """Show a bar for somebody who watches, nothing for a log."""
        now = time.monotonic()
        if not sys.stderr.isatty() or (now - self.last < 0.2 and far.files < far.all_files):
            return
        self.last = now
        done = WIDTH * far.files // max(far.all_files, 1)
        counts = {"files": far.files, "all": far.all_files, "pages": far.pages, "speed": far.pages / (now - self.began)}
        words = _("%(files)d of %(all)d files, %(pages)d pages, %(speed).0f pages a second") % counts
        self.stderr.write(f"\r{'█' * done}{'░' * (WIDTH - done)} {words} ", ending="")

    def show(self, report: Report, *, strict: bool) -> None:
        """Every problem on its own line, the outcome last."""
        if sys.stderr.isatty():
            self.stderr.write("")
        lines = [f"{name}: {why} {mend}" for name, why, mend in report.problems]
        lines += [f"{name}: {words}" for name, words in report.remarks]
        for line in lines[:MOST_LINES]:
            self.stderr.write(line)
        if len(lines) > MOST_LINES:
            self.stderr.write(_("... and %(count)d more.") % {"count": len(lines) - MOST_LINES})
        counts = {
            "added": report.added, "pages": report.pages, "known": report.known, "wrong": len(report.problems),
        }  # fmt: skip
        if strict and report.problems:
            raise CommandError(_("Nothing was kept: %(wrong)d files are not good.") % counts)
        said = _("%(added)d documents with %(pages)d pages added, %(known)d were there already, %(wrong)d not read.")
        self.stdout.write(said % counts)
