"""How colleagues kept the map in the last year: what is fresh, what grows old, who knows it, and what more is known."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from typing import Any

from django.db import transaction

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.directory import actions
from wijkhuis.house.directory.models import Entry, OpeningTime, Outcome, Verification
from wijkhuis.house.directory.rules.times import days_of
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.district import District
from wijkhuis.site.demo.actions.post import send_as_if

FACTS = ("people_say", "languages", "capacity", "places_free", "conditions", "how_to_apply", "costs", "step_free",
         "minimum_age", "maximum_age")  # fmt: skip
HOW = (Verification.How.CALLED, Verification.How.VISITED, Verification.How.WEBSITE, Verification.How.VISITOR)


@transaction.atomic
def care_for_map(district: District, *, dice: Random) -> None:
    """Tell what was checked when, give keepers, notes of houses, times and places, and let one answer ask for work."""
    told = reading.facts("care")
    _know_more(district, told)
    _check(district, told, dice)
    for keeper in told["keeper"]:
        _keep(district, keeper)
    for note in told["note"]:
        entry, house = district.entries[note["entry"]], district.houses[note["house"]]
        actions.take_up(entry, house=house, note=note["note"], by=district.by(note["by"]))
    send_as_if()


def _know_more(district: District, told: Mapping[str, Any]) -> None:
    by = district.by("joost")
    for facts in told["facts"]:
        entry = district.entries[facts["entry"]]
        actions.change_entry(entry, {name: facts[name] for name in FACTS if name in facts}, by=by)
    for name in {row["entry"] for row in (*told["time"], *told["place"])}:
        times = [_as_time(row) for row in told["time"] if row["entry"] == name]
        places = [row for row in told["place"] if row["entry"] == name]
        # What was typed as words before says the same once more.
        facts = {"opening": ""} if times else {}
        actions.change_entry(district.entries[name], facts, times=times, places=places, by=by)
    for offer in told["offer"]:
        numbers = [district.entries[name].pk for name in offer["entries"]]
        Entry.objects.filter(pk__in=numbers).update(provider=district.entries[offer["provider"]])


def _as_time(row: Mapping[str, Any]) -> dict[str, Any]:
    is_monthly = any(nth for nth, _day in days_of(row["days"]))
    return {**row, "frequency": OpeningTime.Frequency.MONTHLY if is_monthly else OpeningTime.Frequency.WEEKLY}


def _check(district: District, told: Mapping[str, Any], dice: Random) -> None:
    """Most was checked in the last months; some not for half a year or a year, and some that is new never."""
    old, gone, never = told["not_for_half_a_year"], told["not_for_a_year"], told["never"]
    for name in sorted(district.entries):
        entry = Entry.objects.get(pk=district.entries[name].pk)
        if name in never:
            Entry.objects.filter(pk=entry.pk).update(added_on=clock.today() - timedelta(days=dice.randint(20, 60)))
        elif name not in gone:
            days = dice.randint(200, 330) if name in old else dice.randint(3, 150)
            colleague = dice.choice(("joost", "mina", "nils", "carla"))
            _verify(district, entry, days_ago=days, how=dice.choice(HOW), colleague=colleague)


def _verify(district: District, entry: Entry, *, days_ago: int, how: str, colleague: str) -> None:
    with clock.pretend(clock.now() - timedelta(days=days_ago)):
        actions.verify_entry(entry, how=how, outcome=Outcome.RIGHT, by=district.by(colleague))


def _keep(district: District, told: Mapping[str, Any]) -> None:
    entry = Entry.objects.get(pk=district.entries[told["entry"]].pk)
    by = district.by("mina")
    colleague = district.users[told["colleague"]] if "colleague" in told else None
    actions.set_keeper(entry, colleague=colleague, name=told.get("name", ""), email=told.get("email", ""), by=by)
    if "asked_days_ago" not in told and "answer" not in told:
        return
    with clock.pretend(clock.now() - timedelta(days=told.get("asked_days_ago", 2))):
        check = actions.ask_keeper(entry, by=by)
        if "answer" in told:
            keeper = Actor(label=f"keeper:{check.pk}")
            actions.answer_check(check, outcome=told["answer"], by=keeper)
            actions.tell_difference(check, words=told["words"], by=keeper)
