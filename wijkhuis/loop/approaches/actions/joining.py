"""Joining an approach: asked through the desk, or signed up at the public page; and leaving again."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import RESIDENT, Actor, record
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions.shared import clean
from wijkhuis.loop.approaches.models import Approach, Joiner
from wijkhuis.loop.approaches.queries.listening import approaches_of, can_be_asked
from wijkhuis.loop.desk.models import Question

MOST_SIGNED_UP = 300


@transaction.atomic
def ask_to_join(
    approach: Approach, *, question: Question, answer: str, first_name: str = "", how_to_reach: str = "", by: Actor
) -> Joiner:
    """Keep what somebody said when a colleague asked whether they join; after a no nobody asks again."""
    demand(access.may_ask_to_join(by.user, question), _("First say why you look at this question."), error=NotYours)
    return _keep_answer(approach, question, answer, first_name, how_to_reach, by=by)


@transaction.atomic
def join_from_own_page(
    approach: Approach, *, question: Question, answer: str, first_name: str = "", how_to_reach: str = "", by: Actor
) -> Joiner:
    """The same, when the resident answers on the page of their own question."""
    demand(by.user is None and by.label == RESIDENT.label, _("This is not your question."), error=NotYours)
    return _keep_answer(approach, question, answer, first_name, how_to_reach, by=by)


@transaction.atomic
def sign_up(approach: Approach, *, first_name: str, how_to_reach: str, by: Actor) -> Joiner:
    """Let anybody join at the public page, with a first name and how to reach them."""
    approach = Approach.objects.select_for_update(of=("self",)).select_related("theme__house").get(pk=approach.pk)
    demand(approach.ended_on is None, _("This has ended. Call us, and we think along."))
    reach = _reach(first_name, how_to_reach)
    if same := approach.joiners.there().filter(question=None, **reach).first():
        return same
    full = approach.joiners.filter(question=None).count() >= MOST_SIGNED_UP
    demand(not full, _("There is no more room here. Call us or come by."))
    joiner = Joiner.objects.create(approach=approach, answer=Joiner.Answer.YES, answered_on=clock.today(), **reach)
    record("approaches.signed_up", approach, by=by)
    return joiner


@transaction.atomic
def leave(joiner: Joiner, *, by: Actor) -> None:
    """Take oneself off again: name and number go at once; who is off already stays off."""
    locked = Joiner.objects.select_for_update(of=("self",)).select_related("approach__theme")
    there = locked.filter(pk=joiner.pk).first()
    if there is None:
        return
    _let_go(there)
    record("approaches.left", there.approach, by=by)


def forget_joiners() -> int:
    """Take away who joined through a question that was forgotten, and who joined what ended a year ago."""
    year_ago = clock.add_months(clock.today(), -12)
    gone, _each = Joiner.objects.filter(question__forgotten_at__isnull=False).delete()
    old, _each = Joiner.objects.filter(approach__ended_on__lt=year_ago).delete()
    return gone + old


def _let_go(joiner: Joiner) -> None:
    if joiner.question_id is None:
        joiner.delete()
        return
    # Without this nobody would know that they said no, and ask once more.
    joiner.first_name = joiner.how_to_reach = ""
    joiner.answer, joiner.answered_on = Joiner.Answer.NO, clock.today()
    joiner.save(update_fields=["first_name", "how_to_reach", "answer", "answered_on"])


def _keep_answer(
    approach: Approach, question: Question, answer: str, first_name: str, how_to_reach: str, *, by: Actor
) -> Joiner:
    question = Question.objects.select_for_update(of=("self",)).select_related("contact").get(pk=question.pk)
    demand(question.forgotten_at is None, _("This question was deleted."))
    demand(answer in Joiner.Answer.values, _("Choose yes or no."))
    found = approaches_of(question).filter(pk=approach.pk).first()
    may = found is not None and can_be_asked(found, contact=question.contact)
    demand(may, _("This was asked before. We do not ask it twice."))
    reach = _reach(first_name, how_to_reach) if answer == Joiner.Answer.YES else {}
    today = clock.today()
    joiner = Joiner.objects.create(
        approach=approach, question=question, answer=answer, asked_on=today, answered_on=today, **reach
    )
    record("approaches.asked_to_join", question, by=by)
    return joiner


def _reach(first_name: str, how_to_reach: str) -> dict[str, str]:
    name, reach = clean(first_name, at_most=60), clean(how_to_reach, at_most=120)
    demand(bool(name) and bool(reach), _("What is your first name, and how can we reach you?"))
    return {"first_name": name, "how_to_reach": reach}
