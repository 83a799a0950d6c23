"""Keeping a source itself: its name, its form and where it is read."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.sources import access
from wijkhuis.house.sources.models import Source


@transaction.atomic
def change_source(source: Source, facts: Mapping[str, Any], *, by: Actor) -> Source:
    """Add a source, or change its name, form or address."""
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    for name in ("name", "form", "address"):
        setattr(source, name, facts.get(name, getattr(source, name)))
    source.full_clean()
    source.save()
    record("sources.source_changed", source, by=by)
    return source
