"""Undoing the last correction of an entry: how it was before is kept beside it for a month, never in the journal."""

import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.directory import access
from wijkhuis.house.directory.actions.details import PLACE, TIME, keep_places, keep_times
from wijkhuis.house.directory.actions.indexing import index_entries
from wijkhuis.house.directory.actions.locating import find_point_of, forget_point
from wijkhuis.house.directory.models import Correction, Entry

KEPT = timedelta(days=30)
ALSO = ("area", "capacity_on", "latitude", "longitude", "located_for", "bag_id", "lies_in_id")


def remember_before(entry: Entry, facts: Iterable[str], *, has_places: bool, has_times: bool, by: Actor) -> None:
    """Keep how an entry is in the database now; an older memory of it goes."""
    if by.user is None:
        return
    names = ["neighbourhood_id" if name == "neighbourhood" else name for name in (*facts, *ALSO)]
    before: dict[str, Any] = {"facts": Entry.objects.filter(pk=entry.pk).values(*names).get()}
    if has_places:
        before["places"] = list(entry.locations.values("id", *PLACE))
    if has_times:
        before["times"] = list(entry.times.values("id", "location_id", *TIME))
    plain = json.loads(DjangoJSONEncoder().encode(before))
    Correction.objects.update_or_create(entry=entry, defaults={"before": plain, "by": by.user, "on": clock.today()})


@transaction.atomic
def undo_correction(entry: Entry, *, by: Actor) -> Entry:
    """Make an entry as it was before the last correction."""
    allowed = access.may_edit_entry(by.user, entry)
    demand(allowed, _("Only who works in a house keeps the map."), error=NotYours)
    last = Correction.objects.select_for_update().filter(entry=entry).first()
    demand(last is not None, _("There is no correction to undo."))
    assert last is not None
    entry = Entry.objects.get(pk=entry.pk)
    for name, value in last.before["facts"].items():
        setattr(entry, name, value)
    if entry.located_for and not entry.is_located:
        forget_point(entry)
    entry.full_clean()
    entry.save()
    _bring_back_rows(entry, last.before)
    find_point_of(entry)
    last.delete()
    index_entries([entry.pk])
    record("directory.correction_undone", entry, by=by)
    return entry


def _bring_back_rows(entry: Entry, before: Mapping[str, Any]) -> None:
    numbers: dict[int, int] = {}
    if "places" in before:
        # A place that was thrown away comes back under another number.
        numbers = dict(zip([row["id"] for row in before["places"]], keep_places(entry, before["places"]), strict=True))
    if "times" in before:
        where = [numbers.get(row["location_id"], row["location_id"]) for row in before["times"]]
        keep_times(entry, [{**row, "location_id": on} for row, on in zip(before["times"], where, strict=True)])


def forget_old_corrections() -> int:
    """Forget how entries were more than a month ago. Gives how many."""
    gone, _kinds = Correction.objects.filter(on__lt=clock.today() - KEPT).delete()
    return gone
