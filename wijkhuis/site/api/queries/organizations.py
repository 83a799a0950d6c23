"""Organisations: those that are on the map themselves, and after them those of which only the name is known."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from wijkhuis.base import clock
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.hsds.writing import with_parts, write_named, write_organization, write_service
from wijkhuis.site.api.queries import finding as query
from wijkhuis.site.api.rules.asking import Asked
from wijkhuis.site.api.rules.pages import Listing, Thing


def organizations(asked: Asked) -> Listing:
    """All organisations that fit; full: with places and local facts; full_service: with their whole services."""
    entries = query.fitting(query.shown().filter(kind=Entry.Kind.ORGANISATION), asked)
    names = query.named_organizations(asked)
    first = entries.count()

    def part(start: int, stop: int) -> list[Thing]:
        own = query.part_of(entries, start, stop, full=True) if start < first else []
        rest = names[max(start - first, 0) : max(stop - first, 0)]
        return _write(own, rest, asked)

    def stream() -> Iterator[Thing]:
        for entry in query.in_batches(entries):
            yield from _write([entry], [], asked)
        for start in range(0, len(names), query.BATCH):
            yield from _write([], names[start : start + query.BATCH], asked)

    return Listing(lambda: first + len(names), part, stream)


def organization(uid: UUID, *, full_service: bool = False) -> Thing | None:
    """One organisation, whole, with its services: by identifier, or whole with full_service."""
    whole = Asked(full=True, full_service=full_service)
    entry = with_parts(query.shown().filter(kind=Entry.Kind.ORGANISATION)).filter(uid=uid).first()
    names = None if entry else query.names_without_entry().get(uid)
    found = _write([entry] if entry else [], [names] if names else [], whole, with_services=True)
    return found[0] if found else None


def _write(own: list[Entry], names: list[list[str]], asked: Asked, *, with_services: bool = False) -> list[Thing]:
    written = [write_organization(entry, at=clock.now(), full=asked.full) for entry in own]
    written += [write_named(spellings[0], full=asked.full) for spellings in names]
    if with_services or asked.full_service:
        offers = _offers(own, names, full=asked.full_service)
        for one in written:
            one["services"] = offers.get(one["id"], [])
    return written


def _offers(own: list[Entry], names: list[list[str]], *, full: bool) -> dict[str, list[Thing]]:
    """The services of these organisations, by the identifier of the organisation; three queries."""
    theirs = Q(provider__in=[entry.pk for entry in own])
    theirs |= Q(organisation__in=[name for spellings in names for name in spellings]) & query.BY_NAME
    found: dict[str, list[Thing]] = {}
    for entry in with_parts(query.services(Asked()).filter(theirs)):
        service = write_service(entry, at=clock.now(), full=full)
        service.pop("organization", None)
        found.setdefault(service.get("organization_id", ""), []).append(service)
    return found
