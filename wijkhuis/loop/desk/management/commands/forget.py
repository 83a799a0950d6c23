"""Forget one person."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.base.trail.people import kept_of_person
from wijkhuis.loop.desk.actions import forget_person
from wijkhuis.loop.desk.management.commands.inzage import add_person_arguments, said_of_person
from wijkhuis.loop.desk.queries.person import questions_of_person, reaches_of


class Command(BaseCommand):
    help = (
        "Forget everything about one person, found by --phone, --email, --code or --called. Asks first; --yes does not."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        add_person_arguments(parser)
        parser.add_argument("--yes", action="store_true")

    def handle(self, *args: Any, yes: bool = False, **options: Any) -> None:
        said = said_of_person(options)
        found = list(questions_of_person(**said))
        kept = kept_of_person(reaches_of(found, phone=said["phone"], email=said["email"]))
        if not found and not kept:
            raise CommandError("Nothing found. Try only the phone number or only the e-mail address.")
        what = f"{len(found)} questions and {len(kept)} other things"
        if not yes and input(f"Forget {what} for good? Type yes: ").strip() != "yes":
            raise CommandError("Nothing was forgotten.")
        forget_person(found, kept=kept, by=SYSTEM)
        self.stdout.write(f"Forgotten: {what}.")
