"""An approach on its way: steps, promises, looking back, and its end."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.loop.approaches.actions.shared import clean, clean_name, lock, running
from wijkhuis.loop.approaches.models import Approach, Pledge, Step
from wijkhuis.loop.approaches.rules.standing import SECOND_LOOK_MONTHS


@transaction.atomic
def add_step(approach: Approach, *, what: str, who: str, by_on: date, by: Actor) -> Step:
    """Write down what somebody does before when."""
    approach = running(approach, by=by)
    what, who = clean(what, at_most=200), clean_name(who, at_most=80)
    demand(bool(what) and bool(who), _("Write down who does what."))
    step, is_new = Step.objects.get_or_create(
        approach=approach, what=what, who=who, by_on=by_on, done_on=None, removed_on=None
    )
    if not is_new:
        return step
    record("approaches.step_added", approach, by=by)
    return step


@transaction.atomic
def tick_step(step: Step, *, done: bool, by: Actor) -> Step:
    """Say that a step was taken, or not after all; with the first one the approach has begun."""
    approach = running(step.approach, by=by)
    step = Step.objects.select_for_update().get(pk=step.pk)
    step.done_on = (step.done_on or clock.today()) if done else None
    step.save(update_fields=["done_on"])
    first = (
        approach.steps.there()
        .filter(done_on__isnull=False)
        .order_by("done_on")
        .values_list("done_on", flat=True)
        .first()
    )
    approach.started_on = first
    approach.save(update_fields=["started_on"])
    record("approaches.step_ticked", approach, by=by)
    return step


@transaction.atomic
def tick_pledge(pledge: Pledge, *, kept: bool, by: Actor) -> Pledge:
    """Say that a promise was kept, or not yet."""
    approach = lock(pledge.approach, by=by)
    pledge = Pledge.objects.select_for_update().get(pk=pledge.pk)
    pledge.kept_on = (pledge.kept_on or clock.today()) if kept else None
    pledge.save(update_fields=["kept_on"])
    record("approaches.pledge_ticked", approach, by=by)
    return pledge


@transaction.atomic
def look_back(approach: Approach, *, learnt: str, by: Actor) -> Approach:
    """Keep what came back and what was learnt; a year later the group looks once more."""
    approach = lock(approach, by=by)
    words = clean(learnt, at_most=2000)
    demand(bool(words), _("Write in a few words what came back and what you learnt."))
    approach.learnt, approach.looked_back_on = words, approach.looked_back_on or clock.today()
    approach.second_look_due_on = clock.add_months(approach.looked_back_on, SECOND_LOOK_MONTHS)
    approach.save(update_fields=["learnt", "looked_back_on", "second_look_due_on"])
    record("approaches.looked_back", approach, by=by)
    return approach


@transaction.atomic
def look_again(approach: Approach, *, words: str, by: Actor) -> Approach:
    """Keep how it is a year later: what helped at once is not always what lasts."""
    approach = lock(approach, by=by)
    demand(approach.looked_back_on is not None, _("First look back on what came of it."))
    said = clean(words, at_most=2000)
    demand(bool(said), _("Write in a few words how it is now."))
    approach.second_look, approach.second_looked_on = said, clock.today()
    approach.save(update_fields=["second_look", "second_looked_on"])
    record("approaches.looked_again", approach, by=by)
    return approach


@transaction.atomic
def end_approach(approach: Approach, *, result: str, by: Actor) -> Approach:
    """End it with what became of it, also when it did not work."""
    approach = running(approach, by=by)
    words = clean(result, at_most=2000)
    demand(bool(words), _("Write what became of it, also when it did not work."))
    approach.result, approach.ended_on = words, clock.today()
    approach.save(update_fields=["result", "ended_on"])
    record("approaches.ended", approach, by=by)
    return approach
