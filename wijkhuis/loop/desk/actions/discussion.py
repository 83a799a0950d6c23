"""Putting a question on the next discussion; the agreed steps flow back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import clean_words, refuse_bsn
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import has_role
from wijkhuis.loop.desk import rules
from wijkhuis.loop.desk.actions.hold import plan
from wijkhuis.loop.desk.actions.shared import house_words, lock, mine, person
from wijkhuis.loop.desk.models import AgreedStep, Discussion, DiscussionItem, Question


@dataclass(frozen=True)
class Said:
    """What was typed at one question during the meeting; everything may be empty."""

    item: DiscussionItem
    agreed: str = ""
    who: str = ""
    what: str = ""
    by_on: date | None = None


@transaction.atomic
def plan_discussion(house: House, *, held_on: date, by: Actor) -> Discussion:
    """Plan a day on which people look at questions together; who plans it leads it, until somebody else does."""
    _demand_house(house, by)
    demand(held_on >= clock.today(), _("Choose today or a later day."))
    try:
        with transaction.atomic():
            discussion = Discussion.objects.create(house=house, held_on=held_on, chair=person(by))
    except IntegrityError as error:
        raise RuleBroken(_("There is already a discussion on that day.")) from error
    record("desk.discussion_planned", discussion, by=by)
    return discussion


@transaction.atomic
def change_discussion(discussion: Discussion, *, held_on: date, chair: User, by: Actor) -> Discussion:
    """Move a planned discussion to another day, or let somebody else lead it."""
    _demand_house(discussion.house, by)
    _lock(discussion)
    demand(discussion.closed_at is None, _("This discussion is over."))
    demand(held_on == discussion.held_on or held_on >= clock.today(), _("Choose today or a later day."))
    leads = has_role(chair, discussion.house, *people_rules.HOUSE_LIST_KINDS)
    demand(leads, _("Who leads it works in this house and sees its questions."))
    discussion.held_on, discussion.chair = held_on, chair
    try:
        with transaction.atomic():
            discussion.save(update_fields=["held_on", "chair"])
    except IntegrityError as error:
        raise RuleBroken(_("There is already a discussion on that day.")) from error
    record("desk.discussion_changed", discussion, by=by)
    return discussion


@transaction.atomic
def cancel_discussion(discussion: Discussion, *, by: Actor) -> int:
    """A planned discussion is off; its questions can be put on another. How many were on it?"""
    _demand_house(discussion.house, by)
    _lock(discussion)
    demand(discussion.closed_at is None, _("This discussion is over."))
    items = list(discussion.items.select_related("question").prefetch_related("steps"))
    begun = any(item.discussed_at or item.steps.all() for item in items)
    demand(not begun, _("Something was agreed already. Close the discussion instead."))
    for item in items:
        record("desk.taken_off_discussion", item.question, by=by)
    record("desk.discussion_cancelled", discussion, by=by)
    discussion.delete()
    return len(items)


@transaction.atomic
def put_on_discussion(
    question: Question, *, discussion: Discussion, basis: str, summary: str, by: Actor
) -> DiscussionItem:
    """Put a question on a discussion, with the resident's agreement or without what identifies them."""
    _lock(discussion)
    question = mine(question, by=by)
    demand(discussion.house_id == question.house_id, _("That discussion belongs to another house."))
    demand(discussion.closed_at is None, _("That discussion is over. Choose the next one."))
    demand(basis in DiscussionItem.Basis.values, _("Does the resident agree, or do we leave out who it is?"))
    summary = clean_words(summary)
    demand(bool(summary), _("Write in one or two sentences what you ask of the meeting."))
    _demand_nobody_named(question, summary, basis=basis)
    try:
        with transaction.atomic():
            item = DiscussionItem.objects.create(
                discussion=discussion, question=question, basis=basis, summary=summary[:2000], put_by=person(by)
            )
    except IntegrityError as error:
        raise RuleBroken(_("This question is already on that discussion.")) from error
    record("desk.put_on_discussion", question, by=by)
    return item


@transaction.atomic
def take_off_discussion(item: DiscussionItem, *, by: Actor) -> None:
    """Take a question off a discussion before it was discussed."""
    _lock(item.discussion)
    question = mine(item.question, by=by)
    demand(item.discussed_at is None, _("This was already discussed."))
    item.delete()
    record("desk.taken_off_discussion", question, by=by)


@transaction.atomic
def keep_what_was_agreed(item: DiscussionItem, *, agreed: str, by: Actor) -> DiscussionItem:
    """Keep what the meeting agreed about one question."""
    _demand_house(item.discussion.house, by)
    _lock(item.discussion)
    demand(item.discussion.closed_at is None, _("This discussion is over."))
    demand(bool(clean_words(agreed)), _("Write down what was agreed."))
    _demand_nobody_named(item.question, agreed, basis=item.basis)
    item.agreed, item.discussed_at = clean_words(agreed)[:2000], clock.now()
    item.save(update_fields=["agreed", "discussed_at"])
    record("desk.discussed", item.question, by=by)
    return item


