from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from wijkhuis.base.upkeep.frontend import FrontendTrouble, install_frontend


class Command(BaseCommand):
    help = "Install style sheets and fonts from npm, and lay out what is served"
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            changed = install_frontend(root=settings.BASE_DIR, home=settings.HUIS_HOME)
        except FrontendTrouble as trouble:
            raise CommandError(f"npm did not work.\n{trouble}") from trouble
        if options["verbosity"]:
            self.stdout.write("style sheets and fonts " + ("are installed" if changed else "were there already"))
