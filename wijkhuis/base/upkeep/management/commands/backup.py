from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkhuis.base.upkeep.backups import BackupTrouble, write_backup


class Command(BaseCommand):
    help = "Copy the whole house to one file"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            size = write_backup(options["file"])
        except (BackupTrouble, OSError) as trouble:
            raise CommandError(f"No copy was made. {trouble}") from trouble
        self.stdout.write(
            f"{options['file']} holds the whole house ({size / 1e6:.1f} MB); keep it as safe as the house."
        )
