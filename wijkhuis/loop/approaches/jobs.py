"""Work that is left for later: telling everybody who asked."""

from django.db.models import Q
from procrastinate.contrib.django import app

from wijkhuis.base import clock
from wijkhuis.loop.approaches.delivery import tell_one
from wijkhuis.loop.approaches.models import Approach, Told
from wijkhuis.loop.approaches.queries.listening import listening_questions, not_told_yet
from wijkhuis.loop.signals.models import Listener, Theme
from wijkhuis.loop.signals.rules.numbers import shown


@app.task(name="approaches.tell_everybody")
def tell_everybody(told_id: int) -> None:
    """Tell each person in a transaction of its own; who was told already is passed by, so it may be done again."""
    told = Told.objects.select_related("approach__theme", "decision__theme").filter(pk=told_id).first()
    if told is None or told.done_at is not None:
        return
    for question_id in list(not_told_yet(told).values_list("pk", flat=True)):
        tell_one(told, question_id=question_id)
    same = Q(approach__theme=told.theme) | Q(decision__theme=told.theme)
    before = Told.objects.filter(same, done_at__isnull=False).order_by("done_at")
    previous = before.values_list("people", flat=True).last() or 0
    told.people, told.done_at = shown(previous, now=told.hearings.count()), clock.now()
    told.save(update_fields=["people", "done_at"])
    _stop_listening(told)


def _stop_listening(told: Told) -> None:
    """After the last news of the last approach, or when it is let go, nobody listens any more: the link ends."""
    others = Approach.objects.running().filter(theme=told.theme).exclude(pk=told.approach_id or 0)
    let_go = told.decision is not None and told.decision.standing == Theme.Standing.LET_GO
    if (let_go or told.moment == Told.Moment.ENDED) and not others.exists():
        heard = listening_questions(told.theme).filter(pk__in=told.hearings.values("question_id"))
        Listener.objects.filter(question__in=list(heard.values_list("pk", flat=True))).delete()
