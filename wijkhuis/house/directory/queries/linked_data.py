"""An entry as search engines read it (schema.org). Never who keeps it."""

import json
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate

from wijkhuis.base.language.words import first_words
from wijkhuis.house.directory.models import Entry, Location, OpeningTime
from wijkhuis.house.directory.models.entries import Located

Thing = dict[str, Any]
KINDS = {
    Entry.Kind.ORGANISATION: "Organization",
    Entry.Kind.MEETING_PLACE: "CivicStructure",
    Entry.Kind.GROUP: "Organization",
}
DAYS = dict(
    zip("MO TU WE TH FR SA SU".split(), "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(), strict=True)
)
# So that no text can end the element it stands in.
SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def linked_data(entry: Entry, *, site: str) -> SafeString:
    """JSON-LD for the page of an entry; `site` is the address of the house."""
    kind = KINDS.get(Entry.Kind(entry.kind), "Service")
    thing = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": f"{site}{reverse('directory:entry', args=[entry.pk])}",
        "identifier": str(entry.uid),
        "name": entry.name,
        "description": first_words(entry.description, at_most=300),
        "url": entry.website,
        "dateModified": localdate(entry.updated_at).isoformat() if kind == "Service" else "",
        **(_service(entry) if kind == "Service" else _place(entry)),
    }
    return mark_safe(json.dumps(_only(thing), ensure_ascii=False).translate(SAFE))  # noqa: S308


def _service(entry: Entry) -> Thing:
    places: list[Located] = [entry, *entry.locations.all()]
    channel = {
        "@type": "ServiceChannel",
        "servicePhone": {"@type": "ContactPoint", "telephone": entry.phone} if entry.phone else "",
        "serviceLocation": [place for place in map(_location, places) if place],
        "availableLanguage": entry.languages,
    }
    known = _only(channel)
    return {
        "serviceType": ", ".join(entry.topics),
        "provider": {"@type": "Organization", "name": entry.organisation} if entry.organisation else "",
        "audience": [{"@type": "Audience", "audienceType": who} for who in entry.audience],
        "areaServed": entry.neighbourhood.name if entry.neighbourhood else entry.area,
        "availableChannel": known if len(known) > 1 else "",
        "hoursAvailable": _hours(entry),
    }


def _place(entry: Entry) -> Thing:
    here = _location(entry)
    return {
        "telephone": entry.phone,
        "email": entry.email if entry.kind != Entry.Kind.MEETING_PLACE else "",
        "address": here.get("address", ""),
        "geo": here.get("geo", "") if entry.kind == Entry.Kind.MEETING_PLACE else "",
        "openingHoursSpecification": _hours(entry) if entry.kind == Entry.Kind.MEETING_PLACE else "",
        "parentOrganization": {"@type": "Organization", "name": entry.organisation}
        if entry.organisation and entry.kind != Entry.Kind.MEETING_PLACE
        else "",
    }


def _location(located: Located) -> Thing:
    address = {
        "@type": "PostalAddress",
        "streetAddress": located.address,
        "postalCode": located.postcode,
        "addressLocality": located.town,
        "addressCountry": "NL",
    }
    point = {"@type": "GeoCoordinates", "latitude": located.latitude, "longitude": located.longitude}
    known = {
        "@type": "Place",
        "name": located.name if isinstance(located, Location) else "",
        "address": _only(address) if located.address or located.postcode else "",
        "geo": point if located.latitude is not None else "",
    }
    found = _only(known)
    return found if len(found) > 1 else {}


def _hours(entry: Entry) -> list[Thing]:
    """Times of every week; times of a month have no form here."""
    weekly = [one for one in entry.times.all() if one.frequency == OpeningTime.Frequency.WEEKLY and one.opens_at]
    return [
        _only({
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [DAYS[day] for day in one.days.split(",") if day in DAYS],
            "opens": one.opens_at.isoformat("minutes") if one.opens_at else "",
            "closes": one.closes_at.isoformat("minutes") if one.closes_at else "",
            "validFrom": one.valid_from.isoformat() if one.valid_from else "",
            "validThrough": one.valid_to.isoformat() if one.valid_to else "",
        })
        for one in weekly
    ]  # fmt: skip


def _only(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value not in (None, "", [], {})}
