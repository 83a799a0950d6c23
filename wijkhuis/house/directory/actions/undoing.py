"""Undoing the last correction of an entry, or the last look at it: how it was is kept beside it for a month, never in
the journal.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.directory import access
from wijkhuis.house.directory.actions.details import PLACE, TIME, keep_places, keep_times
from wijkhuis.house.directory.actions.indexing import index_entries
from wijkhuis.house.directory.actions.locating import find_point_of, forget_point
from wijkhuis.house.directory.actions.verifying import Closed, open_checks_again, take_back_verification
from wijkhuis.house.directory.models import Correction, Entry, Verification

KEPT = timedelta(days=30)
ALSO = ("area", "capacity_on", "latitude", "longitude", "located_for", "bag_id", "lies_in_id")


def remember_before(entry: Entry, facts: Iterable[str], *, has_places: bool, has_times: bool, by: Actor) -> None:
    """Keep how an entry is in the database now; an older memory of it goes."""
    names = ["neighbourhood_id" if name == "neighbourhood" else name for name in (*facts, *ALSO)]
    before: dict[str, Any] = {"facts": Entry.objects.filter(pk=entry.pk).values(*names).get()}
    if has_places:
        before["places"] = list(entry.locations.values("id", *PLACE))
    if has_times:
        before["times"] = list(entry.times.values("id", "location_id", *TIME))
    _remember(entry, before, by=by)


def remember_look(
    entry: Entry, made: Verification, *, known_before: date | None, was_published: bool, closed: Closed, by: Actor
) -> None:
    """Keep what was known of an entry before somebody looked; the correction before it can be undone after this."""
    before: dict[str, Any] = {"facts": {}, "look": _look(made, known_before, closed), "was_published": was_published}
    if last := Correction.objects.filter(entry=entry).first():
        earlier = {name: value for name, value in last.before.items() if name != "earlier"}
        before["earlier"] = {"before": earlier, "by": last.by_id, "on": last.on}
    _remember(entry, before, by=by)


def remember_look_too(
    entry: Entry, made: Verification | None, *, known_before: date | None, closed: Closed, by: Actor
) -> None:
    """Keep beside the correction that was just remembered, that the rest was seen to be right too."""
    last = Correction.objects.filter(entry=entry).first()
    if last and by.user:
        last.before = _plain({**last.before, "look": _look(made, known_before, closed)})
        last.save(update_fields=["before"])


def _look(made: Verification | None, known_before: date | None, closed: Closed) -> dict[str, Any]:
    return {"verification": made.pk if made else None, "verified_on": known_before, "closed": closed}


def _remember(entry: Entry, before: dict[str, Any], *, by: Actor) -> None:
    if by.user:
        told = {"before": _plain(before), "by": by.user, "on": clock.today()}
        Correction.objects.update_or_create(entry=entry, defaults=told)


def _plain(before: dict[str, Any]) -> dict[str, Any]:
    return dict(json.loads(DjangoJSONEncoder().encode(before)))


@transaction.atomic
def undo_correction(entry: Entry, *, by: Actor) -> Entry:
    """Make an entry as it was before the last correction, or before somebody last looked at it."""
    allowed = access.may_edit_entry(by.user, entry)
    demand(allowed, _("Only who works in a house keeps the map."), error=NotYours)
    last = Correction.objects.select_for_update().filter(entry=entry).first()
    demand(last is not None, _("There is no correction to undo."))
    assert last is not None
    entry = Entry.objects.get(pk=entry.pk)
    if last.before["facts"]:
        _bring_back(entry, last.before)
    if "look" in last.before:
        _bring_back_look(entry, last.before, by=by)
    last.delete()
    _bring_back_earlier(entry, last.before.get("earlier"))
    index_entries([entry.pk])
    record("directory.correction_undone", entry, by=by)
    return entry


def _bring_back(entry: Entry, before: Mapping[str, Any]) -> None:
    """The facts, the places and the times."""
    for name, value in before["facts"].items():
        setattr(entry, name, value)
    if entry.located_for and not entry.is_located:
        forget_point(entry)
    entry.full_clean()
    entry.save()
    _bring_back_rows(entry, before)
    find_point_of(entry)


def _bring_back_look(entry: Entry, before: Mapping[str, Any], *, by: Actor) -> None:
    """What was known before somebody looked, and the questions that their look closed."""
    look = before["look"]
    if before.get("was_published") and not entry.is_published:
        demand(access.may_manage_map(by.user), _("Ask the coordinator of your house to do this."), error=NotYours)
        entry.is_published = True
        entry.save(update_fields=["is_published", "updated_at"])
    known_before = date.fromisoformat(look["verified_on"]) if look["verified_on"] else None
    if look["verification"]:
        take_back_verification(entry, look["verification"], known_before=known_before)
    open_checks_again(entry, look["closed"])


def _bring_back_earlier(entry: Entry, earlier: Mapping[str, Any] | None) -> None:
    """What somebody corrected before the look can be undone now, as long as a month has not passed."""
    if earlier is None or date.fromisoformat(earlier["on"]) < clock.today() - KEPT:
        return
    if User.objects.filter(pk=earlier["by"]).exists():
        Correction.objects.create(entry=entry, before=earlier["before"], by_id=earlier["by"], on=earlier["on"])


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