@transaction.atomic
def agree_step(item: DiscussionItem, *, who: str, what: str, by_on: date | None, by: Actor) -> AgreedStep:
    """Agree a step; it shows at the question, and becomes its next step when it comes first."""
    _demand_house(item.discussion.house, by)
    _lock(item.discussion)
    demand(item.discussion.closed_at is None, _("This discussion is over."))
    refuse_bsn(who, what)
    demand(bool(clean_words(who)) and bool(clean_words(what)), _("Who does what?"))
    _demand_nobody_named(item.question, f"{who} {what}", basis=item.basis)
    question = lock(item.question)
    words = {"who": clean_words(who)[:80], "what": clean_words(what)[:200], "by_on": by_on}
    if same := AgreedStep.objects.filter(item=item, done_at=None, **words).first():
        return same
    step = AgreedStep.objects.create(item=item, question=question, **words)
    if item.discussed_at is None:
        item.discussed_at = clock.now()
        item.save(update_fields=["discussed_at"])
    if question.is_open and by_on and clock.today() <= by_on <= (question.next_on or by_on):
        plan(question, next_step=_as_next_step(step), next_on=by_on)
    record("desk.step_agreed", question, by=by)
    return step


@transaction.atomic
def remove_step(step: AgreedStep, *, by: Actor) -> None:
    """Take a step away that was written down wrong; a question that waited for it says what happens next anew."""
    _demand_house(step.item.discussion.house, by)
    _lock(step.item.discussion)
    demand(step.item.discussion.closed_at is None, _("This discussion is over."))
    question = lock(step.question)
    if question.is_open and question.next_step == _as_next_step(step):
        plan(question, next_step=house_words(gettext_noop("Choose what happens next")), next_on=clock.today())
    item = step.item
    step.delete()
    if not item.agreed and not item.steps.exists():
        item.discussed_at = None
        item.save(update_fields=["discussed_at"])
    record("desk.step_removed", question, by=by)


@transaction.atomic
def finish_step(step: AgreedStep, *, by: Actor) -> AgreedStep:
    """Note that an agreed step was taken, or take that back."""
    mine(step.question, by=by)
    step.done_at = None if step.done_at else clock.now()
    step.save(update_fields=["done_at"])
    record("desk.step_finished", step.question, by=by)
    return step


@transaction.atomic
def keep_minutes(discussion: Discussion, *, said: Sequence[Said], present: str, by: Actor) -> Discussion:
    """Keep all that was typed during the meeting: what was agreed, who does what, and who was there."""
    _demand_house(discussion.house, by)
    _lock(discussion)
    demand(discussion.closed_at is None, _("This discussion is over."))
    for one in said:
        if one.agreed:
            keep_what_was_agreed(one.item, agreed=one.agreed, by=by)
        if one.who or one.what:
            agree_step(one.item, who=one.who, what=one.what, by_on=one.by_on, by=by)
    if clean_words(present):
        discussion.present = clean_words(present)[:1000]
        discussion.save(update_fields=["present"])
    return discussion


@transaction.atomic
def close_discussion(discussion: Discussion, *, present: str, said: Sequence[Said] = (), by: Actor) -> Discussion:
    """Keep what was typed and who was there, and close the meeting."""
    keep_minutes(discussion, said=said, present=present, by=by)
    demand(bool(discussion.present), _("Who was there?"))
    discussion.closed_at = clock.now()
    discussion.save(update_fields=["closed_at"])
    record("desk.discussion_closed", discussion, by=by)
    return discussion


@transaction.atomic
def reopen_discussion(discussion: Discussion, *, by: Actor) -> Discussion:
    """Open a discussion again on the day that it was closed, when something was forgotten."""
    _demand_house(discussion.house, by)
    _lock(discussion)
    demand(rules.may_reopen_discussion(discussion.closed_at, on=clock.today()), _("This was closed on an earlier day."))
    discussion.closed_at = None
    discussion.save(update_fields=["closed_at"])
    record("desk.discussion_reopened", discussion, by=by)
    return discussion


def _lock(discussion: Discussion) -> None:
    """Hold a discussion as it is now, before its questions: two people at once wait for each other."""
    now = Discussion.objects.select_for_update().filter(pk=discussion.pk).values_list("closed_at", "present").first()
    demand(now is not None, _("The discussion is off."))
    assert now is not None
    discussion.closed_at, discussion.present = now


def _as_next_step(step: AgreedStep) -> str:
    return f"{step.who}: {step.what}"[:200]


def _demand_house(house: House, by: Actor) -> None:
    allowed = by.user is not None and has_role(by.user, house, *people_rules.HOUSE_LIST_KINDS)
    demand(allowed, _("You do not work in this house."), error=NotYours)


def _demand_nobody_named(question: Question, said: str, *, basis: str) -> None:
    contact = question.contact if basis == DiscussionItem.Basis.WITHOUT_IDENTITY else None
    facts = (contact.called, contact.phone, contact.email, contact.street, contact.postal) if contact else ()
    named = rules.telling_words(facts, text=said)
    demand(
        not named,
        _("Leave out “%(fact)s”: without agreement the meeting does not hear who it is.") % {"fact": ", ".join(named)},
    )
