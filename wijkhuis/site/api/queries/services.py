"""Services: everything on the map that is not an organisation itself."""

from datetime import datetime
from uuid import UUID

from wijkhuis.base import clock
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.hsds.writing import with_parts, write_service
from wijkhuis.site.api.queries.finding import in_batches, part_of, shown
from wijkhuis.site.api.queries.finding import services as services_that_fit
from wijkhuis.site.api.rules.asking import Asked
from wijkhuis.site.api.rules.pages import Listing, Thing


def services(asked: Asked) -> Listing:
    """All services that fit; minimal: only who they are and when they changed."""
    entries = services_that_fit(asked)
    if asked.minimal:
        known = entries.values_list("uid", "updated_at")
        return Listing(
            entries.count,
            lambda start, stop: [_minimal(*one) for one in known[start:stop]],
            lambda: (_minimal(*one) for one in known.iterator()),
        )
    return Listing(
        entries.count,
        lambda start, stop: [_write(entry, asked) for entry in part_of(entries, start, stop, full=asked.full)],
        lambda: (_write(entry, asked) for entry in in_batches(entries)),
    )


def service(uid: UUID) -> Thing | None:
    """One service with everything the map knows of it."""
    entry = with_parts(shown().exclude(kind=Entry.Kind.ORGANISATION)).filter(uid=uid).first()
    return write_service(entry, at=clock.now()) if entry else None


def _write(entry: Entry, asked: Asked) -> Thing:
    return write_service(entry, at=clock.now(), full=asked.full)


def _minimal(uid: UUID, changed_at: datetime) -> Thing:
    return {"id": str(uid), "last_modified": changed_at.isoformat()}
