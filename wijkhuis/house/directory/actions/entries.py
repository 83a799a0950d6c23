"""Keeping the map: one entry at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.geo import asked_for
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory import access
from wijkhuis.house.directory.actions.details import keep_places, keep_times
from wijkhuis.house.directory.actions.indexing import index_entries
from wijkhuis.house.directory.actions.locating import find_point_of, forget_point
from wijkhuis.house.directory.actions.undoing import remember_before, remember_look_too
from wijkhuis.house.directory.actions.verifying import close_checks, write_verification
from wijkhuis.house.directory.models import Entry, Outcome

FACTS = (
    "name", "organisation", "kind", "is_informal", "description", "topics", "audience", "people_say", "conditions",
    "minimum_age", "maximum_age", "how_to_apply", "costs", "amount", "languages", "capacity", "places_free",
    "neighbourhood", "address", "postcode", "town", "step_free", "phone", "email", "website", "opening",
)  # fmt: skip
Rows = Sequence[Mapping[str, Any]] | None


@transaction.atomic
def add_entry(facts: Mapping[str, Any], *, by: Actor, places: Rows = None, times: Rows = None) -> Entry:
    """Put something on the map; `facts` are values by the names of FACTS, `places` and `times` rows (see details)."""
    demand(access.may_keep_map(by.user), _("Only who works in a house keeps the map."), error=NotYours)
    entry = _keep(Entry(), facts, action="directory.entry_added", by=by)
    _keep_rows(entry, places, times)
    return entry


@transaction.atomic
def change_entry(
    entry: Entry,
    facts: Mapping[str, Any],
    *,
    by: Actor,
    places: Rows = None,
    times: Rows = None,
    found_how: str = "",
) -> Entry:
    """Correct an entry; how it was before is remembered for a month, so that a slip can be undone.

    With `found_how` (Verification.How) the rest of it was seen to be right too.
    """
    allowed = access.may_edit_entry(by.user, entry)
    demand(allowed, _("Only who works in a house keeps the map."), error=NotYours)
    remember_before(entry, FACTS, has_places=places is not None, has_times=times is not None, by=by)
    # A page may hold values that were not saved; what counts is what the database says.
    kept = _keep(Entry.objects.get(pk=entry.pk), facts, action="directory.entry_changed", by=by)
    _keep_rows(kept, places, times)
    known_before = kept.verified_on
    made = write_verification(kept, how=found_how, outcome=Outcome.RIGHT, by=by) if found_how else None
    closed = close_checks(kept, outcome=Outcome.RIGHT, by=by)
    remember_look_too(kept, made, known_before=known_before, closed=closed, by=by)
    return kept


def remember_facts(entry: Entry, *, by: Actor) -> None:
    """Keep how an entry is now for a month, before a list corrects it."""
    remember_before(entry, FACTS, has_places=False, has_times=False, by=by)


def retire_entry(entry: Entry, *, by: Actor) -> None:
    """Take an entry off the map; staff still see it."""
    _show(entry, is_published=False, action="directory.entry_retired", by=by)


def return_entry(entry: Entry, *, by: Actor) -> None:
    """Put an entry back on the map."""
    _show(entry, is_published=True, action="directory.entry_returned", by=by)


def _keep(entry: Entry, facts: Mapping[str, Any], *, action: str, by: Actor) -> Entry:
    before = asked_for(entry.address, entry.postcode, entry.town)
    if any(name in facts and facts[name] != getattr(entry, name) for name in ("capacity", "places_free")):
        entry.capacity_on = clock.today()
    for name in FACTS:
        if name in facts:
            setattr(entry, name, _tidied(facts[name]))
    if asked_for(entry.address, entry.postcode, entry.town) != before:
        forget_point(entry)
    # What somebody chose from our own neighbourhoods says more than what a source wrote.
    entry.area = "" if entry.neighbourhood else entry.area
    words = " ".join(value for name in FACTS if isinstance(value := getattr(entry, name), str) and name != "phone")
    refuse_bsn(words)
    entry.full_clean()
    entry.save()
    index_entries([entry.pk])
    find_point_of(entry)
    record(action, entry, by=by)
    return entry


def _keep_rows(entry: Entry, places: Rows, times: Rows) -> None:
    if places is not None:
        keep_places(entry, places)
        find_point_of(entry)
    if times is not None:
        keep_times(entry, times)


@transaction.atomic
def _show(entry: Entry, *, is_published: bool, action: str, by: Actor) -> None:
    allowed = access.may_manage_map(by.user)
    demand(allowed, _("Ask the coordinator of your house to do this."), error=NotYours)
    entry.is_published = is_published
    entry.save(update_fields=["is_published", "updated_at"])
    # Every process that searches reads again whether it may be found.
    index_entries([entry.pk])
    record(action, entry, by=by)


def _tidied(value: Any) -> Any:
    if isinstance(value, str):
        return tidy(value)
    return [tidy(item) for item in value] if isinstance(value, list) else value
