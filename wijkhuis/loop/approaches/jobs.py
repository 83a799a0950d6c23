"""Work that is left for later: telling everybody who asked."""

from procrastinate.contrib.django import app

from wijkhuis.base import clock
from wijkhuis.loop.approaches.delivery import tell_one
from wijkhuis.loop.approaches.models import Approach, Told
from wijkhuis.loop.approaches.queries.listening import listening_questions, not_told_yet
from wijkhuis.loop.signals.models import Listener
from wijkhuis.loop.signals.rules.numbers import shown


@app.task(name="approaches.tell_everybody")
def tell_everybody(told_id: int) -> None:
    """Tell each person in a transaction of its own; who was told already is passed by, so it may be done again."""
    told = Told.objects.select_related("approach__theme").filter(pk=told_id).first()
    if told is None or told.done_at is not None:
        return
    for question_id in list(not_told_yet(told).values_list("pk", flat=True)):
        tell_one(told, question_id=question_id)
    before = Told.objects.filter(approach__theme=told.approach.theme_id, done_at__isnull=False).order_by("done_at")
    previous = before.values_list("people", flat=True).last() or 0
    told.people, told.done_at = shown(previous, now=told.hearings.count()), clock.now()
    told.save(update_fields=["people", "done_at"])
    _stop_listening(told)


def _stop_listening(told: Told) -> None:
    """After the last news of the last approach nobody listens any more: the link ends."""
    others = Approach.objects.running().filter(theme_id=told.approach.theme_id).exclude(pk=told.approach_id)
    if told.moment == Told.Moment.ENDED and not others.exists():
        heard = listening_questions(told.approach).filter(pk__in=told.hearings.values("question_id"))
        Listener.objects.filter(question__in=list(heard.values_list("pk", flat=True))).delete()
