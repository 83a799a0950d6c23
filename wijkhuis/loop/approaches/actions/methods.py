"""A house writes how it does a way of working, or adds its own; and takes that back."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions.shared import clean, clean_name, person
from wijkhuis.loop.approaches.models import HouseMethod
from wijkhuis.loop.approaches.queries.methods import LISTS, WORDS, common_methods


@transaction.atomic
def keep_method(
    house: House, *, words: Mapping[str, str], key: str = "", why: str = "", by: Actor
) -> HouseMethod | None:
    """Keep how a house does a common way of working; what is the same as everybody reads is not kept."""
    _demand_house(house, by=by)
    common = common_methods().get(key)
    demand(common is not None, _("This way of working is not in the library."))
    said = _tidy(words)
    for name, text in said.items():
        usual = getattr(common, name)
        if text == ("\n".join(usual) if name in LISTS else usual):
            said[name] = ""
    said = _clean(said)
    HouseMethod.objects.filter(house=house, key=key).delete()
    if not any(said.values()):
        return None
    row = HouseMethod.objects.create(
        house=house, key=key, why=clean(why, at_most=250), written_by=person(by), changed_on=clock.today(), **said
    )
    record("approaches.method_adapted", row, by=by)
    return row


@transaction.atomic
def add_method(house: House, *, words: Mapping[str, str], by: Actor, row: HouseMethod | None = None) -> HouseMethod:
    """Write a way of working of one's own, or change it."""
    _demand_house(row.house if row else house, by=by)
    said = _clean(words)
    demand(bool(said["name"]) and bool(said["first_steps"]), _("Give it a name, and write the first steps."))
    row = row or HouseMethod(house=house)
    for name, text in said.items():
        setattr(row, name, text)
    row.written_by, row.changed_on = person(by), clock.today()
    row.save()
    record("approaches.method_written", row, by=by)
    return row


@transaction.atomic
def drop_method(row: HouseMethod, *, by: Actor) -> None:
    """Go back to what everybody reads, or take away a way of one's own."""
    _demand_house(row.house, by=by)
    record("approaches.method_dropped", row, by=by)
    row.delete()


def _demand_house(house: House, *, by: Actor) -> None:
    demand(access.may_keep_methods(by.user, house), _("You do not work in this house."), error=NotYours)


def _clean(words: Mapping[str, str]) -> dict[str, str]:
    """The same words, of which none says who somebody is: everybody may read a way of working."""
    return {name: clean(text, at_most=len(text)) for name, text in _tidy(words).items()}


def _tidy(words: Mapping[str, str]) -> dict[str, str]:
    longest = {field.name: getattr(field, "max_length", None) or 1500 for field in HouseMethod._meta.get_fields()}
    cleaned = {name: clean_name(words.get(name, ""), at_most=longest[name]) for name in (*WORDS, *LISTS)}
    return cleaned | {
        name: "\n".join(line.strip() for line in cleaned[name].splitlines() if line.strip()) for name in LISTS
    }
