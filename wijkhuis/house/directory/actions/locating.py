"""Points for what is on the map: they come later, and saving never waits for them."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.directory import access, jobs
from wijkhuis.house.directory.actions.indexing import index_entries
from wijkhuis.house.directory.models import Entry


def forget_point(entry: Entry) -> None:
    """Another address: the point of the old one says nothing any more. For who saves the entry afterwards."""
    entry.latitude = entry.longitude = entry.lies_in = None
    entry.located_for = entry.bag_id = ""


def find_point_of(entry: Entry) -> None:
    """Leave it to a worker to ask where an entry and its further places are, as far as nobody knows."""
    if settings.GEOCODER != "none" and not all(place.is_located for place in (entry, *entry.locations.all())):
        jobs.leave_locating(entry.pk)


def find_points() -> None:
    """Leave it to a worker to ask for every entry without a point; after an import, and by night."""
    if settings.GEOCODER != "none":
        jobs.leave_locating_all()


@transaction.atomic
def look_again(entry: Entry, *, by: Actor) -> None:
    """Ask once more where an entry is, also when the last answer was that it is nowhere."""
    demand(access.may_edit_entry(by.user, entry), _("Only who works in a house keeps the map."), error=NotYours)
    demand(bool(entry.address), _("Write down an address first."))
    demand(settings.GEOCODER != "none", _("Nobody is asked for points here. Ask the administrator of the server."))
    Entry.objects.filter(pk=entry.pk).update(located_for="", latitude=None, longitude=None)
    entry.locations.update(located_for="")
    jobs.leave_locating(entry.pk)
    record("directory.point_asked", entry, by=by)


@transaction.atomic
def take_neighbourhood(entry: Entry, *, by: Actor) -> None:
    """Say that an entry is for the neighbourhood where its address lies."""
    demand(access.may_edit_entry(by.user, entry), _("Only who works in a house keeps the map."), error=NotYours)
    demand(entry.lies_in is not None and entry.neighbourhood is None, _("This entry has a neighbourhood already."))
    entry.neighbourhood, entry.area = entry.lies_in, ""
    entry.save(update_fields=["neighbourhood", "area", "updated_at"])
    index_entries([entry.pk])
    record("directory.entry_changed", entry, by=by)
