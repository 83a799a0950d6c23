"""Writing down who knew what on which day; called by actions that asked already whether this is allowed."""

from datetime import date

from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory.actions.indexing import index_entries
from wijkhuis.house.directory.models import Check, Entry, Outcome, Verification

LONGEST_NOTE = 500
# The questions to keepers that a look of a colleague closed, by their numbers: "answered" for them, or work "done".
Closed = dict[str, list[int]]


def write_verification(
    entry: Entry, *, how: str, outcome: str, by: Actor, note: str = "", on: date | None = None
) -> Verification:
    """Keep what was found on a day (today); when it is right, the entry is known from then on."""
    words, day = tidy(note)[:LONGEST_NOTE], on or clock.today()
    demand(day <= clock.today(), _("Choose a day that has been."))
    refuse_bsn(words)
    made = Verification.objects.create(entry=entry, on=day, how=how, outcome=outcome, by=by.user, note=words)
    if outcome == Outcome.RIGHT and (entry.verified_on is None or entry.verified_on < day):
        entry.verified_on = day
        entry.save(update_fields=["verified_on"])
        index_entries([entry.pk])
    record("directory.entry_verified", entry, by=by, reason=outcome)
    return made


def close_checks(entry: Entry, *, outcome: str, by: Actor) -> Closed:
    """What a colleague found answers their own question, and ends the work that an earlier answer asked for."""
    answered: list[int] = []
    if by.user and entry.keeper_id == by.user.pk:
        mine = Check.objects.filter(entry=entry, answered_on=None)
        answered = list(mine.values_list("pk", flat=True))
        mine.update(answered_on=clock.today(), outcome=outcome, is_done=True)
    done: list[int] = []
    if outcome != Outcome.CHANGED:
        waiting = Check.objects.filter(entry=entry, is_done=False).exclude(answered_on=None)
        done = list(waiting.values_list("pk", flat=True))
        waiting.update(is_done=True)
    return {"answered": answered, "done": done}


def open_checks_again(entry: Entry, closed: Closed) -> None:
    """As if a colleague had found nothing: a question that was asked since then stays the only one."""
    Check.objects.filter(entry=entry, pk__in=closed["done"]).update(is_done=False)
    if not Check.objects.filter(entry=entry, answered_on=None).exists():
        mine = Check.objects.filter(entry=entry, pk__in=closed["answered"])
        mine.update(answered_on=None, outcome="", is_done=False)


def take_back_verification(entry: Entry, pk: int, *, known_before: date | None) -> None:
    """As if nobody had looked: what somebody found since then stays."""
    told = entry.verifications.filter(pk=pk).first()
    if told is None:
        return
    others = entry.verifications.filter(outcome=Outcome.RIGHT, on__gte=told.on).exclude(pk=pk).exists()
    if told.outcome == Outcome.RIGHT and entry.verified_on == told.on and not others:
        entry.verified_on = known_before
        entry.save(update_fields=["verified_on"])
    told.delete()
