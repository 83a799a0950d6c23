"""What people wrote beside the map, and what colleagues chose, is not kept for ever."""

from datetime import timedelta

from wijkhuis.base import clock
from wijkhuis.house.directory.models import Check, Choice, Verification
from wijkhuis.house.directory.queries.weighing import CHOICE_MONTHS

ANSWERS_KEPT = timedelta(days=365)


def forget_old_answers() -> int:
    """A year later: delete what keepers answered with the link to it, and empty the notes of who looked; choices that
    count no more go as well. That somebody looked, and when, stays. Gives how many.
    """
    edge = clock.today() - ANSWERS_KEPT
    answers, _kinds = Check.objects.filter(answered_on__lt=edge).delete()
    notes = Verification.objects.filter(on__lt=edge).exclude(note="").update(note="")
    last = clock.add_months(clock.today(), -CHOICE_MONTHS)
    choices, _kinds = Choice.objects.filter(chosen_on__lt=last).delete()
    return answers + notes + choices
