from typing import Any

from django.core.management.commands import migrate
from django.db import connections

# Any number will do, as long as every machine of this house uses the same one.
LOCK = 720_144_001


class Command(migrate.Command):
    help = "Bring the tables up to date; machines that do so at the same moment wait for each other"

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate while no other machine does: the second one finds everything done."""
        with connections[options["database"]].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            super().handle(*args, **options)
        finally:
            with connections[options["database"]].cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
