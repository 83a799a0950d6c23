"""Joining an approach: asked through the desk, or signed up at the public page."""

from django.core.cache import cache
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import RESIDENT, Actor, record
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions.shared import clean_name
from wijkhuis.loop.approaches.models import Approach, Joiner
from wijkhuis.loop.approaches.queries.listening import approaches_of, can_be_asked, can_come_back
from wijkhuis.loop.desk.models import Question

MOST_SIGNED_UP = 300
SAME_FORM_SECONDS = 3600
NOBODY = {"first_name": "", "how_to_reach": ""}


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
    """The same, when the resident answers on the page of their own question; there a no may become a yes."""
    demand(by.user is None and by.label == RESIDENT.label, _("This is not your question."), error=NotYours)
    return _keep_answer(approach, question, answer, first_name, how_to_reach, by=by)


@transaction.atomic
def sign_up(approach: Approach, *, first_name: str, how_to_reach: str, once: str = "", by: Actor) -> Joiner:
    """Let anybody join at the public page, with a first name and how to reach them. The same form counts once.

    Another form with the same words is another one: else who types somebody's name and number would hear that they
    join, and get the link by which they leave.
    """
    approach = Approach.objects.select_for_update(of=("self",)).select_related("theme__house").get(pk=approach.pk)
    demand(approach.ended_on is None, _("This has ended. Call us, and we think along."))
    reach = _reach(first_name, how_to_reach)
    mark = salted_hmac("approaches.joined", f"{approach.pk}|{once}|{reach}", algorithm="sha256").hexdigest()
    if once and (same := approach.joiners.there().filter(pk=cache.get(mark, 0)).first()):
        return same
    full = approach.joiners.filter(question=None).count() >= MOST_SIGNED_UP
    demand(not full, _("There is no more room here. Call us or come by."))
    joiner = Joiner.objects.create(approach=approach, answer=Joiner.Answer.YES, answered_on=clock.today(), **reach)
    cache.set(mark, joiner.pk, timeout=SAME_FORM_SECONDS)
    record("approaches.signed_up", approach, by=by)
    return joiner


def _keep_answer(
    approach: Approach, question: Question, answer: str, first_name: str, how_to_reach: str, *, by: Actor
) -> Joiner:
    question = Question.objects.select_for_update(of=("self",)).select_related("contact").get(pk=question.pk)
    demand(question.forgotten_at is None, _("This question was deleted."))
    demand(answer in Joiner.Answer.values, _("Choose yes or no."))
    found = approaches_of(question).filter(pk=approach.pk).first()
    comes_back = found is not None and by.label == RESIDENT.label and can_come_back(found)
    may = comes_back or (found is not None and can_be_asked(found, contact=question.contact))
    demand(may, _("This was asked before. We do not ask it twice."))
    reach = _reach(first_name, how_to_reach) if answer == Joiner.Answer.YES else NOBODY
    facts = {"answer": answer, "asked_on": clock.today(), "answered_on": clock.today(), "taken_off_on": None, **reach}
    joiner, _new = Joiner.objects.update_or_create(approach=approach, question=question, defaults=facts)
    record("approaches.asked_to_join", question, by=by)
    return joiner


def _reach(first_name: str, how_to_reach: str) -> dict[str, str]:
    name, reach = clean_name(first_name, at_most=60), clean_name(how_to_reach, at_most=120)
    demand(bool(name) and bool(reach), _("What is your first name, and how can we reach you?"))
    return {"first_name": name, "how_to_reach": reach}
