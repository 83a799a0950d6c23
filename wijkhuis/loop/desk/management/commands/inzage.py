"""Everything the house knows about one person, as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.serializers.json import DjangoJSONEncoder

from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.base.trail.people import kept_of_person
from wijkhuis.loop.desk.actions import show_everything
from wijkhuis.loop.desk.queries.person import questions_of_person, reaches_of

SAID = ("phone", "email", "code", "called", "house")


def add_person_arguments(parser: CommandParser) -> None:
    """What somebody gives to be found; all that is given must fit."""
    for name in SAID:
        parser.add_argument(f"--{name}", default="")


def said_of_person(options: dict[str, Any]) -> dict[str, str]:
    """The arguments that find a person; a code needs the house it belongs to."""
    said = {name: options[name] for name in SAID}
    if said["code"] and not said["house"]:
        raise CommandError("A code belongs to one house. Add --house with its name in web addresses.")
    if said["called"] and not (said["phone"] or said["email"] or said["code"]):
        raise CommandError("A name may be of several people. Add --phone, --email or --code.")
    return said


class Command(BaseCommand):
    help = "Show everything about one person, found by --phone, --email, --code or --called."

    def add_arguments(self, parser: CommandParser) -> None:
        add_person_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        said = said_of_person(options)
        found = questions_of_person(**said)
        kept = kept_of_person(reaches_of(found, phone=said["phone"], email=said["email"]))
        if not found.exists() and not kept:
            raise CommandError("Nothing found. Try only the phone number or only the e-mail address.")
        files = show_everything(found, kept=kept, by=SYSTEM)
        self.stdout.write(json.dumps(files, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False))
