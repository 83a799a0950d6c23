"""What is found out in the invented district: an assignment half done, one finished, a call with two tips."""

from datetime import timedelta
from typing import Any

from wijkhuis.base import clock
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.directory.queries.key_people import hash_of, key_of
from wijkhuis.house.fieldwork.actions import (
    accept_all_right,
    accept_finding,
    ask_call,
    close_assignment,
    fill_in,
    finding_becomes_entry,
    give_tip,
    make_assignment,
)
from wijkhuis.house.fieldwork.models import Assignment, Finding
from wijkhuis.house.fieldwork.queries import stalest_entries
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.district import District


def make_finding_out(district: District) -> None:
    """Tell the last three weeks in the field."""
    told, now = reading.facts("finding_out"), clock.now()
    with clock.pretend(now - timedelta(days=20)):
        done = _finished(district, told)
    with clock.pretend(now - timedelta(days=9)):
        close_assignment(done, learnt=told["finished"]["learnt"], by=district.by("joost"))
    with clock.pretend(now - timedelta(days=4)):
        _half_done(district, told)
        _call(district, told)
    with clock.pretend(now - timedelta(hours=3)):
        made = ask_call(district.houses["de-haven"], words=told["open_call"], by=district.by("nils"))
        give_tip(made, words=told["open_tip"], by=district.by("soraya"))
    _ask_again(told)


def _finished(district: District, told: dict[str, Any]) -> Assignment:
    joost, story = district.by("joost"), told["finished"]
    made = make_assignment(
        district.houses["de-brug"],
        kind=Assignment.Kind.TALK,
        title=story["title"],
        explanation=story["explanation"],
        due_on=clock.today() + timedelta(days=7),
        done_by_name=story["student"],
        by=joost,
    )
    first, *rest = (fill_in(one, note=note, by=joost) for one, note in zip(_cards(made), story["notes"], strict=True))
    finding_becomes_entry(first, {**story["entry"], "neighbourhood": made.house.neighbourhoods.first()}, by=joost)
    for finding in rest:
        accept_finding(finding, became="note", by=joost)
    return made


def _half_done(district: District, told: dict[str, Any]) -> None:
    wim, story, house = district.by("wim"), told["half_done"], district.houses["de-brug"]
    made = make_assignment(
        house,
        kind=Assignment.Kind.CHECK,
        title=story["title"],
        explanation=story["explanation"],
        entries=stalest_entries(house)[:10],
        due_on=clock.today() + timedelta(days=14),
        done_by=wim.user,
        by=district.by("joost"),
    )
    cards = _cards(made)
    for finding, found in zip(cards, story["found"], strict=False):
        fill_in(finding, outcome=found["outcome"], note=found.get("note", ""), by=wim)
    accept_all_right(made, by=district.by("joost"))
    for finding in cards[len(story["found"]) : len(story["found"]) + 1]:
        fill_in(finding, outcome="right", by=wim)


def _call(district: District, told: dict[str, Any]) -> None:
    asked = ask_call(district.houses["de-brug"], words=told["call"], by=district.by("mina"))
    for name, words in told["tips"].items():
        give_tip(asked, words=words, by=district.by(name))


def _ask_again(told: dict[str, Any]) -> None:
    """Everybody on the list has a link; with one of them the year is nearly over, with another it is."""
    for person in KeyPerson.objects.all():
        person.link_hash = hash_of(key_of(person))
        days = told["ask_again"].get(person.name)
        person.agreed_until = clock.today() + timedelta(days=days if days is not None else 200)
        person.save(update_fields=["link_hash", "agreed_until"])


def _cards(made: Assignment) -> list[Finding]:
    return list(made.findings.select_related("entry"))
