"""A point that a colleague puts on the map by hand."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.geo import asked_for
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.directory import access
from wijkhuis.house.directory.actions.undoing import remember_before
from wijkhuis.house.directory.locating import neighbourhood_at
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.rules.pointing import is_in_the_country


@transaction.atomic
def set_point(entry: Entry, *, longitude: float, latitude: float, by: Actor) -> None:
    """Say where an entry is, when nobody knows its address or it has none; the next address is asked again."""
    demand(access.may_edit_entry(by.user, entry), _("Only who works in a house keeps the map."), error=NotYours)
    demand(is_in_the_country(longitude, latitude), _("This point does not lie in the Netherlands."))
    remember_before(entry, (), has_places=False, has_times=False, by=by)
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    entry.longitude, entry.latitude, entry.bag_id = longitude, latitude, ""
    entry.located_for = asked_for(entry.address, entry.postcode, entry.town)
    entry.lies_in = neighbourhood_at((longitude, latitude))
    entry.save(update_fields=["longitude", "latitude", "bag_id", "located_for", "lies_in", "updated_at"])
    record("directory.point_set", entry, by=by)
