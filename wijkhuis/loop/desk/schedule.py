"""The clock at the desk: what happens by itself every morning and every night."""

from collections.abc import Callable

from django.db.models import Model
from procrastinate.contrib.django import app

from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.loop.desk import actions, rules
from wijkhuis.loop.desk.models import FollowUp, Handover


@app.periodic(cron="15 7 * * *")
@app.task(name="desk.remind_partners", queueing_lock="desk.remind_partners")
def remind_partners(timestamp: int = 0) -> None:
    """Remind partners from the working day before their answer is due."""
    for handover in Handover.objects.filter(ended_at=None, reminded_at=None).select_related("question"):
        if rules.reminder_is_due(handover.answer_by, on=clock.today()):
            _try(actions.remind_partner, handover)


@app.periodic(cron="30 6 * * *")
@app.task(name="desk.return_overdue_handovers", queueing_lock="desk.return_overdue_handovers")
def return_overdue_handovers(timestamp: int = 0) -> None:
    """Bring handovers without an answer back to their sender."""
    for handover in Handover.objects.filter(ended_at=None, answer_by__lt=clock.today()).select_related("question"):
        _try(actions.return_overdue, handover)


@app.periodic(cron="0 9 * * *")
@app.task(name="desk.ask_how_it_went", queueing_lock="desk.ask_how_it_went")
def ask_how_it_went(timestamp: int = 0) -> None:
    """Ask residents how it went; where no message arrives somebody calls, or it ends after enough patience."""
    today = clock.today()
    for follow_up in FollowUp.objects.filter(ended_at=None, due_on__lte=today).select_related("question"):
        if follow_up.asked_at and _try(actions.ask_by_phone, follow_up):
            continue
        if rules.patience_is_over(follow_up.due_on, on=today):
            _try(actions.end_without_word, follow_up, on=today)
        else:
            _try(actions.ask_how_it_went, follow_up)


@app.periodic(cron="30 2 * * *")
@app.task(name="desk.forget_what_was_kept", queueing_lock="desk.forget_what_was_kept")
def forget_what_was_kept(timestamp: int = 0) -> None:
    """Forget questions that were kept long enough."""
    for _question in actions.forget_what_was_kept_long_enough():
        pass


def _try(action: Callable[..., object], record: Model, **facts: object) -> bool:
    """One record that cannot be handled does not stop the others; somebody was just faster. Tells whether it was."""
    try:
        action(record, **facts)
    except RuleBroken:
        return False
    return True
