"""A record of a source made fit to keep, or what is wrong with it."""

from dataclasses import replace
from datetime import time
from typing import Any

from django.utils.translation import gettext as _

from wijkhuis.house.sources.rules.facts import DEGREES, TEXTS, clean_fact, clean_number
from wijkhuis.house.sources.rules.problems import BadCell, Problem
from wijkhuis.house.sources.rules.said import Said

# What people call a fact in their table, when that is another word.
CALLED = {"area": "neighbourhood", "is_informal": "by_residents"}
OF_A_PLACE = ("address", "postcode", "town", "province", "bag_id", "step_free", *DEGREES)
MOST_PLACES = 100
MOST_TIMES = 200
LONGEST_NOTE = 300


def clean(said: Said) -> Said | list[Problem]:
    """The same record, clean; or its problems."""
    problems: list[Problem] = []
    try:
        number = clean_number(said.number)
    except BadCell as bad:
        return [Problem(said.line, "id", bad.reason, bad.mend)]
    facts: dict[str, Any] = {}
    for name, value in said.facts.items():
        try:
            facts[name] = clean_fact(name, value)
        except BadCell as bad:
            problems.append(Problem(said.line, CALLED.get(name, name), bad.reason, bad.mend, number))
    low, high = facts.get("minimum_age"), facts.get("maximum_age")
    if low is not None and high is not None and low > high:
        told = _("The highest age is below the lowest."), _("Look which of the two is right.")
        problems.append(Problem(said.line, "maximum_age", *told, number))
    try:
        places = None if said.locations is None else [_place(place) for place in said.locations[:MOST_PLACES]]
        times = None if said.times is None else [_time(one, len(places or [])) for one in said.times[:MOST_TIMES]]
    except BadCell as bad:
        problems.append(Problem(said.line, "opening", bad.reason, bad.mend, number))
    if problems:
        return problems
    return replace(said, number=number, facts=facts, locations=places, times=times, provider=said.provider[:120])


def _place(given: dict[str, Any]) -> dict[str, Any]:
    place = {name: clean_fact(name, given[name]) for name in OF_A_PLACE if name in given}
    return {**place, "name": _cut(given.get("name"), TEXTS["name"]), "note": _cut(given.get("note"), LONGEST_NOTE)}


def _time(given: dict[str, Any], places: int) -> dict[str, Any]:
    """One opening time; a place that is not in the list is none."""
    where = given.get("location")
    opens, closes = _hour(given.get("opens_at")), _hour(given.get("closes_at"))
    if opens and closes and opens >= closes:
        raise BadCell(_("The closing time comes after the opening time."), _("Look which of the two is right."))
    return {
        "location": where if isinstance(where, int) and 0 <= where < places else None,
        "frequency": "MONTHLY" if given.get("frequency") == "MONTHLY" else "WEEKLY",
        "days": _cut(given.get("days"), 40),
        "opens_at": opens,
        "closes_at": closes,
        "valid_from": clean_fact("capacity_on", given.get("valid_from")),
        "valid_to": clean_fact("capacity_on", given.get("valid_to")),
        "note": _cut(given.get("note"), LONGEST_NOTE),
    }


def _hour(value: Any) -> str | None:
    """An hour as 09:00:00; the time zone of the sender is ours."""
    try:
        moment = time.fromisoformat(str(value)) if value else None
    except ValueError:
        raise BadCell(_("This is not a time."), _("It looks like 09:30.")) from None
    return moment.replace(tzinfo=None, microsecond=0).isoformat() if moment else None


def _cut(value: Any, most: int) -> str:
    # The description is the longest text that we keep; what is longer is cut here, not turned away.
    return str(clean_fact("description", str(value or "")[: TEXTS["description"]]))[:most]
