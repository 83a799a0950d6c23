"""./huis find_points: ask now where the entries and houses without a point are."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from wijkhuis.house.directory.locating import entries_to_locate, locate_some
from wijkhuis.house.neighbourhood.locating import locate_place, places_to_locate


class Command(BaseCommand):
    """Ask for points here and now, instead of waiting for the night."""

    help = "Ask the geocoder where the entries and the houses are that have an address and no point."

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, and tell how many still wait."""
        if settings.GEOCODER == "none":
            raise CommandError(_("HUIS_GEOCODER is none: nobody is asked for points here."))
        for place in places_to_locate():
            locate_place(place.pk)
        before = entries_to_locate().count()
        after_id: int | None = 0
        while after_id is not None:
            after_id = locate_some(after_id)
        waiting = entries_to_locate().count()
        sentence = _("%(asked)d entries asked; %(waiting)d got no answer and are asked again.")
        self.stdout.write(sentence % {"asked": before - waiting, "waiting": waiting})
