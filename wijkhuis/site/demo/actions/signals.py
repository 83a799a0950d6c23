"""Signals of a year: kept or skipped at the desk, noticed by the team, and heard in the street."""

from datetime import timedelta
from random import Random
from typing import Any

from django.db.models import Min

from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.actions import Wording
from wijkhuis.loop.signals.models import Considered
from wijkhuis.loop.signals.queries.offers import can_listen, proposed
from wijkhuis.loop.signals.rules import sentence
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.district import District

SEED, MOST = 1204, 105
KEEPS, LISTENS = 0.85, 0.2
BESIDE = ("house", "contact", "household", "neighbourhood")


def make_signals(district: District) -> None:
    """Keep what the year brought; the last questions still wait for somebody to press a key."""
    told, now = reading.facts("signals"), clock.now()
    began = Role.objects.aggregate(first=Min("starts_on"))["first"] or clock.today()
    oldest = (clock.today() - began).days - 1
    _at_the_desk(district)
    for days, who, words in told["noticed"]:
        with clock.pretend(now - timedelta(days=min(days, oldest))):
            actions.give_signal(district.houses["de-brug"], wording=Wording(words), by=district.by(who))
    with clock.pretend(now - timedelta(days=min(told["closed"]["days_ago"], oldest))):
        _walked(district, told["closed"])
    with clock.pretend(now - timedelta(days=3)):
        _planned(district, told["coming"])


def _at_the_desk(district: District) -> None:
    dice = Random(SEED)  # noqa: S311
    recent = clock.now() - timedelta(days=3)
    answered = Question.objects.filter(house=district.houses["de-brug"], answered_at__lt=recent, forgotten_at=None)
    for question in answered.select_related(*BESIDE).order_by("answered_at")[:MOST]:
        assert question.answered_at is not None
        with clock.pretend(question.answered_at):
            _consider(district, question, dice)


def _consider(district: District, question: Question, dice: Random) -> None:
    by, made = district.by("carla"), proposed(question)
    listens = can_listen(question) and dice.random() < LISTENS
    if made.sentence and dice.random() < KEEPS:
        wording = Wording(made.sentence, made.topics, question.neighbourhood, question.language)
        try:
            actions.keep_signal(question, wording=wording, listens=listens, by=by)
            return
        except RuleBroken:
            # The sentence would still say who it is: nobody rewrites it here.
            pass
    actions.skip_signal(question, offer=Considered.Offer.ANSWERED, by=by)


def _walked(district: District, told: dict[str, Any]) -> None:
    house, by = district.houses["de-brug"], district.by("joost")
    neighbourhood = house.neighbourhoods.order_by("name").first()
    held = actions.make_round(house, name=told["name"], held_on=clock.today(), neighbourhood=neighbourhood, by=by)
    resident, professional, where = told["pair"]
    pair, _key = actions.add_pair(held, resident=resident, professional=professional, where=where, by=by)
    for words in told["notes"]:
        note = actions.write_note(pair, words=words, by=by)
        heard = sentence.propose(words)
        if heard:
            actions.keep_signal_of_note(note, wording=Wording(heard, neighbourhood=neighbourhood), by=by)
    actions.close_round(held, by=by)


def _planned(district: District, told: dict[str, Any]) -> None:
    house, by = district.houses["de-brug"], district.by("joost")
    day = clock.today() + timedelta(days=told["in_days"])
    held = actions.make_round(
        house, name=told["name"], held_on=day, starters=reading.facts("signals")["starters"], by=by
    )
    for resident, professional, where in told["pairs"]:
        actions.add_pair(held, resident=resident, professional=professional, where=where, by=by)
