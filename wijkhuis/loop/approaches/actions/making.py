"""From a theme that was taken up to an approach; what was typed on the way is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.words import holds_bsn, tidy
from wijkhuis.house.directory.models import Entry
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions.shared import clean, clean_name, lock, person
from wijkhuis.loop.approaches.models import Approach, Draft, Pledge, Step
from wijkhuis.loop.approaches.queries.readiness import those_concerned_were_heard
from wijkhuis.loop.signals.models import Theme


@dataclass(frozen=True)
class Existing:
    """What exists already, and how it is used: looked at first, answered before anything new is made."""

    answer: str
    words: str
    entries: Iterable[Entry] = ()
    goes_with: Approach | None = None


@dataclass(frozen=True)
class Plan:
    """What we are going to do, who owns it, and when we look what came back."""

    name: str
    first_step: str
    first_step_on: date
    comes_back: str
    comes_back_on: date
    supported_by: User
    plan: str = ""
    owner_name: str = ""
    owner: User | None = None
    owner_agrees: bool = False
    owner_by_on: date | None = None
    is_public: bool = True


@dataclass(frozen=True)
class Promise:
    """What somebody promises to an approach, and from which side of the neighbourhood."""

    name: str
    what: str
    side: str = ""
    by_on: date | None = None


@transaction.atomic
def keep_draft(theme: Theme, *, answers: Mapping[str, Any], by: Actor) -> Draft:
    """Keep what was typed at one step, beside what was typed before."""
    _demand_may_make(theme, by=by)
    draft, _new = Draft.objects.select_for_update().get_or_create(
        theme=theme, user=person(by), defaults={"changed_on": clock.today()}
    )
    draft.answers, draft.changed_on = {**draft.answers, **_harmless(answers)}, clock.today()
    draft.save(update_fields=["answers", "changed_on"])
    return draft


@transaction.atomic
def make_approach(
    theme: Theme, *, existing: Existing, method: str, plan: Plan, promises: Iterable[Promise] = (), by: Actor
) -> Approach:
    """Begin an approach: what exists was looked at, those concerned were heard, and there is an owner or a date."""
    theme = Theme.objects.select_for_update(of=("self",)).select_related("house").get(pk=theme.pk)
    _demand_may_make(theme, by=by)
    demand_looked_first(existing)
    demand(those_concerned_were_heard(theme), _("First write down what people in this situation say themselves."))
    _demand_plan(plan, theme=theme)
    demand(plan.first_step_on >= clock.today(), _("Choose today or a later day for the first step."))
    made = Approach(theme=theme, made_on=clock.today(), method=clean(method, at_most=60), existing=existing.answer)
    made.exists_already, made.goes_with = clean(existing.words, at_most=1500), existing.goes_with
    _fill(made, plan)
    made.full_clean(exclude=["owner", "supported_by", "theme"])
    made.save()
    made.entries.set(existing.entries)
    who = made.owner_name or made.supported_by.first_name
    Step.objects.create(approach=made, what=made.first_step, who=who[:80], by_on=made.first_step_on)
    for promise in promises:
        _keep_promise(made, promise)
    Draft.objects.filter(theme=theme, user=by.user).delete()
    record("approaches.made", made, by=by)
    return made


@transaction.atomic
def change_approach(approach: Approach, *, plan: Plan, by: Actor) -> Approach:
    """Correct the plan, or give it an owner; what exists and the method stay as they were."""
    approach = lock(approach, by=by)
    demand(approach.ended_on is None, _("This approach has ended."))
    _demand_plan(plan, theme=approach.theme, keeps=approach.supported_by_id)
    first = approach.steps.there().filter(what=approach.first_step, by_on=approach.first_step_on, done_on=None)
    _fill(approach, plan)
    # The first step stands in the plan and among the steps: they say the same.
    first.update(what=approach.first_step, by_on=approach.first_step_on)
    approach.full_clean(exclude=["owner", "supported_by", "theme"])
    approach.save()
    record("approaches.changed", approach, by=by)
    return approach


@transaction.atomic
def add_pledge(approach: Approach, *, promise: Promise, by: Actor) -> Pledge:
    """Write down what somebody promises."""
    approach = lock(approach, by=by)
    demand(approach.ended_on is None, _("This approach has ended."))
    pledge = _keep_promise(approach, promise)
    record("approaches.pledged", approach, by=by)
    return pledge


def demand_looked_first(existing: Existing) -> None:
    """Everything is already there: look first, and say what you do with it."""
    demand(existing.answer in Approach.Existing.values, _("Choose what you do with what is there already."))
    used = bool(list(existing.entries)) or existing.goes_with is not None
    if existing.answer == Approach.Existing.LINK:
        demand(used, _("Choose what is there that you use."))
    if existing.answer == Approach.Existing.JOIN:
        demand(existing.goes_with is not None, _("Choose the approach you go along with."))
    sentence = _("Write in one sentence how you use what is there, or why something new is needed.")
    demand(bool(clean(existing.words, at_most=1500)), sentence)


def _harmless(answers: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, without a citizen service number and without what cannot be kept."""
    return {
        step: {key[:40]: [tidy(text)[:3000] for text in texts if not holds_bsn(text)] for key, texts in typed.items()}
        for step, typed in answers.items()
    }


def _demand_may_make(theme: Theme, *, by: Actor) -> None:
    demand(access.may_make(by.user, theme), _("This is for the signal group of the house."), error=NotYours)
    taken_up = theme.standing == Theme.Standing.TAKEN_UP and theme.closed_on is None
    demand(taken_up, _("An approach begins when the group decided to take the theme up."))


def _demand_plan(plan: Plan, *, theme: Theme, keeps: int | None = None) -> None:
    has_owner = bool(plan.owner_name.strip()) or plan.owner is not None
    sentence = _("Which resident owns this? Or by which day will there be one?")
    demand(has_owner or plan.owner_by_on is not None, sentence)
    demand(bool(plan.first_step.strip()), _("What is the first step?"))
    demand(bool(plan.comes_back.strip()), _("What do you hope comes back, and when do you look?"))
    demand(plan.comes_back_on > plan.first_step_on, _("Look what came back on a day after the first step."))
    supports = (
        plan.supported_by.pk == keeps or access.supporters_of(theme.house).filter(pk=plan.supported_by.pk).exists()
    )
    demand(supports, _("Who supports this must work in this house."))


def _fill(approach: Approach, plan: Plan) -> None:
    for name, longest in (("name", 100), ("plan", 3000), ("first_step", 200), ("comes_back", 300)):
        setattr(approach, name, clean(getattr(plan, name), at_most=longest))
    approach.owner_name = clean_name(plan.owner_name, at_most=80)
    if plan.owner and not approach.owner_name:
        approach.owner_name = plan.owner.first_name
    for name in ("first_step_on", "comes_back_on", "supported_by", "owner", "owner_by_on", "is_public"):
        setattr(approach, name, getattr(plan, name))
    approach.owner_agrees = plan.owner_agrees and bool(approach.owner_name)


def _keep_promise(approach: Approach, promise: Promise) -> Pledge:
    who, what = clean_name(promise.name, at_most=120), clean(promise.what, at_most=200)
    demand(bool(who), _("Who promises this?"))
    demand(bool(what), _("What do they promise?"))
    facts: dict[str, Any] = {"name": who, "what": what, "side": promise.side, "by_on": promise.by_on}
    return Pledge.objects.get_or_create(approach=approach, kept_on=None, removed_on=None, **facts)[0]
