"""Everything the house knows about one person, as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.serializers.json import DjangoJSONEncoder

from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.loop.desk.actions import show_everything
from wijkhuis.loop.desk.queries.person import questions_of_person


def add_person_arguments(parser: CommandParser) -> None:
    """What somebody gives to be found; all that is given must fit."""
    for name in ("phone", "email", "code", "called"):
        parser.add_argument(f"--{name}", default="")


class Command(BaseCommand):
    help = "Show everything about one person, found by --phone, --email, --code or --called."

    def add_arguments(self, parser: CommandParser) -> None:
        add_person_arguments(parser)

    def handle(self, *args: Any, phone: str, email: str, code: str, called: str, **options: Any) -> None:
        found = questions_of_person(phone=phone, email=email, code=code, called=called)
        if not found.exists():
            raise CommandError("Nothing found. Try only the phone number or only the e-mail address.")
        files = show_everything(found, by=SYSTEM)
        self.stdout.write(json.dumps(files, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False))
