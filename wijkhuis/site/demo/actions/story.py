"""The story of one question, from coming in to the last word of the resident."""

from collections.abc import Generator
from datetime import datetime, time, timedelta
from typing import Any

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import RESIDENT, SYSTEM, Actor
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Answer, FollowUp, Question, Rung
from wijkhuis.site.demo.actions.handing_over import hand_over
from wijkhuis.site.demo.actions.stage import Asked, Stage
from wijkhuis.site.demo.actions.timeline import Story, at_work, moment, working_days_on

WAYS_IN = {"desk": 60, "phone": 17, "web": 10, "kiosk": 4, "street": 6, "home_visit": 3}
BY_THEMSELVES = ("web", "kiosk")
OUTCOMES = {"solved": 64, "partly": 14, "not": 13, "unknown": 9}
RUNG_OF = {
    Answer.Kind.INFORMATION: Rung.SELF,
    Answer.Kind.OWN_PLAN: Rung.SELF,
    Answer.Kind.NEIGHBOUR: Rung.NEIGHBOURHOOD,
    Answer.Kind.GROUP: Rung.NEIGHBOURHOOD,
    Answer.Kind.ENTRY: Rung.NEIGHBOURHOOD,
    Answer.Kind.PROFESSIONAL: Rung.PROFESSIONAL,
}


def a_question(stage: Stage, asked: Asked) -> Story:
    """Somebody asks; the house listens, helps, and asks afterwards how it went."""
    question = yield from come_in(stage, asked)
    yield from talk(stage, asked, question)
    for turn in range(3):
        yield working_days_on(stage.dice.choice([0, 0, 0, 1, 2]) if turn == 0 else 1, stage.dice)
        yield from help_on(stage, asked, stage.fresh(question))
        # Nobody is left alone with it: the third time it works out.
        likely = {"solved": 1} if turn == 2 else OUTCOMES
        outcome = yield from hear_how_it_went(stage, stage.fresh(question), likely=likely)
        if outcome == FollowUp.Outcome.UNKNOWN:
            outcome = yield from hear_how_it_went(stage, stage.fresh(question), likely=likely)
        if outcome not in (FollowUp.Outcome.PARTLY, FollowUp.Outcome.NOT):
            return


def come_in(stage: Stage, asked: Asked) -> Generator[datetime, None, Question]:
    """Take the question down, or let it come in by itself and take it up the next working day."""
    house = stage.house_of(asked.resident)
    host = stage.colleague(house, "host", "host", "coordinator")
    area = stage.district.neighbourhoods[asked.resident["neighbourhood"]]
    wish = stage.wish_of(asked.resident) if stage.chance(0.82) else None
    channel = stage.dice.choices(list(WAYS_IN), list(WAYS_IN.values()))[0]
    common: dict[str, Any] = {"words": asked.words, "wish": wish, "channel": channel, "language": asked.language}
    if channel not in BY_THEMSELVES:
        urgency = "soon" if stage.chance(0.15) else "normal"
        return actions.take_down_question(
            house, by=stage.actor(host), urgency=urgency, neighbourhood=area if stage.chance(0.8) else None, **common
        )
    question = actions.ask_online(house, neighbourhood=area, **common)
    yield working_days_on(1, stage.dice)
    return actions.take_question(question, seen=question.holding_mark, by=stage.actor(host))


def talk(stage: Stage, asked: Asked, question: Question) -> Story:
    """The conversation along the ladder, some minutes later."""
    yield working_days_on(0, stage.dice)
    by = holder_of(stage, question)
    actions.look_at(question, by=by)
    if stage.chance(0.7):
        tried = stage.dice.choice(asked.theme["tried"])
        rung = stage.dice.choice([Rung.SELF, Rung.OWN_PEOPLE])
        actions.note_conversation(question, rung=rung, tried=tried, by=by)
    words = stage.dice.choice(asked.theme["talk"])
    missing = stage.dice.choice(asked.theme["missing"]) if stage.chance(0.16) else ""
    actions.note_conversation(question, rung=Rung.NEIGHBOURHOOD, words=words, missing=missing, by=by)
    if stage.chance(0.06):
        _somebody_else_looks(stage, question)


