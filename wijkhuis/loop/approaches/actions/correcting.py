"""Correcting what was written down: a step or a promise that is not done yet, and what became of an approach."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.loop.approaches.actions.making import Promise
from wijkhuis.loop.approaches.actions.shared import clean, clean_name, lock, running
from wijkhuis.loop.approaches.models import Approach, Pledge, Step, Told


@transaction.atomic
def change_step(step: Step, *, what: str, who: str, by_on: date, by: Actor) -> Step:
    """Correct who does what before when; the first step of the plan goes along."""
    approach, step = _waiting_step(step, by=by)
    was_first = (step.what, step.by_on) == (approach.first_step, approach.first_step_on)
    step.what, step.who, step.by_on = clean(what, at_most=200), clean_name(who, at_most=80), by_on
    demand(bool(step.what) and bool(step.who), _("Write down who does what."))
    step.save(update_fields=["what", "who", "by_on"])
    if was_first:
        approach.first_step, approach.first_step_on = step.what, step.by_on
        approach.save(update_fields=["first_step", "first_step_on"])
    record("approaches.step_changed", approach, by=by)
    return step


@transaction.atomic
def remove_step(step: Step, *, is_gone: bool = True, by: Actor) -> Step:
    """Take a step away that nobody takes, or put it back the same day."""
    approach, step = _waiting_step(step, by=by)
    step.removed_on = clock.today() if is_gone else None
    step.save(update_fields=["removed_on"])
    record("approaches.step_removed" if is_gone else "approaches.step_put_back", approach, by=by)
    return step


@transaction.atomic
def change_pledge(pledge: Pledge, *, promise: Promise, by: Actor) -> Pledge:
    """Correct what somebody promises."""
    approach, pledge = _waiting_pledge(pledge, by=by)
    pledge.name, pledge.what = clean_name(promise.name, at_most=120), clean(promise.what, at_most=200)
    demand(bool(pledge.name) or pledge.partner_id is not None, _("Who promises this?"))
    demand(bool(pledge.what), _("What do they promise?"))
    pledge.side, pledge.by_on = promise.side, promise.by_on
    pledge.save(update_fields=["name", "what", "side", "by_on"])
    record("approaches.pledge_changed", approach, by=by)
    return pledge


@transaction.atomic
def remove_pledge(pledge: Pledge, *, is_gone: bool = True, by: Actor) -> Pledge:
    """Take a promise away that is none after all, or put it back the same day."""
    approach, pledge = _waiting_pledge(pledge, by=by)
    pledge.removed_on = clock.today() if is_gone else None
    pledge.save(update_fields=["removed_on"])
    record("approaches.pledge_removed" if is_gone else "approaches.pledge_put_back", approach, by=by)
    return pledge


@transaction.atomic
def change_result(approach: Approach, *, result: str, by: Actor) -> Approach:
    """Correct what became of an approach that has ended."""
    approach = lock(approach, by=by)
    demand(approach.ended_on is not None, _("First end the approach with what became of it."))
    words = clean(result, at_most=2000)
    demand(bool(words), _("Write what became of it, also when it did not work."))
    approach.result = words
    approach.save(update_fields=["result"])
    record("approaches.result_changed", approach, by=by)
    return approach


@transaction.atomic
def go_on(approach: Approach, *, by: Actor) -> Approach:
    """Go on after all, the day it was ended, as long as nobody was told that it has ended."""
    approach = lock(approach, by=by)
    sentence = _("This can be done the same day only, and not after people were told that it ended.")
    demand(may_go_on(approach, told=approach.told.all()), sentence)
    approach.ended_on, approach.result = None, ""
    approach.save(update_fields=["ended_on", "result"])
    record("approaches.goes_on", approach, by=by)
    return approach


def may_go_on(approach: Approach, *, told: Iterable[Told]) -> bool:
    """Whether it ended today, and nobody was told so."""
    ended_today = approach.ended_on is not None and approach.ended_on == clock.today()
    return ended_today and not any(one.moment == Told.Moment.ENDED for one in told)


def forget_what_was_taken_away() -> int:
    """Delete steps and promises that were taken away before today."""
    steps, _steps = Step.objects.filter(removed_on__lt=clock.today()).delete()
    pledges, _pledges = Pledge.objects.filter(removed_on__lt=clock.today()).delete()
    return steps + pledges


def _waiting_step(step: Step, *, by: Actor) -> tuple[Approach, Step]:
    approach = running(step.approach, by=by)
    step = Step.objects.select_for_update().get(pk=step.pk)
    demand(step.done_on is None, _("This is done. Say first that it is not yet."))
    return approach, step


def _waiting_pledge(pledge: Pledge, *, by: Actor) -> tuple[Approach, Pledge]:
    approach = running(pledge.approach, by=by)
    pledge = Pledge.objects.select_for_update().get(pk=pledge.pk)
    demand(pledge.kept_on is None, _("This is done. Say first that it is not yet."))
    return approach, pledge
