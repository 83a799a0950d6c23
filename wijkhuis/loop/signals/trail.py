"""What the record of a question shows of signals: one sentence to keep, change or skip."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from wijkhuis.base.asked import asked_often
from wijkhuis.base.trail.forgetting import goes_with
from wijkhuis.base.trail.knowing import Known, tells_with
from wijkhuis.base.trail.registry import Part, Place, leads_to
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.actions.listening import forget_what_was_offered
from wijkhuis.loop.signals.models import Considered, Listener
from wijkhuis.loop.signals.queries.offers import can_listen, hears_how, is_offered, proposed

goes_with(Question)(forget_what_was_offered)


@tells_with(Question)
def what_is_kept_beside_a_question(question: Question) -> Iterable[Known]:
    """Which sentence somebody wants to hear about, and that a colleague looked whether there was a signal in it."""
    for listener in Listener.objects.filter(question=question).select_related("signal"):
        yield Known(_("wants to hear what comes of"), {_("signal"): listener.signal.sentence})
    for considered in Considered.objects.filter(question=question).order_by("pk"):
        yield Known(_("looked at as a signal"), {_("because"): considered.get_offer_display()})


@leads_to(Question, place=Place.RECORD)
def proposal(question: Question, request: HttpRequest) -> Iterable[Part]:
    """For who works on an answered question: the page itself sees to it that they may read it whole."""
    if not is_offered(question):
        return
    hears = {"can_listen": can_listen(question), "hears_how": hears_how(question)}
    context = {"question": question, "proposed": proposed(question), **hears}
    yield Part("signals/part_proposal.html", context)


@leads_to(Question, place=Place.MINE)
def hears(question: Question, request: HttpRequest) -> Iterable[Part]:
    """The resident reads that they hear what comes of it, and can take that back."""
    if _listeners(question_id=question.pk).first() is not None:
        yield Part("signals/mine_part_hears.html", {"question": question})


@asked_often
def _listeners(*, question_id: int) -> QuerySet[Listener, int]:
    return Listener.objects.filter(question=question_id).values_list("pk", flat=True)
