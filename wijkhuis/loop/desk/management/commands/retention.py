"""Forget what was kept long enough: what the night does, by hand, or only show it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wijkhuis.loop.desk.actions import forget_what_was_kept_long_enough
from wijkhuis.loop.desk.actions.keeping import questions_kept_long_enough


class Command(BaseCommand):
    help = "Forget questions whose last contact lies longer ago than their house keeps them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be forgotten")

    def handle(self, *args: Any, dry_run: bool = False, **options: Any) -> None:
        due = questions_kept_long_enough()
        if dry_run:
            for question in due.select_related("house"):
                self.stdout.write(
                    f"{question.house} · {question.pk} · last contact {question.last_contact_at:%Y-%m-%d}"
                )
            self.stdout.write(f"{due.count()} questions would be forgotten.")
            return
        number, total = 0, due.count()
        for number, _question in enumerate(forget_what_was_kept_long_enough(), start=1):
            if number % 100 == 0:
                self.stdout.write(f"{number} of {total}")
        self.stdout.write(f"{number} questions forgotten. Stopping halfway loses nothing: run this again.")
