"""Everything we know of one entry, ready for its page."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from wijkhuis.house.directory.models import (
    Check,
    Correction,
    Entry,
    HouseNote,
    Location,
    OpeningTime,
    Outcome,
    Verification,
)
from wijkhuis.house.directory.queries.freshness import addresses_of
from wijkhuis.house.directory.rules.freshness import Age, months_since
from wijkhuis.house.directory.rules.languages import language_names
from wijkhuis.house.directory.rules.times import now_words, time_sentence
from wijkhuis.house.neighbourhood.models import House


@dataclass(frozen=True)
class Place:
    """A further place, and when it is open there."""

    location: Location
    times: list[tuple[str, str]]


@dataclass(frozen=True)
class Card:
    """One entry with what belongs to it; times are (sentence, note)."""

    entry: Entry
    age: Age
    months: int
    now: str
    times: list[tuple[str, str]]
    places: list[Place]
    languages: list[str]
    offers: list[Entry]
    note: HouseNote | None
    found: list[Verification]

    @property
    def has_times(self) -> bool:
        """Whether any time is known in a form that a calendar understands."""
        return any(said for said, _note in [*self.times, *(time for place in self.places for time in place.times)])

    @property
    def verified(self) -> Verification | None:
        """Who last knew that it was right, and how."""
        on = self.entry.verified_on
        return next((one for one in self.found if one.outcome == Outcome.RIGHT and one.on == on), None)


@dataclass(frozen=True)
class Care:
    """What colleagues also see: whether somebody is asked or can be asked, what can be undone."""

    open_check: Check | None = None
    can_ask: bool = False
    correction: Correction | None = None


def card_of(entry: Entry, *, at: datetime, house: House | None) -> Card:
    """What everybody sees of an entry, at a moment; six queries at most."""
    local = timezone.localtime(at)
    times, places = list(entry.times.all()), list(entry.locations.all())
    known_on = entry.verified_on or entry.added_on
    return Card(
        entry=entry,
        age=entry.age(local.date()),
        months=months_since(known_on, today=local.date()),
        now=now_words(times, local),
        times=_said([time for time in times if time.location_id is None]),
        places=[Place(one, _said([time for time in times if time.location_id == one.pk])) for one in places],
        languages=language_names(entry.languages),
        offers=list(entry.offers.filter(is_published=True).active(on=local.date()).order_by("name")[:20]),
        note=HouseNote.objects.filter(house=house, entry=entry).select_related("house").first() if house else None,
        found=list(entry.verifications.select_related("by")[:5]),
    )


def care_of(entry: Entry) -> Care:
    """What only colleagues see of an entry that was found with its correction; one query."""
    open_check = entry.checks.filter(answered_on=None).first()
    can_ask = not entry.keeper_id and not open_check and bool(addresses_of(entry))
    return Care(open_check=open_check, can_ask=can_ask, correction=getattr(entry, "correction", None))


def _said(times: list[OpeningTime]) -> list[tuple[str, str]]:
    return [(time_sentence(one), one.note) for one in times]
