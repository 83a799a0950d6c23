"""Parts of what the standard says about an entry: places, times, words, numbers."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.utils import timezone

from wijkhuis.house.directory.models import Entry, Located, Location, OpeningTime
from wijkhuis.house.sources.hsds.ids import part_id, place_id, term_id
from wijkhuis.house.sources.hsds.terms import words, write_term

Thing = dict[str, Any]
BAG = "BAG-nummeraanduiding"


def only(thing: Thing) -> Thing:
    """Without what is not there: the standard wants no null and no empty word."""
    return {key: value for key, value in thing.items() if value not in (None, "", [])}


def is_place(located: Located) -> bool:
    """Whether anything is known about where it is."""
    facts = (located.address, located.postcode, located.town, located.province, located.bag_id, located.step_free)
    return any(facts) or located.latitude is not None


def write_place(located: Located, *, uid: UUID, number: int | None, full: bool = True) -> Thing:
    """A location: of the entry itself (number None) or a further place."""
    one = place_id(uid, number)
    place = only({
        "id": one,
        "location_type": "physical",
        "name": located.name if isinstance(located, Location) else "",
        "transportation": located.note if isinstance(located, Location) else "",
        "latitude": located.latitude,
        "longitude": located.longitude,
        "external_identifier": located.bag_id,
        "external_identifier_type": BAG if located.bag_id else "",
    })  # fmt: skip
    return {**place, **only({"addresses": _addresses(located, one), "accessibility": _steps(located, one)})} if full \
        else place  # fmt: skip


def _addresses(located: Located, place: str) -> list[Thing]:
    if not any((located.address, located.postcode, located.town, located.province)):
        return []
    address = {
        "id": part_id(place, "address"),
        "location_id": place,
        "address_1": located.address,
        "city": located.town,
        "state_province": located.province,
        "postal_code": located.postcode,
        "country": "NL",
        "address_type": "physical",
    }
    return [address]


def _steps(located: Located, place: str) -> list[Thing]:
    if not located.step_free:
        return []
    one = part_id(place, "accessibility")
    told = words()[f"step-free {located.step_free}"]
    coded = attribute(one, "accessibility", "step_free", located.step_free)
    return [{"id": one, "location_id": place, "description": told, "attributes": [coded]}]


def write_schedules(times: Iterable[tuple[int, OpeningTime]], *, uid: UUID, at: datetime) -> list[Thing]:
    """Opening times, each with its number within the entry; hours carry the time zone of the moment we answer."""
    return [_schedule(one, part_id(uid, "time", number), at) for number, one in times]


def _schedule(one: OpeningTime, identifier: str, at: datetime) -> Thing:
    zone = timezone.localtime(at).utcoffset()
    hours = (zone.total_seconds() if zone else 0) / 3600
    return only({
        "id": identifier,
        "freq": one.frequency,
        "wkst": "MO",
        "byday": one.days,
        "opens_at": hour(one.opens_at, at),
        "closes_at": hour(one.closes_at, at),
        "timezone": int(hours) if hours == int(hours) else hours,
        "valid_from": one.valid_from.isoformat() if one.valid_from else None,
        "valid_to": one.valid_to.isoformat() if one.valid_to else None,
        "notes": one.note,
    })  # fmt: skip


def hour(value: time | None, at: datetime) -> str:
    """An hour with its zone, as 09:00+01:00."""
    if value is None:
        return ""
    zoned = value.replace(microsecond=0, tzinfo=None)
    zone = timezone.localtime(at).isoformat(timespec="seconds")[-6:]
    return zoned.isoformat("seconds" if zoned.second else "minutes") + zone


def attribute(owner: UUID | str, kind: str, label: str, value: object, *, number: int = 0) -> Thing:
    """A fact that the standard has no place for, under the name it has in our map."""
    return {
        "id": part_id(owner, "attribute", label, number),
        "link_id": str(owner),
        "link_entity": kind,
        "label": label,
        "value": str(value),
    }


def term_attributes(entry: Entry, kind: str, taxonomy: str, chosen: Iterable[str]) -> list[Thing]:
    """The words of a list that are said about an entry."""
    return [
        {
            "id": part_id(entry.uid, "term", taxonomy, word),
            "link_id": str(entry.uid),
            "link_entity": kind,
            "label": taxonomy,
            "taxonomy_term_id": term_id(taxonomy, word),
            "taxonomy_term": write_term(taxonomy, word, full=False),
        }
        for word in chosen
    ]
