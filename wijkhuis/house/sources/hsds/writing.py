"""An entry in the words of the standard. Never who keeps it: no name and no address of a person."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from wijkhuis.house.directory.models import Entry, Location, OpeningTime
from wijkhuis.house.directory.rules.freshness import Age, age_of
from wijkhuis.house.sources.hsds.ids import named_id, offer_id, part_id, place_id
from wijkhuis.house.sources.hsds.parts import (
    Thing,
    attribute,
    is_place,
    only,
    term_attributes,
    write_place,
    write_schedules,
)
from wijkhuis.house.sources.hsds.terms import AUDIENCE, KIND, TOPICS, words

# Facts of an entry for which an organisation has no place in the standard; they travel as attributes.
OF_ORGANISATIONS = (
    "conditions minimum_age maximum_age how_to_apply costs amount capacity places_free capacity_on opening verified_on"
).split()
NAME_ONLY = "name_only"
UNVERIFIED = "unverified"


def with_parts(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Entries with all that an export says about them; two queries more, however many there are."""
    return entries.select_related("neighbourhood", "provider").prefetch_related("locations", "times")


def is_unverified(entry: Entry, today: date) -> bool:
    """Whether nobody knew in the past year that this is right."""
    return age_of(verified_on=entry.verified_on, added_on=entry.added_on, today=today) is Age.INACTIVE


def write_service(entry: Entry, *, at: datetime, full: bool = True) -> Thing:
    """A service; without full only its own properties and its organisation."""
    stale = is_unverified(entry, timezone.localdate(at))
    provider = write_provider(entry)
    service = only({
        "id": str(entry.uid),
        "organization_id": provider["id"] if provider else None,
        "name": entry.name,
        "description": entry.description,
        "url": entry.website,
        "email": entry.email,
        "status": "inactive" if stale else "active",
        "application_process": entry.how_to_apply,
        "fees_description": entry.costs,
        "eligibility_description": entry.conditions,
        "minimum_age": entry.minimum_age,
        "maximum_age": entry.maximum_age,
        "assured_date": entry.verified_on.isoformat() if entry.verified_on else None,
        "alert": words()["unverified"] if stale else "",
        "last_modified": entry.updated_at.isoformat(),
        "organization": provider,
    })  # fmt: skip
    return {**service, **_service_parts(entry, at, stale)} if full else service


def _service_parts(entry: Entry, at: datetime, stale: bool) -> Thing:
    return only({
        "phones": _phones(entry),
        "schedules": _own_schedules(entry, at) + _opening(entry),
        "service_areas": _areas(entry),
        "service_at_locations": [write_offer(entry, number, at=at) for number, _place in places_of(entry)],
        "languages": [{"id": part_id(entry.uid, "language", code), "code": code} for code in entry.languages],
        "cost_options": _costs(entry),
        "capacities": _capacities(entry),
        "attributes": [
            *term_attributes(entry, "service", KIND, [entry.kind]),
            *_attributes(entry, "service"),
            *([] if _capacities(entry) else _facts(entry, "service", ["capacity", "places_free", "capacity_on"])),
            *([attribute(entry.uid, "service", UNVERIFIED, "true")] if stale else []),
        ],
    })  # fmt: skip


def write_offer(entry: Entry, number: int | None, *, at: datetime, full: bool = True) -> Thing:
    """A service at one of its places: the place of the entry itself (None) or a further one, counted from 0."""
    place = entry if number is None else list(entry.locations.all())[number]
    offer = {
        "id": offer_id(entry.uid, number),
        "service_id": str(entry.uid),
        "location_id": place_id(entry.uid, number),
        "location": write_place(place, uid=entry.uid, number=number, full=full),
    }
    schedules = [] if number is None or not full else write_schedules(_times_at(entry, place), uid=entry.uid, at=at)
    return {**offer, **only({"schedules": schedules})}


def write_provider(entry: Entry) -> Thing | None:
    """The organisation of an entry: one on the map, or only a name."""
    provider = _provider_on_map(entry)
    if provider:
        return write_organization(provider, full=False)
    return write_named(entry.organisation, full=False) if entry.organisation else None


def write_organization(entry: Entry, *, at: datetime | None = None, full: bool = True) -> Thing:
    """An organisation that is an entry itself; full: with its phone, places, times and local facts."""
    parent = _provider_on_map(entry)
    own = only({
        "id": str(entry.uid),
        "name": entry.name,
        "email": entry.email,
        "website": entry.website,
        "parent_organization_id": str(parent.uid) if parent else None,
    })  # fmt: skip
    own["description"] = entry.description
    if not full or at is None:
        return own
    lists = {
        "phones": _phones(entry),
        "locations": _organization_places(entry, at),
        "attributes": _organization_attributes(entry),
    }
    return {**own, **only(lists)}


