"""Decisions: take up, watch, hand to the municipality or let go, each with one sentence that everybody may read."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.nameless import nameless
from wijkhuis.loop.agenda.actions.asking import lock_open
from wijkhuis.loop.agenda.models import Decision, Meeting
from wijkhuis.loop.signals.actions import decide
from wijkhuis.loop.signals.actions.asking import demand_group
from wijkhuis.loop.signals.models import Theme

Standing = Theme.Standing
# The same again, on the same day in the same meeting, is the same decision: somebody pressed twice.
DECIDED = ("standing", "why", "decided_on", "meeting_id", "look_again_on", "handed_to", "answer_due_on")


@transaction.atomic
def decide_theme(
    theme: Theme,
    *,
    standing: str,
    why: str,
    look_again_on: date | None = None,
    handed_to: str = "",
    answer_due_on: date | None = None,
    meeting: Meeting | None = None,
    by: Actor,
) -> Decision:
    """Keep what the group decided about a theme, and why. It takes the place of what was decided before."""
    demand_group(theme.house_id, by=by)
    if meeting is not None:
        meeting = lock_open(meeting, by=by)
        demand(meeting.group.house_id == theme.house_id, _("This theme is not open in this house."))
    demand(standing in Standing.values and standing != Standing.OPEN, _("Choose what the group decided."))
    decision = Decision(
        theme=theme, meeting=meeting, standing=standing, why=nameless(why)[:300], decided_on=clock.today()
    )
    decision.written_by = by.user
    if standing == Standing.WATCHED:
        decision.look_again_on = _still_to_come(look_again_on, _("When do you look again?"))
    if standing == Standing.HANDED_OVER:
        decision.handed_to = nameless(handed_to)[:120]
        sentence = _("Say to whom, and by which day they owe an answer.")
        demand(bool(decision.handed_to), sentence)
        decision.answer_due_on = _still_to_come(answer_due_on, sentence)
    decide(theme, standing=standing, why=decision.why, on=decision.decided_on, by=by)
    last = Decision.objects.filter(theme=theme, came_along=False).first()
    if last and all(getattr(last, name) == getattr(decision, name) for name in DECIDED):
        return last
    # Who decides anew about a theme decides about all that it took in.
    Decision.objects.filter(theme=theme, is_still_owed=True).update(is_still_owed=False)
    decision.save()
    if meeting is not None:
        meeting.items.filter(theme=theme).update(done_at=clock.now())
    record("agenda.decision_made", decision, by=by)
    return decision


@transaction.atomic
def undo_decision(decision: Decision, *, by: Actor) -> None:
    """Take back a decision while its meeting is open; what held before holds again."""
    decision = (
        Decision.objects.select_for_update(of=("self",)).select_related("theme__house", "meeting").get(pk=decision.pk)
    )
    demand_group(decision.theme.house_id, by=by)
    if decision.meeting is not None:
        lock_open(decision.meeting, by=by)
    else:
        demand(decision.decided_on == clock.today(), _("This was decided earlier. Decide anew instead."))
    of_theme = Decision.objects.filter(theme_id=decision.theme_id, came_along=False)
    demand(of_theme.first() == decision, _("There is a newer decision on this theme."))
    before = of_theme.exclude(pk=decision.pk).first()
    standing, why = (before.standing, before.why) if before else (Standing.OPEN, "")
    on = before.decided_on if before else decision.decided_on
    decide(decision.theme, standing=standing, why=why, on=on, by=by)
    if decision.meeting is not None:
        decision.meeting.items.filter(theme_id=decision.theme_id).update(done_at=None)
    record("agenda.decision_undone", decision, by=by)
    decision.delete()


@transaction.atomic
def keep_answer(decision: Decision, *, answer: str, answered_on: date, by: Actor) -> Decision:
    """Write down what the municipality answered; everybody may read it."""
    decision = Decision.objects.select_for_update(of=("self",)).select_related("theme").get(pk=decision.pk)
    demand_group(decision.theme.house_id, by=by)
    demand(decision.standing == Standing.HANDED_OVER, _("This was not handed to the municipality."))
    said = nameless(answer)[:2000]
    demand(bool(said), _("Write down at least one word."))
    demand(answered_on <= clock.today(), _("This day is still to come."))
    decision.answer, decision.answered_on = said, answered_on
    decision.answer_kept_at = decision.answer_kept_at or clock.now()
    decision.save(update_fields=["answer", "answered_on", "answer_kept_at"])
    record("agenda.answer_kept", decision, by=by)
    return decision


def _still_to_come(day: date | None, sentence: str) -> date:
    demand(day is not None, sentence)
    assert day is not None
    demand(day > clock.today(), _("Choose a day that is still to come."))
    return day
