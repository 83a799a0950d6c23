"""Key people: only with their agreement, gone at their own wish."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record, record_each
from wijkhuis.base.language.words import holds_bsn, tidy
from wijkhuis.house.directory import access
from wijkhuis.house.directory.actions.indexing import index_key_people
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.neighbourhood.models import House

LONGEST_AGREEMENT_MONTHS = 12


@transaction.atomic
def show_key_people(house: House, *, by: Actor) -> list[KeyPerson]:
    """The key people of a house; looking is written down, one line per person."""
    people = list(access.visible_key_people(by.user).filter(house=house).order_by("name")) if by.user else []
    record_each("directory.key_person_seen", people, by=by)
    return people


@transaction.atomic
def add_key_person(house: House, facts: Mapping[str, Any], *, agreed: bool, by: Actor) -> KeyPerson:
    """Keep somebody who agreed with this colleague to be asked, at most a year until they are asked again.

    `facts`: name, ask_about, not_about, reach, languages, agreed_until.
    """
    demand(
        access.may_keep_key_people(by.user, house),
        _("You do not work in this house."),
        error=NotYours,
    )
    demand(agreed, _("Ask them first. Without their own agreement nobody is put on this list."))
    person = _written(KeyPerson(house=house, agreed_on=clock.today(), agreed_with=by.user), facts)
    person.full_clean()
    person.save()
    index_key_people([person.pk])
    record("directory.key_person_added", person, by=by)
    return person


@transaction.atomic
def remove_key_person(person: KeyPerson, *, by: Actor) -> None:
    """Let somebody disappear from the list; nothing of them stays."""
    allowed = access.may_keep_key_people(by.user, person.house)
    demand(allowed, _("You do not work in this house."), error=NotYours)
    record("directory.key_person_removed", person, by=by)
    person.delete()


def _written(person: KeyPerson, facts: Mapping[str, Any]) -> KeyPerson:
    """The facts put in place, clean, with a day to ask again within a year."""
    for name in ("name", "ask_about", "not_about", "reach"):
        setattr(person, name, tidy(facts.get(name, "")))
    person.languages = [tidy(language) for language in facts.get("languages", [])]
    last = clock.add_months(clock.today(), LONGEST_AGREEMENT_MONTHS)
    person.agreed_until = facts.get("agreed_until") or last
    demand(clock.today() < person.agreed_until <= last, _("Choose a day within a year to ask again."))
    demand(
        not holds_bsn(" ".join((person.ask_about, person.not_about, person.reach))),
        _("This looks like a citizen service number. We do not keep that. Take it out."),
    )
    return person
