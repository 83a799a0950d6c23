from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkhuis.base.upkeep.backups import BackupTrouble, put_back


class Command(BaseCommand):
    help = "Put a copy of the house back; refuses when there is data, unless --replace is given"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="let the data that is here make place")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            put_back(options["file"], replace=options["replace"])
        except (BackupTrouble, OSError, psycopg.Error) as trouble:
            raise CommandError(f"Nothing was changed. {trouble}") from trouble
        self.stdout.write("The copy is back. Run ./huis migrate when it is older than this version.")
