"""What we know of an entry in sentences, for lists where a whole card does not fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.house.directory.models import Entry, HouseNote
from wijkhuis.house.directory.queries.search import Found
from wijkhuis.house.directory.rules.freshness import Age
from wijkhuis.house.directory.rules.times import time_sentence
from wijkhuis.house.neighbourhood.models import House


@dataclass(frozen=True)
class Told:
    """An entry as a list tells it: why it fits, when it is open, how old that is, and what the house adds."""

    entry: Entry
    why: str
    opening: str
    age: str
    note: str


def told_of(found: Sequence[Found[Entry]]) -> list[Told]:
    """What a house found, ready to be read; one query, whatever the amount."""
    prefetch_related_objects([one.entry for one in found if not one.entry.opening], "times")
    return [_told(one) for one in found]


def _told(one: Found[Entry]) -> Told:
    note = getattr(one.entry, "house_note", None) or ""
    return Told(one.entry, one.why, opening_of(one.entry), age_words(one.entry), note)


def notes_of(entries: Iterable[Entry], *, house: House) -> dict[int, str]:
    """What a house adds to these entries, by the id of the entry; one query, or none."""
    if not (asked := [entry.pk for entry in entries]):
        return {}
    notes = HouseNote.objects.filter(house=house, entry__in=asked).exclude(note="")
    return dict(notes.values_list("entry_id", "note"))


def age_words(entry: Entry) -> str:
    """What to do with an entry that nobody looked at for long; nothing for one that is fresh."""
    age = entry.age(clock.today())
    if age is Age.INACTIVE:
        return _("not checked for a year: call first")
    return _("not checked for half a year: call first") if age is Age.OLD else ""


def opening_of(entry: Entry, *, at_most: int = 300) -> str:
    """When it is open: as somebody wrote it, or else its times as sentences, as many as fit in so many letters."""
    if entry.opening:
        return entry.opening
    said = ""
    for sentence in _times_of(entry):
        longer = "; ".join(filter(None, [said, sentence]))
        if len(longer) > at_most:
            break
        said = longer
    return said


def all_times_of(entry: Entry) -> tuple[str, ...]:
    """Everything that we say of when it is open, for who looks whether it is right."""
    return tuple(filter(None, [entry.opening, *_times_of(entry)]))


def _times_of(entry: Entry) -> Iterator[str]:
    for one in entry.times.all():
        yield ": ".join(filter(None, [one.note, time_sentence(one)]))
