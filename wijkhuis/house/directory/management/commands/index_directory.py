"""./huis index_directory: make every entry findable with the lexicon as it is now."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from wijkhuis.house.directory.actions import index_entries, index_key_people


class Command(BaseCommand):
    """Compute what entries mean; what did not change is not computed again."""

    help = "Make every entry findable with the lexicon as it is now; the night does the same."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say how many."""
        index_key_people()
        self.stdout.write(_("%(count)d entries can be found.") % {"count": index_entries()})
