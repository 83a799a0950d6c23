"""Do you know someone who ...? Asked, answered in one line, and closed."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory import actions as directory
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.fieldwork import access, rules
from wijkhuis.house.fieldwork.models import Call, Tip
from wijkhuis.house.fieldwork.rules import CALL_IS_KEPT, CALL_STAYS_OPEN
from wijkhuis.house.neighbourhood.models import House


@transaction.atomic
def ask_call(house: House, *, words: str, by: Actor) -> Call:
    """Ask the colleagues of the neighbourhood whether they know someone. Nobody gets a message; it is a list."""
    demand(access.may_ask(by.user, house), _("You do not work in this house."), error=NotYours)
    assert by.user is not None
    call = Call(house=house, words=_clean(words), asked_by=by.user, asked_at=clock.now())
    call.full_clean()
    call.save()
    record("fieldwork.call_asked", call, by=by)
    return call


@transaction.atomic
def give_tip(call: Call, *, words: str, by: Actor) -> Tip:
    """Answer in one line. The same line twice, from somebody with a bad line, is one tip."""
    call = Call.objects.select_for_update().get(pk=call.pk)
    demand(_sees(call, by=by), _("You do not work in this house."), error=NotYours)
    demand(call.closed_on is None, _("This question is closed already. Thank you all the same."))
    assert by.user is not None
    said = _clean(words)
    known = call.tips.filter(words=said, given_by=by.user).first()
    if known is not None:
        return known
    tip = Tip(call=call, words=said, given_by=by.user, given_at=clock.now())
    tip.full_clean()
    tip.save()
    record("fieldwork.tip_given", call, by=by)
    return tip


@transaction.atomic
def remove_tip(tip: Tip, *, by: Actor) -> None:
    """Take a tip away."""
    demand(access.may_remove_tip(by.user, tip), _("Ask who gave this tip."), error=NotYours)
    record("fieldwork.tip_removed", tip.call, by=by)
    tip.delete()


@transaction.atomic
def close_call(call: Call, *, by: Actor) -> None:
    """Close a call; the tips can be read for a year."""
    demand(access.may_close_call(by.user, call), _("Who asked this closes it."), error=NotYours)
    Call.objects.filter(pk=call.pk, closed_on=None).update(closed_on=clock.today())
    record("fieldwork.call_closed", call, by=by)


@transaction.atomic
def tip_becomes_entry(tip: Tip, facts: Mapping[str, Any], *, by: Actor) -> Entry:
    """Put on the map what a tip tells of; the tip leads there from now on. Twice is once."""
    tip = Tip.objects.select_for_update(of=("self",)).select_related("call", "entry").get(pk=tip.pk)
    demand(_sees(tip.call, by=by), _("You do not work in this house."), error=NotYours)
    if tip.entry is not None:
        return tip.entry
    tip.entry = directory.add_entry(facts, by=by)
    tip.save(update_fields=["entry"])
    record("fieldwork.tip_became_entry", tip.call, by=by)
    return tip.entry


@transaction.atomic
def tip_becomes_key_person(tip: Tip, facts: Mapping[str, Any], *, house: House, agreed: bool, by: Actor) -> KeyPerson:
    """Keep who a tip names, with their agreement. The tip goes, so that they are named in one place only."""
    demand(_sees(tip.call, by=by), _("You do not work in this house."), error=NotYours)
    still = Tip.objects.select_for_update().filter(pk=tip.pk).exists()
    demand(still, _("A colleague made something of this tip already."))
    person = directory.add_key_person(house, facts, agreed=agreed, by=by)
    record("fieldwork.tip_became_key_person", tip.call, by=by)
    tip.delete()
    return person


def forget_tips_about(person: KeyPerson) -> int:
    """Delete the tips near a house that name one of its key people, who leaves the list. Gives how many."""
    near = Tip.objects.filter(call__in=access.calls_near([person.house_id]).values("pk"))
    reaches = [reach for reach in (person.reach, person.send_to) if reach]
    named = [tip.pk for tip in near if rules.names(tip.words, name=person.name, reaches=reaches)]
    return Tip.objects.filter(pk__in=named).delete()[0] if named else 0


def close_old_calls() -> int:
    """Close calls of sixty days ago, and delete those that are closed for a year. Gives how many closed."""
    edge = clock.now() - CALL_STAYS_OPEN
    closed = 0
    for call in Call.objects.filter(closed_on=None, asked_at__lte=edge):
        with transaction.atomic():
            closed += Call.objects.filter(pk=call.pk, closed_on=None).update(closed_on=clock.today())
            record("fieldwork.call_closed", call, by=SYSTEM)
    Call.objects.filter(closed_on__lt=clock.today() - CALL_IS_KEPT).delete()
    return closed


def _sees(call: Call, *, by: Actor) -> bool:
    return access.visible_calls(by.user).filter(pk=call.pk).exists()


def _clean(words: str) -> str:
    said = " ".join(tidy(words).split())
    demand(bool(said), _("Write down at least one word."))
    refuse_bsn(said)
    return said
