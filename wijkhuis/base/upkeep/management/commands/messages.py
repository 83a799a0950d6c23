from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkhuis.base.upkeep import catalogues


class Command(BaseCommand):
    help = "Collect the strings of every room, keep its catalogues up to date and compile them"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail when something is missing")
        parser.add_argument("--compile", action="store_true", help="only compile")

    def handle(self, *args: Any, **options: Any) -> None:
        root = settings.BASE_DIR
        if options["check"]:
            self.look(catalogues.problems(root))
            return
        if not options["compile"]:
            for path in catalogues.update(root):
                self.stdout.write(f"changed {path.relative_to(root)}")
        made = catalogues.compile_catalogues(root)
        if options["verbosity"]:
            self.stdout.write(f"compiled {made} catalogues")

    def look(self, problems: list[str]) -> None:
        """Say every problem, or that there is none."""
        for problem in problems:
            self.stdout.write(problem)
        if problems:
            raise CommandError(f"{len(problems)} translations need attention.")
        self.stdout.write("all translations are there")
