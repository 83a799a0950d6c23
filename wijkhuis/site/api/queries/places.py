"""Services at their places."""

from collections.abc import Iterator
from uuid import UUID

from wijkhuis.base import clock
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.hsds.writing import write_offer, write_service
from wijkhuis.site.api.queries import where as query
from wijkhuis.site.api.queries.finding import BATCH
from wijkhuis.site.api.rules.asking import Asked
from wijkhuis.site.api.rules.pages import Listing, Thing


def places(asked: Asked) -> Listing:
    """All places of services that fit; with a postcode only what is for there, with proximity what is near."""
    found = query.places(asked)

    def part(start: int, stop: int) -> list[Thing]:
        return [_write(entry, number, full=asked.full) for entry, number in query.entries_at(found[start:stop])]

    def stream() -> Iterator[Thing]:
        for start in range(0, len(found), BATCH):
            yield from part(start, start + BATCH)

    return Listing(lambda: len(found), part, stream)


def place(uid: UUID) -> Thing | None:
    """One service at one place, whole."""
    found = query.place_of(uid)
    entries = query.entries_at([found]) if found else iter(())
    return next((_write(entry, number, full=True) for entry, number in entries), None)


def _write(entry: Entry, number: int | None, *, full: bool) -> Thing:
    offer = write_offer(entry, number, at=clock.now(), full=full)
    return {**offer, "service": write_service(entry, at=clock.now(), full=False)}
