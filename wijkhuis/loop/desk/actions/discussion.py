"""Putting a question on the next discussion; the agreed steps flow back."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import clean_words, refuse_bsn
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import has_role
from wijkhuis.loop.desk import rules
from wijkhuis.loop.desk.actions.hold import plan
from wijkhuis.loop.desk.actions.shared import lock, mine, person
from wijkhuis.loop.desk.models import AgreedStep, Discussion, DiscussionItem, Question


@transaction.atomic
def plan_discussion(house: House, *, held_on: date, by: Actor) -> Discussion:
    """Plan a day on which people look at questions together; who plans it chairs it, until they change that."""
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
def put_on_discussion(
    question: Question, *, discussion: Discussion, basis: str, summary: str, by: Actor
) -> DiscussionItem:
    """Put a question on a discussion, with the resident's agreement or without what identifies them."""
    question = mine(question, by=by)
    demand(discussion.house_id == question.house_id, _("That discussion belongs to another house."))
    demand(discussion.closed_at is None, _("That discussion is over. Choose the next one."))
    demand(basis in DiscussionItem.Basis.values, _("Does the resident agree, or do we leave out who it is?"))
    summary = clean_words(summary)
    demand(bool(summary), _("Write in one or two sentences what you ask of the meeting."))
    if basis == DiscussionItem.Basis.WITHOUT_IDENTITY:
        _demand_nobody_named(question, summary)
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
    question = mine(item.question, by=by)
    demand(item.discussed_at is None, _("This was already discussed."))
    item.delete()
    record("desk.taken_off_discussion", question, by=by)


@transaction.atomic
def keep_what_was_agreed(item: DiscussionItem, *, agreed: str, by: Actor) -> DiscussionItem:
    """Keep what the meeting agreed about one question."""
    _demand_house(item.discussion.house, by)
    demand(item.discussion.closed_at is None, _("This discussion is over."))
    demand(bool(clean_words(agreed)), _("Write down what was agreed."))
    item.agreed, item.discussed_at = clean_words(agreed)[:2000], clock.now()
    item.save(update_fields=["agreed", "discussed_at"])
    record("desk.discussed", item.question, by=by)
    return item


@transaction.atomic
def agree_step(item: DiscussionItem, *, who: str, what: str, by_on: date | None, by: Actor) -> AgreedStep:
    """Agree a step; it shows at the question, and becomes its next step when it comes first."""
    _demand_house(item.discussion.house, by)
    demand(item.discussion.closed_at is None, _("This discussion is over."))
    refuse_bsn(who, what)
    demand(bool(clean_words(who)) and bool(clean_words(what)), _("Who does what?"))
    question = lock(item.question)
    step = AgreedStep.objects.create(
        item=item, question=question, who=clean_words(who)[:80], what=clean_words(what)[:200], by_on=by_on
    )
    if question.is_open and by_on and clock.today() <= by_on <= (question.next_on or by_on):
        plan(question, next_step=f"{step.who}: {step.what}", next_on=by_on)
    record("desk.step_agreed", question, by=by)
    return step


@transaction.atomic
def finish_step(step: AgreedStep, *, by: Actor) -> AgreedStep:
    """Note that an agreed step was taken, or take that back."""
    mine(step.question, by=by)
    step.done_at = None if step.done_at else clock.now()
    step.save(update_fields=["done_at"])
    record("desk.step_finished", step.question, by=by)
    return step


@transaction.atomic
def close_discussion(discussion: Discussion, *, present: str, by: Actor) -> Discussion:
    """Keep who was there and close the meeting."""
    _demand_house(discussion.house, by)
    demand(discussion.closed_at is None, _("This discussion is over."))
    demand(bool(clean_words(present)), _("Who was there?"))
    discussion.present, discussion.closed_at = clean_words(present)[:1000], clock.now()
    discussion.save(update_fields=["present", "closed_at"])
    record("desk.discussion_closed", discussion, by=by)
    return discussion


def _demand_house(house: House, by: Actor) -> None:
    allowed = by.user is not None and has_role(by.user, house, *people_rules.HOUSE_LIST_KINDS)
    demand(allowed, _("You do not work in this house."), error=NotYours)


def _demand_nobody_named(question: Question, summary: str) -> None:
    contact = question.contact
    facts = (contact.called, contact.phone, contact.email, contact.street, contact.postal) if contact else ()
    named = rules.telling_words(facts, text=summary)
    demand(
        not named,
        _("Leave out “%(fact)s”: without agreement the meeting does not hear who it is.") % {"fact": ", ".join(named)},
    )
