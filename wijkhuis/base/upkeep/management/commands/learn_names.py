from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from wijkhuis.base.language.identity.learning.learn import learned_weights
from wijkhuis.base.language.identity.likely import WEIGHTS
from wijkhuis.base.upkeep.management.commands.house_words import SOURCES


class Command(BaseCommand):
    help = "Learn again what gives away a name that no rule knows, from sentences with invented people"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sentences", type=int, default=100_000)

    def handle(self, *args: Any, **options: Any) -> None:
        sources = sorted(path for pattern in SOURCES for path in Path(settings.BASE_DIR).glob(pattern))
        weights = learned_weights(options["sentences"], sources=sources)
        WEIGHTS.write_text("".join(f"{weight}\t{mark}\n" for mark, weight in weights.items()), "utf-8")
        self.stdout.write(f"{len(weights)} weights")
