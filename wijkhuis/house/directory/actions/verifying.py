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


def close_checks(entry: Entry, *, outcome: str, by: Actor) -> None:
    """What a colleague found answers their own question, and ends the work that an earlier answer asked for."""
    if by.user and entry.keeper_id == by.user.pk:
        mine = Check.objects.filter(entry=entry, answered_on=None)
        mine.update(answered_on=clock.today(), outcome=outcome, is_done=True)
    if outcome != Outcome.CHANGED:
        Check.objects.filter(entry=entry, is_done=False).exclude(answered_on=None).update(is_done=True)
