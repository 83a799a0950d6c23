"""Keeping the map: one entry at a time."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.geo import asked_for
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.words import holds_bsn, tidy
from wijkhuis.house.directory import access
from wijkhuis.house.directory.actions.indexing import index_entries
from wijkhuis.house.directory.actions.locating import find_point_of, forget_point
from wijkhuis.house.directory.models import Entry

FACTS = (
    "name", "organisation", "kind", "is_informal", "description", "topics", "audience", "neighbourhood", "address",
    "phone", "email", "website", "opening",
)  # fmt: skip


@transaction.atomic
def add_entry(facts: Mapping[str, Any], *, by: Actor) -> Entry:
    """Put something on the map; `facts` are values by the names of FACTS."""
    demand(access.may_keep_map(by.user), _("Only who works in a house keeps the map."), error=NotYours)
    return _keep(Entry(), facts, action="directory.entry_added", by=by)


@transaction.atomic
def change_entry(entry: Entry, facts: Mapping[str, Any], *, by: Actor) -> Entry:
    """Correct an entry."""
    allowed = access.may_edit_entry(by.user, entry)
    demand(allowed, _("Only who works in a house keeps the map."), error=NotYours)
    return _keep(entry, facts, action="directory.entry_changed", by=by)


def retire_entry(entry: Entry, *, by: Actor) -> None:
    """Take an entry off the map; staff still see it."""
    _show(entry, is_published=False, action="directory.entry_retired", by=by)


def return_entry(entry: Entry, *, by: Actor) -> None:
    """Put an entry back on the map."""
    _show(entry, is_published=True, action="directory.entry_returned", by=by)


def _keep(entry: Entry, facts: Mapping[str, Any], *, action: str, by: Actor) -> Entry:
    before = asked_for(entry.address, entry.postcode, entry.town)
    for name in FACTS:
        if name in facts:
            setattr(entry, name, _tidied(facts[name]))
    if asked_for(entry.address, entry.postcode, entry.town) != before:
        forget_point(entry)
    # What somebody chose from our own neighbourhoods says more than what a source wrote.
    entry.area = "" if entry.neighbourhood else entry.area
    words = " ".join((entry.name, entry.organisation, entry.description, entry.address, entry.opening))
    demand(not holds_bsn(words), _("This looks like a citizen service number. We do not keep that. Take it out."))
    entry.full_clean()
    entry.save()
    index_entries([entry.pk])
    find_point_of(entry)
    record(action, entry, by=by)
    return entry


@transaction.atomic
def _show(entry: Entry, *, is_published: bool, action: str, by: Actor) -> None:
    allowed = access.may_manage_map(by.user)
    demand(allowed, _("Ask the coordinator of your house to do this."), error=NotYours)
    entry.is_published = is_published
    entry.save(update_fields=["is_published", "updated_at"])
    record(action, entry, by=by)


def _tidied(value: Any) -> Any:
    if isinstance(value, str):
        return tidy(value)
    return [tidy(item) for item in value] if isinstance(value, list) else value