def help_on(stage: Stage, asked: Asked, question: Question) -> Story:
    """Answer it, pass it to a colleague, or hand it over to a partner."""
    if question.holder is None:
        accepted = question.handovers.filter(ending="accepted").order_by("-pk")[0]
        by = Actor(label=f"partner:{accepted.pk}")
        actions.partner_answers(accepted, words=stage.pick("partner_answers"), by=by)
        return
    if stage.chance(0.3):
        answered = yield from hand_over(stage, asked, question)
        if answered:
            return
    elif stage.chance(0.15):
        yield from _pass_on(stage, question)
    answer_it(stage, asked, stage.fresh(question))


def answer_it(stage: Stage, asked: Asked, question: Question) -> None:
    """Give an answer and say that it is answered for now."""
    kind, entry, words = stage.dice.choice(asked.theme["answers"])
    by = holder_of(stage, question)
    actions.look_at(question, by=by)
    actions.give_answer(
        question,
        kind=kind,
        words=words,
        entry=stage.district.entries.get(entry),
        key_person=stage.key_person_in(words),
        by=by,
    )
    # Most hear the answer on the spot; some still wait for a call.
    has_heard = _hears_by_voice(question) and question.pk % 5 != 0
    actions.mark_answered(question, enough_rung=RUNG_OF[kind], has_heard=has_heard, by=by)


def hear_how_it_went(stage: Stage, question: Question, *, likely: dict[str, int]) -> Generator[datetime, None, str]:
    """Ask afterwards; nobody answers for the resident. Gives their word, empty when there was none."""
    follow_up = question.follow_ups.get(ended_at=None)
    yield at_work(follow_up.due_on, stage.dice)
    by_message = actions.ask_how_it_went(follow_up)
    # Who wants a call is called; only others end without a word.
    if stage.chance(0.25) and (by_message or not _is_called(question)):
        yield moment(follow_up.due_on + timedelta(days=15), time(9, 0))
        actions.end_without_word(follow_up, on=clock.today())
        return ""
    yield working_days_on(stage.dice.choice([0, 1, 2]), stage.dice)
    question = stage.fresh(question)
    by = RESIDENT if by_message else holder_of(stage, question)
    outcome = stage.dice.choices(list(likely), list(likely.values()))[0]
    actions.answer_follow_up(question, outcome=outcome, words=stage.pick(outcome), by=by)
    if outcome == FollowUp.Outcome.SOLVED and stage.chance(0.3):
        actions.give_back(question, words=stage.pick("gives_back"), by=by)
        yield moment(clock.today() + timedelta(days=28), time(11, 0))
        actions.talk_about_giving_back(question, by=holder_of(stage, question))
    return outcome


def _is_called(question: Question) -> bool:
    return question.contact is not None and question.contact.way == ContactWish.Way.PHONE


def _hears_by_voice(question: Question) -> bool:
    return _is_called(question) or question.contact is None or question.contact.way == ContactWish.Way.COME_BY


def holder_of(stage: Stage, question: Question) -> Actor:
    """Who of the team acts: the holder, or the coordinator when somebody elsewhere holds it."""
    team = [user for users in stage.district.team[question.house.slug].values() for user in users]
    user = question.holder if question.holder in team else question.house.first_holder
    return stage.actor(user) if user else SYSTEM


def _pass_on(stage: Stage, question: Question) -> Story:
    to = stage.colleague(question.house, "volunteer", "host")
    day = working_days_on(stage.dice.choice([1, 2, 3]), stage.dice)
    actions.pass_to_colleague(
        question, to=to, next_step=stage.pick("passes"), next_on=day.date(), by=holder_of(stage, question)
    )
    yield day


def _somebody_else_looks(stage: Stage, question: Question) -> None:
    other = stage.actor(stage.colleague(question.house, "host"))
    if other.user != question.holder:
        actions.open_with_reason(question, why=stage.dice.choice(["resident_is_here", "stands_in"]), by=other)
        actions.look_at(question, by=other)
