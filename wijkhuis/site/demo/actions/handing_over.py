"""A handover in a story: accepted, declined with a suggestion, or not answered in time."""

from collections.abc import Generator
from datetime import datetime, time

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.partners.models import Professional
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.actions.handover import account_of
from wijkhuis.loop.desk.models import Handover, Question, Rung, Shared
from wijkhuis.site.demo.actions.stage import Asked, Stage
from wijkhuis.site.demo.actions.timeline import Story, moment, working_days_on

FATES = {"accepted": 74, "declined": 16, "overdue": 10}


def hand_over(stage: Stage, asked: Asked, question: Question) -> Generator[datetime, None, bool]:
    """Offer it to somebody who knows the subject; tells whether the partner answered the question."""
    found = stage.face_for(asked.theme, question.house)
    if found is None or question.holder is None or found[0].user == question.holder:
        return False
    face, partnership = found
    by = stage.actor(question.holder)
    fields = [Shared.WORDS, Shared.CALLED, Shared.PHONE] if question.contact_id else [Shared.WORDS]
    note = stage.pick("handover_notes")
    offer = actions.offer_question(
        question, partnership=partnership, professional=face, fields=fields, note=note, by=by
    )
    waiting = f"Wachten op {face.first_name} van {partnership.partner.name}"
    actions.plan_next_step(question, next_step=waiting, next_on=offer.handover.answer_by, by=by)
    fate = stage.dice.choices(list(FATES), list(FATES.values()))[0]
    yield from {"accepted": _accepted, "declined": _declined, "overdue": _overdue}[fate](stage, offer.handover, face)
    return fate == "accepted"


def partner(stage: Stage, handover: Handover, face: Professional) -> Actor:
    """The partner as they come in: with an account where it works in this house, or by the link."""
    user = account_of(face, house_id=handover.question.house_id)
    return stage.actor(user) if user else Actor(label=f"partner:{handover.pk}", origin="198.51.100.7")


def _accepted(stage: Stage, handover: Handover, face: Professional) -> Story:
    yield working_days_on(stage.dice.choice([1, 1, 2]), stage.dice)
    by = partner(stage, handover, face)
    day = working_days_on(stage.dice.randrange(2, 8), stage.dice)
    actions.accept_handover(handover, next_step=stage.pick("accepts"), next_on=day.date(), by=by)
    yield day
    handover.refresh_from_db()
    if by.user is None:
        if stage.chance(0.6):
            actions.partner_notes(handover, words=stage.pick("partner_notes"), by=by)
        actions.partner_answers(handover, words=stage.pick("partner_answers"), by=by)
        return
    question = handover.question
    actions.look_at(question, by=by)
    actions.give_answer(question, kind="professional", words=stage.pick("partner_answers"), professional=face, by=by)
    actions.mark_answered(question, enough_rung=Rung.PROFESSIONAL, by=by)


def _declined(stage: Stage, handover: Handover, face: Professional) -> Story:
    yield working_days_on(1, stage.dice)
    said = stage.pick("decline")
    by = partner(stage, handover, face)
    actions.decline_handover(handover, reason=said["reason"], suggestion=said["suggestion"], by=by)
    yield working_days_on(1, stage.dice)


def _overdue(stage: Stage, handover: Handover, face: Professional) -> Story:
    yield moment(clock.add_working_days(handover.answer_by, -1), time(7, 15))
    actions.remind_partner(handover)
    yield moment(clock.add_working_days(handover.answer_by, 1), time(6, 30))
    actions.return_overdue(handover)
    yield working_days_on(0, stage.dice)
