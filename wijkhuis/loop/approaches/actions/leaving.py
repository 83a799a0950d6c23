"""Leaving an approach: by oneself at once, or taken off by who keeps the list, which can be undone until the night."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import RESIDENT, SYSTEM, Actor, record
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.models import Approach, Joiner
from wijkhuis.loop.desk.models import Question


@transaction.atomic
def leave(joiner: Joiner, *, by: Actor) -> None:
    """Take oneself off again: name and number go at once; who is off already stays off."""
    there = _locked().filter(pk=joiner.pk).first()
    if there is None:
        return
    _let_go(there)
    record("approaches.left", there.approach, by=by)


@transaction.atomic
def leave_from_own_page(approach: Approach, *, question: Question, by: Actor) -> None:
    """The same, when the resident says it on the page of their own question; saying it twice is saying it once."""
    demand(by.user is None and by.label == RESIDENT.label, _("This is not your question."), error=NotYours)
    for joiner in approach.joiners.kept().filter(question=question):
        leave(joiner, by=by)


@transaction.atomic
def take_off(joiner: Joiner, *, is_off: bool = True, by: Actor) -> Joiner:
    """Take somebody off the list at their wish, or put them back the same day."""
    joiner = _locked().get(pk=joiner.pk)
    demand(access.may_take_off(by.user, joiner), _("This is for the people of this approach."), error=NotYours)
    demand(joiner.answer == Joiner.Answer.YES, _("They are off the list already."))
    joiner.taken_off_on = clock.today() if is_off else None
    joiner.save(update_fields=["taken_off_on"])
    record("approaches.taken_off" if is_off else "approaches.put_back", joiner.approach, by=by)
    return joiner


def forget_joiners() -> int:
    """Take away who was taken off, whose question was forgotten, and who joined what ended a year ago."""
    year_ago = clock.add_months(clock.today(), -12)
    for joiner in Joiner.objects.filter(taken_off_on__lt=clock.today()):
        leave(joiner, by=SYSTEM)
    gone, _each = Joiner.objects.filter(question__forgotten_at__isnull=False).delete()
    old, _each = Joiner.objects.filter(approach__ended_on__lt=year_ago).delete()
    return gone + old


def _let_go(joiner: Joiner) -> None:
    if joiner.question_id is None:
        joiner.delete()
        return
    # Without this nobody would know that they said no, and ask once more.
    joiner.first_name = joiner.how_to_reach = ""
    joiner.answer, joiner.answered_on, joiner.taken_off_on = Joiner.Answer.NO, clock.today(), None
    joiner.save(update_fields=["first_name", "how_to_reach", "answer", "answered_on", "taken_off_on"])


def _locked() -> QuerySet[Joiner]:
    return Joiner.objects.select_for_update(of=("self",)).select_related("approach__theme__house", "question")
