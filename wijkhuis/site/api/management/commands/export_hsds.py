"""./huis export_hsds FOLDER: the whole map in the standard of the sector, as files."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkhuis.site.api.queries import organizations, places, services, terms
from wijkhuis.site.api.rules.asking import Asked

LISTS = {
    "services": services.services,
    "organizations": organizations.organizations,
    "service_at_locations": places.places,
    "taxonomies": terms.taxonomies,
    "taxonomy_terms": terms.terms,
}


class Command(BaseCommand):
    """Write what everybody may see as HSDS 3.1, a file per kind with one object per line."""

    help = "Write what everybody may see as HSDS 3.1: services.ndjson, organizations.ndjson and so on."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write one list after another."""
        folder: Path = options["folder"]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, find in LISTS.items():
                listing = find(Asked(full=True))
                with (folder / f"{name}.ndjson").open("w") as file:
                    file.writelines(json.dumps(thing, ensure_ascii=False) + "\n" for thing in listing.stream())
                self.stdout.write(f"{name}: {listing.count()}")
        except OSError as problem:
            raise CommandError(f"{folder}: {problem.strerror}") from None
