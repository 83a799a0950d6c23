"""Who wants to hear what comes of it can take that back at any time, and is forgotten with the question."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import RESIDENT, Actor, record
from wijkhuis.loop.desk import access as desk
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.models import Considered, Listener


@transaction.atomic
def stop_listening(question: Question, *, by: Actor) -> None:
    """End the one link between a question and a signal, at the wish of the person who asked."""
    own = by.user is None and by.label == RESIDENT.label
    demand(own or desk.may_work_on(by.user, question), _("This is for who works on the question."), error=NotYours)
    gone, _kinds = Listener.objects.filter(question=question).delete()
    if gone:
        record("signals.listener_stopped", question, by=by)


def forget_what_was_offered(question: Question) -> None:
    """Delete what ties a question that is forgotten to this room: that it was considered, and that somebody listens."""
    Listener.objects.filter(question=question).delete()
    Considered.objects.filter(question=question).delete()
