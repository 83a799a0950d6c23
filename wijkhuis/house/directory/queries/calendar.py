"""The times of what everybody may see, as appointments for a calendar."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.urls import reverse

from wijkhuis.base.language.words import first_words
from wijkhuis.house.directory.access import visible_entries
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.rules.calendar import Appointment
from wijkhuis.house.neighbourhood.models import House

MOST_ENTRIES = 300
LONGEST_WORDS = 300


def public_entries() -> QuerySet[Entry]:
    """What everybody may see, with its times; who asks makes no difference."""
    return visible_entries(AnonymousUser()).prefetch_related("times__location")


def entries_of_house(house: House) -> QuerySet[Entry]:
    """What has times in the neighbourhoods of a house, and what the house took up; three queries."""
    near = Q(neighbourhood__in=house.neighbourhoods.all()) | Q(house_notes__house=house)
    return public_entries().filter(near).exclude(times=None).distinct().order_by("name", "pk")[:MOST_ENTRIES]


def appointments(entry: Entry) -> Iterator[Appointment]:
    """Each rhythm of an entry that was found with its times."""
    for at, one in enumerate(sorted(entry.times.all(), key=lambda time: time.pk), start=1):
        place = one.location or entry
        where = (place.name if one.location else "", place.address, f"{place.postcode} {place.town}".strip())
        told = (one.note, first_words(entry.description, at_most=LONGEST_WORDS), entry.conditions, entry.phone)
        yield Appointment(
            uid=f"{entry.uid}-{at}",
            name=entry.name,
            where=", ".join(filter(None, where)),
            words="\n".join(filter(None, told)),
            url=f"{settings.SITE_URL}{reverse('directory:entry', args=[entry.pk])}",
            time=one,
            since=entry.added_on,
            changed_at=entry.updated_at,
        )
