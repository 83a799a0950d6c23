"""One holder, a next step, a date."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record, record_each
from wijkhuis.base.language.typed import clean_words
from wijkhuis.house.people import actions as people
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import coordinated_households, has_role
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.actions.shared import colleague, lock, open_and_mine, person
from wijkhuis.loop.desk.models import Handover, Opening, Question


@transaction.atomic
def take_question(question: Question, *, seen: str, by: Actor) -> Question:
    """Become the holder. `seen` is the holding mark the person saw: of fifty at once one has it."""
    user = by.user
    people.hold_roles(user)
    visible = user is not None and access.visible_questions(user).filter(pk=question.pk).exists()
    demand(visible, _("You do not work in this house."), error=NotYours)
    current = lock(question)
    demand(current.is_open, _("This question has ended. Open it again if there is more to do."))
    just_taken = _("%(name)s just took this up.") % {"name": current.holder_introduction}
    demand(current.holding_mark == seen, just_taken)
    # What a colleague holds is taken over by who works on it or said why; what nobody took up yet by anybody.
    allowed = user is not None and not access.needs_reason(user, current)
    demand(allowed, _("First say why you look at this question."), error=NotYours)
    current.holder, current.holder_partner = user, None
    current.taken_up_at = current.taken_up_at or clock.now()
    current.next_on = max(current.next_on or clock.today(), clock.today())
    current.save(update_fields=["holder", "holder_partner", "taken_up_at", "next_on"])
    end_links(current)
    record("desk.question_taken_up", current, by=by)
    return current


@transaction.atomic
def pass_to_colleague(question: Question, *, to: User, next_step: str, next_on: date, by: Actor) -> Question:
    """Let a colleague of the same house hold the question, with a next step they can read."""
    people.hold_roles(to)
    question = open_and_mine(question, by=by)
    colleague(to, question)
    question.holder, question.holder_partner = to, None
    question.taken_up_at = question.taken_up_at or clock.now()
    plan(question, next_step=next_step, next_on=next_on)
    end_links(question)
    record("desk.question_passed_on", question, by=by)
    return question


@transaction.atomic
def plan_next_step(question: Question, *, next_step: str, next_on: date, by: Actor) -> Question:
    """Keep what happens next and when."""
    question = open_and_mine(question, by=by)
    plan(question, next_step=next_step, next_on=next_on)
    record("desk.next_step_planned", question, by=by)
    return question


@transaction.atomic
def open_with_reason(question: Question, *, why: str, words: str = "", by: Actor) -> Opening:
    """Say why somebody looks outside their own work; it lasts twelve hours and the house manager sees it."""
    user = person(by)
    demand(
        access.visible_questions(user).filter(pk=question.pk).exists(),
        _("You do not work in this house."),
        error=NotYours,
    )
    demand(why in Opening.Why.values, _("Choose why you look at this question."))
    demand(why != Opening.Why.OTHER or bool(clean_words(words)), _("Write in a few words why you look."))
    now = clock.now()
    opening = Opening.objects.create(
        question=question, user=user, why=why, words=clean_words(words), opened_at=now, until=now + Opening.LASTS
    )
    record("desk.question_opened_with_reason", question, by=by, reason=why)
    return opening


def look_at(question: Question, *, by: Actor, reads_story: bool = False) -> None:
    """Note that somebody looked; what the resident added waits for who holds it, or for anybody of the house."""
    Question.objects.filter(pk=question.pk).update(looked_at=clock.now())
    reader = by.user.pk if by.user else 0
    if reads_story and question.words_added_at and question.holder_id in (None, reader):
        added = Question.objects.filter(pk=question.pk, words_added_at=question.words_added_at)
        added.update(words_added_at=None)
    record("desk.question_looked_at", question, by=by)


def look_at_each(questions: Sequence[Question], *, by: Actor) -> None:
    """Note that somebody looked at several questions at once: one line for each."""
    Question.objects.filter(pk__in=[question.pk for question in questions]).update(looked_at=clock.now())
    record_each("desk.question_looked_at", questions, by=by)


@transaction.atomic
def end_role_and_pass_on(role: Role, *, to: User | None = None, by: Actor) -> int:
    """End a role; all that the person held in that house goes to who is named. Returns how many questions."""
    house = role.house
    people.hold_roles(role.user, to)
    people.end_role(role, by=by)
    if house is None or has_role(role.user, house, *people_rules.DESK_KINDS):
        return 0
    open_questions = Question.objects.open().filter(house=house, holder=role.user).select_for_update()
    held = list(open_questions)
    coordinates = coordinated_households(role.user, house).exists() or house.first_holder_id == role.user_id
    if held or coordinates:
        if to is None or to == role.user or not has_role(to, house, *people_rules.DESK_KINDS):
            raise RuleBroken(_("Choose who takes this over. It must be somebody of the same house."))
        people.hand_over_house_work(house, of=role.user, to=to, by=by)
    for question in held:
        question.holder = to
        question.save(update_fields=["holder"])
        record("desk.question_passed_on", question, by=by)
    _end_offers(role.user, house_id=house.pk, by=by)
    return len(held)


def _end_offers(user: User, *, house_id: int, by: Actor) -> None:
    offers = Handover.objects.filter(professional__user=user, question__house_id=house_id, ended_at=None)
    for offer in offers:
        offer.ended_at, offer.ending = clock.now(), Handover.Ending.WITHDRAWN
        offer.save(update_fields=["ended_at", "ending"])
        record("desk.handover_withdrawn", offer.question, by=by or SYSTEM)


def plan(question: Question, *, next_step: str, next_on: date) -> None:
    """Keep the next step of a locked question; who calls this checked who may."""
    demand(bool(clean_words(next_step)), _("What is the next step?"))
    demand(next_on >= clock.today(), _("Choose today or a later day for the next step."))
    question.next_step, question.next_on = clean_words(next_step)[:200], next_on
    question.last_contact_at = max(question.last_contact_at, clock.now())
    question.save(update_fields=["next_step", "next_on", "holder", "holder_partner", "taken_up_at", "last_contact_at"])


def end_links(question: Question) -> None:
    """Whoever held it through a link does so no more: what was shared closes with it."""
    now = clock.now()
    question.handovers.filter(ending=Handover.Ending.ACCEPTED, link_until__gt=now).update(
        link_until=now, code_digest=""
    )
