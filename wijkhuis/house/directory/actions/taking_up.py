"""A house takes up what is there for the whole city, with what only this house can add; never a copy."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory import access
from wijkhuis.house.directory.models import Entry, HouseNote
from wijkhuis.house.neighbourhood.models import House

LONGEST_HOUSE_NOTE = 500


@transaction.atomic
def take_up(entry: Entry, *, house: House, note: str = "", by: Actor) -> HouseNote:
    """Put an entry on the list of a house, or write another note there."""
    _demand_may(house, by)
    words = tidy(note)
    demand(len(words) <= LONGEST_HOUSE_NOTE, _("This is longer than we can keep. Make it shorter."))
    refuse_bsn(words)
    told = {"note": words, "written_by": by.user, "written_on": clock.today()}
    kept, _is_new = HouseNote.objects.update_or_create(house=house, entry=entry, defaults=told)
    record("directory.taken_up", kept, by=by)
    return kept


@transaction.atomic
def let_go(note: HouseNote, *, by: Actor) -> None:
    """Take an entry off the list of a house; on the map of the city it stays."""
    _demand_may(note.house, by)
    record("directory.let_go", note, by=by)
    note.delete()


def _demand_may(house: House, by: Actor) -> None:
    allowed = access.may_note_for(by.user, house)
    demand(allowed, _("You do not work in this house."), error=NotYours)
