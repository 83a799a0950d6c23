"""./huis search_directory --queries FILE.jsonl: what the page finds for each question, by the ids of the source."""

import json
from argparse import FileType
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from wijkhuis.house.directory.queries import search_entries
from wijkhuis.house.sources.queries.numbers import numbers_of_entries


class Command(BaseCommand):
    """Search the map for many questions, one answer a line, while they are read."""

    help = 'Reads {"query_id", "query"} per line and writes {"query_id", "ranked": [ids as imported]} per line.'

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument("--queries", type=FileType("r", encoding="utf-8"), required=True, help="file, or - ")
        parser.add_argument("--limit", type=int, default=10, help="at most so many answers a question (default: 10)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer each line as it comes."""
        numbers = numbers_of_entries()
        for place, line in enumerate(options["queries"], 1):
            if not line.strip():
                continue
            try:
                asked = json.loads(line)
                query_id, query = asked["query_id"], str(asked["query"])
            except (ValueError, KeyError, TypeError):
                sentence = _("Line %(line)d is no question with query_id and query.")
                raise CommandError(sentence % {"line": place}) from None
            found = search_entries(query, limit=options["limit"])
            ranked = [numbers.get(one.entry.pk, str(one.entry.uid)) for one in found]
            self.stdout.write(json.dumps({"query_id": query_id, "ranked": ranked}, ensure_ascii=False))
            self.stdout.flush()
