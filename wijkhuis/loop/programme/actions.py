"""Writing the action programme, each with `by`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.nameless import nameless
from wijkhuis.base.language.typed import clean_words
from wijkhuis.house.neighbourhood.models import City, House
from wijkhuis.loop.programme import access
from wijkhuis.loop.programme.models import Aim, Programme, ProgrammeAction

MONTHS = 24
FACTS = ("aim", "what", "owner_kind", "owner_name", "by_on", "progress", "story", "theme", "approach")


@transaction.atomic
def start_programme(
    house: House, *, name: str, foreword: str = "", starts_on: date, ends_on: date | None = None, by: Actor
) -> Programme:
    """Begin a programme; without an end it runs for two years."""
    _demand_writer(house, by=by)
    name, ends_on = nameless(name), ends_on or clock.add_months(starts_on, MONTHS)
    demand(bool(name), _("Give the programme a name."))
    demand(ends_on > starts_on, _("The programme ends before it starts."))
    House.objects.select_for_update(no_key=True).get(pk=house.pk)
    facts: dict[str, Any] = {
        "name": name[:100],
        "foreword": nameless(foreword),
        "starts_on": starts_on,
        "ends_on": ends_on,
    }
    made, is_new = Programme.objects.get_or_create(house=house, **facts, published_on=None)
    if not is_new:
        return made
    record("programme.started", made, by=by)
    return made


@transaction.atomic
def change_programme(programme: Programme, facts: Mapping[str, Any], *, by: Actor) -> Programme:
    """Change the name, the foreword or the two years."""
    programme = _lock(programme, by=by)
    name, foreword = nameless(facts["name"])[:100], nameless(facts["foreword"])
    demand(bool(name), _("Give the programme a name."))
    demand(facts["ends_on"] > facts["starts_on"], _("The programme ends before it starts."))
    programme.name, programme.foreword = name, foreword
    programme.starts_on, programme.ends_on = facts["starts_on"], facts["ends_on"]
    programme.save()
    record("programme.changed", programme, by=by)
    return programme


@transaction.atomic
def publish(programme: Programme, *, is_public: bool = True, by: Actor) -> Programme:
    """Let everybody read it, or take it back."""
    programme = _lock(programme, by=by)
    demand(not is_public or programme.actions.exists(), _("Write down at least one action first."))
    programme.published_on = (programme.published_on or clock.today()) if is_public else None
    programme.save(update_fields=["published_on"])
    record("programme.published" if is_public else "programme.taken_back", programme, by=by)
    return programme


@transaction.atomic
def add_action(programme: Programme, facts: Mapping[str, Any], *, by: Actor) -> ProgrammeAction:
    """Write down one action, for an aim and with an owner."""
    programme = _lock(programme, by=by)
    last = programme.actions.aggregate(last=Max("place"))["last"] or 0
    made = ProgrammeAction(programme=programme, place=last + 1)
    _fill(made, facts)
    if same := programme.actions.filter(**{name: getattr(made, name) for name in FACTS}).first():
        return same
    made.save()
    record("programme.action_added", programme, by=by)
    return made


@transaction.atomic
def change_action(action: ProgrammeAction, facts: Mapping[str, Any], *, by: Actor) -> ProgrammeAction:
    """Change an action, or say how far it is."""
    _lock(action.programme, by=by)
    action = ProgrammeAction.objects.select_for_update(of=("self",)).get(pk=action.pk)
    _fill(action, facts)
    action.save()
    record("programme.action_changed", action.programme, by=by)
    return action


@transaction.atomic
def move_action(action: ProgrammeAction, *, up: bool, by: Actor) -> None:
    """Let an action change places with its neighbour under the same aim."""
    programme = _lock(action.programme, by=by)
    beside = list(programme.actions.filter(aim=action.aim_id).order_by("place", "pk"))
    at = [one.pk for one in beside].index(action.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(beside):
        return
    beside[at], beside[to] = beside[to], beside[at]
    for place, one in enumerate(beside):
        one.place = place
    ProgrammeAction.objects.bulk_update(beside, ["place"])
    record("programme.action_moved", programme, by=by)


@transaction.atomic
def remove_action(action: ProgrammeAction, *, by: Actor) -> None:
    """Take an action out that was written by mistake; what stopped stays and says so."""
    programme = _lock(action.programme, by=by)
    demand(
        action.progress == ProgrammeAction.Progress.NOT_YET,
        _("This has begun. Say that it stopped, then everybody can read why."),
    )
    record("programme.action_removed", programme, by=by)
    action.delete()


@transaction.atomic
def add_aim(city: City, *, name: str, by: Actor) -> Aim:
    """Say what the city aims at."""
    demand(access.may_set_aims(by.user), _("The municipality says what the city aims at."), error=NotYours)
    name = nameless(name)[:120]
    demand(bool(name), _("Write down at least one word."))
    City.objects.select_for_update(no_key=True).get(pk=city.pk)
    if same := Aim.objects.filter(city=city, name=name, ended_on=None).first():
        return same
    last = Aim.objects.filter(city=city).aggregate(last=Max("place"))["last"] or 0
    made = Aim.objects.create(city=city, name=name, place=last + 1)
    record("programme.aim_added", made, by=by)
    return made


@transaction.atomic
def end_aim(aim: Aim, *, is_over: bool = True, by: Actor) -> Aim:
    """Nothing new is made for this aim; what was made stays. Or take that back."""
    demand(access.may_set_aims(by.user), _("The municipality says what the city aims at."), error=NotYours)
    aim.ended_on = clock.today() if is_over else None
    aim.save(update_fields=["ended_on"])
    record("programme.aim_ended" if is_over else "programme.aim_returned", aim, by=by)
    return aim


def _fill(action: ProgrammeAction, facts: Mapping[str, Any]) -> None:
    house_id = action.programme.house_id
    for name in FACTS:
        if name in facts:
            value = facts[name]
            # Who owns it said yes to standing there; nobody else is named.
            tidied = nameless if name in ("what", "story") else clean_words
            setattr(action, name, tidied(value) if isinstance(value, str) else value)
    demand(bool(action.what), _("Write down what you are going to do."))
    demand(bool(action.owner_name), _("Who owns this? An action without an owner is a wish."))
    demand(not action.theme or action.theme.house_id == house_id, _("Choose a theme of this house."))
    demand(not action.approach or action.approach.theme.house_id == house_id, _("Choose an approach of this house."))


def _lock(programme: Programme, *, by: Actor) -> Programme:
    _demand_writer(programme.house, by=by)
    return Programme.objects.select_for_update(of=("self",)).select_related("house").get(pk=programme.pk)


def _demand_writer(house: House, *, by: Actor) -> None:
    demand(access.may_write(by.user, house), _("The signal group of the house writes this programme."), error=NotYours)
