"""The ladder: per rung at most five things that fit, each with one line why."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries import search_entries, search_key_people
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.queries import professionals_for
from wijkhuis.loop.desk import rules
from wijkhuis.loop.desk.models import Rung

AT_MOST = 5
INFORMAL = (Entry.Kind.GROUP, Entry.Kind.MEETING_PLACE)
FORMAL = (Entry.Kind.SERVICE, Entry.Kind.ORGANISATION)
ASKS = {
    Rung.SELF: _("What have you tried already? What could you do yourself with a little help?"),
    Rung.OWN_PEOPLE: _("Who in your family or among your friends could help?"),
    Rung.NEIGHBOURHOOD: _("Who or what in the neighbourhood could help?"),
    Rung.PROFESSIONAL: _("Who knows more about this?"),
}


@dataclass(frozen=True)
class Suggestion:
    """One thing that may fit: what it is, why, and the record it points to."""

    kind: str
    title: str
    why: str
    record: Any
    is_here: bool = False


@dataclass
class Step:
    """One rung with a question to ask in the conversation and what fits."""

    rung: Rung
    ask: str
    suggestions: list[Suggestion] = field(default_factory=list)


def ladder_for(text: str, *, house: House, on: date) -> list[Step]:
    """The four rungs for these words, in their order; rungs without a suggestion still have their question."""
    text = tidy(text)[:2000]
    informal = search_entries(text, house=house, kinds=INFORMAL, limit=AT_MOST) if text else []
    formal = search_entries(text, house=house, kinds=FORMAL, limit=AT_MOST) if text else []
    people = search_key_people(text, house=house, on=on, limit=AT_MOST) if text else []
    faces = professionals_for(text, house=house, on=on, limit=AT_MOST) if text else []
    neighbours = [Suggestion("entry", found.entry.name, found.why, found.entry) for found in informal]
    asked = [Suggestion("key_person", found.entry.name, found.why, found.entry) for found in people]
    helpers = [
        Suggestion("professional", face.professional.introduction, face.why, face.professional, face.is_here)
        for face in faces
    ]
    services = [Suggestion("entry", found.entry.name, found.why, found.entry) for found in formal]
    fits = {
        Rung.SELF: [],
        Rung.OWN_PEOPLE: [],
        Rung.NEIGHBOURHOOD: _mixed(neighbours, asked),
        Rung.PROFESSIONAL: _mixed(helpers, services),
    }
    return [Step(rung, str(ASKS[rung]), fits[rung]) for rung in rules.LADDER]


def _mixed(first: list[Suggestion], second: list[Suggestion]) -> list[Suggestion]:
    """The best of both lists, at most five together, two places kept for the second."""
    kept = first[: max(AT_MOST - len(second[:2]), 0)]
    return kept + second[: AT_MOST - len(kept)]
