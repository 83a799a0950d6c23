"""The ladder: per rung at most five things that fit, each with one line why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.directory.queries import CLEARLY, ENOUGH, Found, search_by_kinds, search_key_people
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Professional
from wijkhuis.house.partners.queries import Face, Present, professionals_for
from wijkhuis.loop.desk import rules
from wijkhuis.loop.desk.models import Answer, Rung

AT_MOST = 5
MOST_PICKS = 20
# Somebody often tells of two things at once: what fits the second one is far below what fits the first.
FAINT = 0.1
INFORMAL = (Entry.Kind.GROUP, Entry.Kind.MEETING_PLACE)
FORMAL = (Entry.Kind.SERVICE, Entry.Kind.ORGANISATION)
# What somebody can ask for themselves, perhaps with a little help.
OWN = (Entry.Kind.SCHEME, Entry.Kind.FUND)
MOST_WEBSITES = 2
ASKS = {
    Rung.SELF: _("What have you tried already? What could you do yourself with a little help?"),
    Rung.OWN_PEOPLE: _("Who around you could help, or come along?"),
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
    # Whether it fits well enough to stand in sight.
    is_clear: bool = True

    @property
    def mark(self) -> str:
        """One word that a page gives back when this is ticked."""
        return f"{self.kind}-{self.record.pk}"


@dataclass
class Step:
    """One rung with a question to ask in the conversation and what fits."""

    rung: Rung
    ask: str
    suggestions: list[Suggestion] = field(default_factory=list)


def ladder_for(text: str, *, house: House, on: date) -> list[Step]:
    """The four rungs for these words, in their order; rungs without a suggestion still have their question."""
    text = tidy(text)[:2000]
    kinds = (INFORMAL, FORMAL, OWN)
    informal, formal, own = _what_fits(text, kinds, house=house)
    people = search_key_people(text, house=house, on=on, limit=AT_MOST) if text else []
    faces = professionals_for(text, house=house, on=on, limit=AT_MOST) if text else []
    websites = [_thing(found, kind="website") for found in formal if _reads(found)]
    fits = {
        Rung.SELF: _mixed([_thing(found) for found in own], websites[:MOST_WEBSITES]),
        Rung.OWN_PEOPLE: [],
        Rung.NEIGHBOURHOOD: _mixed([_thing(found) for found in informal], [_neighbour(found) for found in people]),
        Rung.PROFESSIONAL: _mixed([_helper(face) for face in faces], [_thing(found) for found in formal]),
    }
    return [Step(rung, str(ASKS[rung]), fits[rung]) for rung in rules.LADDER]


def step_for(rung: Rung, text: str, *, house: House, on: date) -> Step:
    """One rung for these words, with what fits there and nothing read for the others."""
    text, step = tidy(text)[:2000], Step(rung, str(ASKS[rung]))
    if rung not in (Rung.NEIGHBOURHOOD, Rung.PROFESSIONAL) or not text:
        return step
    kinds = INFORMAL if rung == Rung.NEIGHBOURHOOD else FORMAL
    (found,) = _what_fits(text, (kinds,), house=house)
    there = [_thing(one) for one in found]
    if rung == Rung.NEIGHBOURHOOD:
        people = search_key_people(text, house=house, on=on, limit=AT_MOST)
        step.suggestions = _mixed(there, [_neighbour(one) for one in people])
    else:
        faces = professionals_for(text, house=house, on=on, limit=AT_MOST)
        step.suggestions = _mixed([_helper(face) for face in faces], there)
    return step


def present_as_steps(present: Sequence[Present]) -> list[Step]:
    """The four rungs before anybody said a word: who is in the house today stands on the last one."""
    helpers = [
        Suggestion("professional", one.professional.introduction, _here(one), one.professional, is_here=True)
        for one in present[:AT_MOST]
    ]
    fits: dict[Rung, list[Suggestion]] = {Rung.PROFESSIONAL: helpers}
    return [Step(rung, str(ASKS[rung]), fits.get(rung, [])) for rung in rules.LADDER]


def picked(values: Iterable[str], *, house: House, on: date) -> list[Suggestion]:
    """What was ticked on the ladder, found again by its mark such as "entry-12"; what is not there is left out."""
    ids: dict[str, list[int]] = {"entry": [], "key_person": [], "professional": []}
    for value in list(values)[:MOST_PICKS]:
        kind, _dash, number = value.rpartition("-")
        if kind in ids and number.isascii() and number.isdigit() and len(number) < 18:
            ids[kind].append(int(number))
    found = [
        Suggestion("entry", one.name, "", one) for one in _in(Entry.objects.filter(is_published=True), ids["entry"])
    ]
    people = KeyPerson.objects.filter(house=house, agreed_until__gte=on)
    found += [Suggestion("key_person", one.name, one.ask_about, one) for one in _in(people, ids["key_person"])]
    works_here = Q(partner__partnerships__house=house, partner__partnerships__ended_on=None)
    faces = Professional.objects.filter(works_here, left_on=None).select_related("partner")
    return found + [Suggestion("professional", one.introduction, "", one) for one in _in(faces, ids["professional"])]


def rung_of(suggestion: Suggestion) -> Rung:
    """On which rung something stands: a scheme on the first, a service or a professional on the last."""
    if getattr(suggestion.record, "kind", "") in OWN:
        return Rung.SELF
    formal = suggestion.kind == "professional" or getattr(suggestion.record, "kind", "") in FORMAL
    return Rung.PROFESSIONAL if formal else Rung.NEIGHBOURHOOD


def as_answer(suggestion: Suggestion) -> dict[str, Any]:
    """The kind of answer something is when it is given along, and the record it points to."""
    kinds = {"professional": Answer.Kind.PROFESSIONAL, "key_person": Answer.Kind.NEIGHBOUR}
    is_group = getattr(suggestion.record, "kind", "") == Entry.Kind.GROUP
    kind = kinds.get(suggestion.kind, Answer.Kind.GROUP if is_group else Answer.Kind.ENTRY)
    return {"kind": kind, suggestion.kind: suggestion.record}


def _what_fits(text: str, groups: Sequence[Sequence[str]], *, house: House) -> list[list[Found[Entry]]]:
    """What the map has of each group of kinds; a rung stays empty rather than say something beside the point."""
    return search_by_kinds(text, house=house, groups=groups, limit=AT_MOST, faint=FAINT, enough=ENOUGH)


def _reads(found: Found[Entry]) -> bool:
    """Whether there is a website to look at together; other addresses than of the web are left out."""
    return found.entry.website.startswith(("https://", "http://"))


def _thing(found: Found[Entry], *, kind: str = "entry") -> Suggestion:
    return Suggestion(kind, found.entry.name, found.why, found.entry, is_clear=found.score >= CLEARLY)


def _neighbour(found: Found[KeyPerson]) -> Suggestion:
    return Suggestion("key_person", found.entry.name, found.why, found.entry)


def _helper(face: Face) -> Suggestion:
    return Suggestion("professional", face.professional.introduction, face.why, face.professional, face.is_here)


def _here(present: Present) -> str:
    return f"{gettext('here today')} {present.hours}".strip()


def _in(records: QuerySet[Any], ids: list[int]) -> list[Any]:
    return list(records.filter(pk__in=ids)) if ids else []


def _mixed(first: list[Suggestion], second: list[Suggestion]) -> list[Suggestion]:
    """The best of both lists, at most five together, two places kept for the second; what clearly fits comes first."""
    kept = first[: max(AT_MOST - len(second[:2]), 0)]
    return sorted(kept + second[: AT_MOST - len(kept)], key=lambda one: not one.is_clear)