def write_named(name: str, *, full: bool = True) -> Thing:
    """An organisation of which the map has only the name."""
    one = named_id(name)
    named: Thing = {"id": one, "name": name, "description": ""}
    return {**named, "attributes": [attribute(one, "organization", NAME_ONLY, "true")]} if full else named


def places_of(entry: Entry) -> Iterator[tuple[int | None, Entry | Location]]:
    """The places of an entry that are somewhere, with their number; the own place first."""
    if is_place(entry):
        yield None, entry
    yield from enumerate(entry.locations.all())


def _provider_on_map(entry: Entry) -> Entry | None:
    provider = entry.provider
    shown = provider is not None and provider.is_published and provider.kind == Entry.Kind.ORGANISATION
    return provider if shown else None


def _times_at(entry: Entry, place: Entry | Location | None) -> list[tuple[int, OpeningTime]]:
    where = place.pk if isinstance(place, Location) else None
    return [(number, one) for number, one in enumerate(entry.times.all()) if one.location_id == where]


def _own_schedules(entry: Entry, at: datetime) -> list[Thing]:
    return write_schedules(_times_at(entry, None), uid=entry.uid, at=at)


def _opening(entry: Entry) -> list[Thing]:
    return [{"id": part_id(entry.uid, "opening"), "description": entry.opening}] if entry.opening else []


def _phones(entry: Entry) -> list[Thing]:
    return [{"id": part_id(entry.uid, "phone"), "number": entry.phone}] if entry.phone else []


def _areas(entry: Entry) -> list[Thing]:
    area = entry.neighbourhood
    name = area.name if area else entry.area
    if not name:
        return []
    return [only({"id": part_id(entry.uid, "area"), "name": name, "uri": area.cbs_code if area else ""})]


def _costs(entry: Entry) -> list[Thing]:
    if entry.amount is None:
        return []
    return [{"id": part_id(entry.uid, "cost"), "currency": "EUR", "amount": float(entry.amount)}]


def _capacities(entry: Entry) -> list[Thing]:
    if entry.places_free is None or entry.capacity_on is None:
        return []
    counted = timezone.make_aware(datetime(entry.capacity_on.year, entry.capacity_on.month, entry.capacity_on.day))
    unit = {"id": part_id(entry.uid, "unit"), "name": words()["places"]}
    capacity = {
        "id": part_id(entry.uid, "capacity"),
        "unit": unit,
        "available": entry.places_free,
        "maximum": entry.capacity,
        "updated": counted.isoformat(),
    }
    return [only(capacity)]


def _attributes(entry: Entry, kind: str) -> list[Thing]:
    own = [attribute(entry.uid, kind, "informal", "true")] if entry.is_informal else []
    for number, words_of_people in enumerate(entry.people_say):
        own.append(attribute(entry.uid, kind, "people_say", words_of_people, number=number))
    provider = _provider_on_map(entry)
    # An organisation has no organisation of its own in the standard; and a name may be written in another way.
    differs = entry.organisation if provider is None else provider.name != entry.organisation
    if differs and (provider or kind == "organization"):
        own.append(attribute(entry.uid, kind, "organisation", entry.organisation))
    topics = term_attributes(entry, kind, TOPICS, entry.topics)
    return [*topics, *term_attributes(entry, kind, AUDIENCE, entry.audience), *own]


def _facts(entry: Entry, kind: str, names: list[str]) -> list[Thing]:
    known: list[tuple[str, Any]] = [(name, getattr(entry, name)) for name in names]
    return [attribute(entry.uid, kind, name, value) for name, value in known if value not in (None, "")]


def _organization_attributes(entry: Entry) -> list[Thing]:
    kind = "organization"
    spoken = [
        attribute(entry.uid, kind, "languages", code, number=number) for number, code in enumerate(entry.languages)
    ]
    area = entry.neighbourhood.name if entry.neighbourhood else entry.area
    where = [attribute(entry.uid, kind, "area", area)] if area else []
    return [*_attributes(entry, kind), *spoken, *where, *_facts(entry, kind, OF_ORGANISATIONS)]


def _organization_places(entry: Entry, at: datetime) -> list[Thing]:
    """Its places with their times; times without a place stand at a place that is nowhere."""
    places = []
    for number, place in places_of(entry):
        times = write_schedules(_times_at(entry, place), uid=entry.uid, at=at)
        places.append({**write_place(place, uid=entry.uid, number=number), **only({"schedules": times})})
    loose = _own_schedules(entry, at)
    if loose and not is_place(entry):
        nowhere = {"id": part_id(entry.uid, "times"), "location_type": "virtual", "schedules": loose}
        places.append(nowhere)
    return places
