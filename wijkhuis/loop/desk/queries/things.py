"""Something or somebody of the neighbourhood that an answer can point to."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from wijkhuis.base.clock import today
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.directory.queries import search_entries, search_key_people
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Professional
from wijkhuis.house.partners.queries import professionals_for
from wijkhuis.loop.desk.models import Answer

AT_MOST = 5


@dataclass(frozen=True)
class Thing:
    """One thing to choose: kind is entry, professional or key_person."""

    kind: str
    record: Any
    label: str

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.kind}-{self.record.pk}"

    @property
    def answer_kind(self) -> str:
        """What kind of answer it makes."""
        if self.kind == "key_person":
            return Answer.Kind.NEIGHBOUR
        if self.kind == "professional":
            return Answer.Kind.PROFESSIONAL
        informal = self.record.kind in (Entry.Kind.GROUP, Entry.Kind.MEETING_PLACE)
        return Answer.Kind.GROUP if informal else Answer.Kind.ENTRY


def things_for(text: str, *, house: House, on: date) -> list[Thing]:
    """What fits these words, with one line why: at most five of each kind; three queries."""
    entries = [_entry(found.entry, found.why) for found in search_entries(text, house=house, limit=AT_MOST)]
    faces = [
        Thing("professional", face.professional, f"{face.professional.introduction}: {face.why}")
        for face in professionals_for(text, house=house, on=on, limit=AT_MOST)
    ]
    people = search_key_people(text, house=house, on=on, limit=AT_MOST)
    return [*entries, *(_key_person(found.entry) for found in people), *faces]


def find_thing(key: str, *, house: House) -> Thing | None:
    """The thing a form named, when this house may point to it."""
    kind, _dash, pk = key.partition("-")
    if not (pk.isascii() and pk.isdigit()):
        return None
    if kind == "entry":
        entry = Entry.objects.filter(pk=pk, is_published=True).first()
        return _entry(entry) if entry else None
    if kind == "professional":
        professional = _professionals(house).filter(pk=pk).first()
        return _professional(professional) if professional else None
    person = KeyPerson.objects.filter(pk=pk, house=house, agreed_until__gte=today()).first()
    return _key_person(person) if kind == "key_person" and person else None


def _professionals(house: House) -> Any:
    together = Q(partner__partnerships__house=house, partner__partnerships__ended_on=None)
    return Professional.objects.filter(together, left_on=None).select_related("partner")


def _entry(entry: Entry, why: str = "") -> Thing:
    return Thing("entry", entry, f"{entry.name}: {why}" if why else entry.name)


def _professional(professional: Professional) -> Thing:
    return Thing("professional", professional, professional.introduction)


def _key_person(person: KeyPerson) -> Thing:
    return Thing("key_person", person, f"{person.name}: {person.ask_about}")
