"""Key people: only with their agreement, gone at their own wish."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record, record_each
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.base.messages.actions import withdraw_messages
from wijkhuis.house.directory import access
from wijkhuis.house.directory.actions.indexing import index_key_people
from wijkhuis.house.directory.actions.key_people_fading import erase, tell_key_person
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.directory.queries.key_people import hash_of, key_of, link_of
from wijkhuis.house.directory.rules.key_people import LONGEST_AGREEMENT_MONTHS, address_of
from wijkhuis.house.neighbourhood.models import House

DESCRIBED = ("name", "ask_about", "not_about", "reach", "send_to")


@transaction.atomic
def show_key_people(house: House, *, by: Actor) -> list[KeyPerson]:
    """The key people of a house; looking is written down, one line per person."""
    people = list(access.visible_key_people(by.user).filter(house=house).order_by("name")) if by.user else []
    record_each("directory.key_person_seen", people, by=by)
    return people


@transaction.atomic
def add_key_person(house: House, facts: Mapping[str, Any], *, agreed: bool, by: Actor) -> KeyPerson:
    """Keep somebody who agreed with this colleague to be asked, at most a year until they are asked again.

    `facts`: name, ask_about, not_about, reach, languages, agreed_until, send_to. With an address they get their link.
    """
    _demand_colleague(house, by=by)
    demand(agreed, _("Ask them first. Without their own agreement nobody is put on this list."))
    person = _written(KeyPerson(house=house, agreed_on=clock.today(), agreed_with=by.user), facts)
    person.full_clean()
    person.save()
    person.link_hash = hash_of(key_of(person))
    person.save(update_fields=["link_hash"])
    index_key_people([person.pk])
    tell_key_person(person, template="directory/key_person_added")
    record("directory.key_person_added", person, by=by)
    return person


@transaction.atomic
def change_key_person(person: KeyPerson, facts: Mapping[str, Any], *, by: Actor) -> KeyPerson:
    """Write down what they say is different; what they agreed, until when and their own link stay.

    `facts`: name, ask_about, not_about, reach, languages, send_to.
    """
    _demand_colleague(person.house, by=by)
    person = KeyPerson.objects.select_for_update(of=("self",)).select_related("house").get(pk=person.pk)
    before = person.send_to
    _described(person, facts)
    person.full_clean(exclude=["search"])
    person.save(update_fields=[*DESCRIBED, "languages"])
    index_key_people([person.pk])
    if person.send_to != before:
        # What was on its way to the old address says nothing any more, and the new one does not have their link yet.
        withdraw_messages(about=person)
        tell_key_person(person, template="directory/key_person_added")
    record("directory.key_person_changed", person, by=by)
    return person


@transaction.atomic
def give_slip(person: KeyPerson, *, by: Actor) -> str:
    """The link by which somebody takes themselves off the list, for their paper. The database keeps only its hash."""
    _demand_colleague(person.house, by=by)
    person.link_hash = hash_of(key_of(person))
    person.save(update_fields=["link_hash"])
    record("directory.key_person_slip_made", person, by=by)
    return link_of(person)


@transaction.atomic
def agree_again(person: KeyPerson, *, agreed: bool, by: Actor) -> None:
    """A colleague asked, and it is still all right, for a year."""
    _demand_colleague(person.house, by=by)
    demand(agreed, _("Ask them first. Without their own agreement nobody is put on this list."))
    _for_a_year(person)
    person.agreed_with = by.user  # type: ignore[assignment]
    person.save(update_fields=["agreed_with"])
    record("directory.key_person_agreed_again", person, by=by)


@transaction.atomic
def remove_key_person(person: KeyPerson, *, by: Actor) -> None:
    """Let somebody disappear from the list; nothing of them stays."""
    _demand_colleague(person.house, by=by)
    erase(person, action="directory.key_person_removed", by=by)


@transaction.atomic
def stay_on_list(person: KeyPerson, *, by: Actor) -> KeyPerson | None:
    """They say themselves, by their own link, that it is still all right, for a year; None when they just left."""
    still = KeyPerson.objects.select_for_update().filter(pk=person.pk).first()
    if still is not None:
        _for_a_year(still)
        record("directory.key_person_stayed", still, by=by)
    return still


@transaction.atomic
def leave_list(person: KeyPerson, *, by: Actor) -> None:
    """They take themselves off the list, by their own link, at once; twice is as good as once."""
    still = KeyPerson.objects.select_for_update().filter(pk=person.pk).first()
    if still is not None:
        erase(still, action="directory.key_person_left", by=by)


def _demand_colleague(house: House, *, by: Actor) -> None:
    demand(access.may_keep_key_people(by.user, house), _("You do not work in this house."), error=NotYours)


def _for_a_year(person: KeyPerson) -> None:
    person.agreed_on, person.asked_on = clock.today(), None
    person.agreed_until = clock.add_months(clock.today(), LONGEST_AGREEMENT_MONTHS)
    person.save(update_fields=["agreed_on", "agreed_until", "asked_on"])


def _written(person: KeyPerson, facts: Mapping[str, Any]) -> KeyPerson:
    """The facts put in place, clean, with a day to ask again within a year."""
    _described(person, facts)
    last = clock.add_months(clock.today(), LONGEST_AGREEMENT_MONTHS)
    person.agreed_until = facts.get("agreed_until") or last
    demand(clock.today() < person.agreed_until <= last, _("Choose a day within a year to ask again."))
    return person


def _described(person: KeyPerson, facts: Mapping[str, Any]) -> None:
    """Who it is and what to ask, clean."""
    for name in DESCRIBED:
        setattr(person, name, tidy(facts.get(name, "")))
    person.languages = [tidy(language) for language in facts.get("languages", [])]
    demand(not person.send_to or address_of(person.send_to) is not None, _("Nothing can arrive at this address."))
    refuse_bsn(person.ask_about, person.not_about, person.reach)
