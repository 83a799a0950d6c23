"""./huis import_hsds PATH_OR_ADDRESS: take in a map in the standard of the sector."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.sources.actions import import_hsds
from wijkhuis.house.sources.management.commands.import_directory import Command as ImportDirectory


class Command(ImportDirectory):
    """Import Open Referral (HSDS 3) into the map; the same ids again are an update."""

    help = "Import HSDS 3: a JSON file, a folder or zip of them, or the address of an API. Bad records are reported."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument("place", help="a file, a folder, or an address that begins with https://")
        parser.add_argument("--strict", action="store_true", help="keep nothing unless every record is good")
        parser.add_argument("--part", action="store_true", help="this is a part of the map: nothing is dropped")
        parser.add_argument("--source", default="hsds", help="whose map this is (default: hsds)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, keep, and tell what became of it."""
        place: str = options["place"]
        content = place if place.startswith(("http://", "https://")) else Path(place)
        try:
            how = {"strict": options["strict"], "is_whole": not options["part"]}
            report = import_hsds(content, source=options["source"], by=SYSTEM, tell=self.tell, **how)
        except OSError as problem:
            raise CommandError(f"{place}: {problem.strerror}") from None
        except RuleBroken as broken:
            raise CommandError(broken.sentence) from None
        self.show(report)
