"""Asking the keeper of an entry whether it is still right, and hearing the answer."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.messages.actions import Address, write_message
from wijkhuis.base.messages.models import Message
from wijkhuis.house.directory import access, queries
from wijkhuis.house.directory.models import Check, Entry
from wijkhuis.house.directory.rules.freshness import ASK_AGAIN_AFTER_DAYS, MOST_ASKED_A_DAY, may_ask
from wijkhuis.house.neighbourhood.models import House

LINK_BYTES = 24


@transaction.atomic
def ask_keeper(entry: Entry, *, by: Actor, house: House | None = None) -> Check:
    """Ask who keeps an entry right whether it still is: somebody of the organisation in a message with a link, a
    colleague on their list. At most one open question an entry; one without an answer is asked again after a month.
    """
    may = by == SYSTEM or access.may_edit_entry(by.user, entry)
    demand(may, _("Only who works in a house keeps the map."), error=NotYours)
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    demand(entry.has_keeper, _("Nobody keeps this right yet. Say first who knows whether it is right."))
    token = secrets.token_urlsafe(LINK_BYTES)
    check = Check.objects.filter(entry=entry, answered_on=None).first() or Check(entry=entry)
    asked_on = check.asked_on if check.pk else None
    demand(may_ask(asked_on=asked_on, today=clock.today()), _("We asked this already. An answer may take a month."))
    check.link_hash, check.asked_on = digest(token), clock.today()
    check.links_said, check.is_pressed = "", False
    check.house = house or queries.house_for(entry, on=clock.today())
    check.save()
    if not entry.keeper_id:
        _write(check, token=token)
    record("directory.keeper_asked", entry, by=by)
    return check


def ask_keepers_of_old_entries() -> int:
    """Ask every keeper about what nobody looked at for half a year, a few a day at most. Gives how many were asked."""
    counts: dict[str, int] = {}
    today = clock.today()
    for entry in queries.entries_to_ask(on=today, asked_before=today - timedelta(days=ASK_AGAIN_AFTER_DAYS)):
        keeper = str(entry.keeper_id or entry.keeper_email.casefold() or entry.keeper_phone)
        if counts.get(keeper, 0) >= MOST_ASKED_A_DAY:
            continue
        try:
            ask_keeper(entry, by=SYSTEM)
            counts[keeper] = counts.get(keeper, 0) + 1
        except RuleBroken:
            # Who cannot be reached is on the list to call; the others are asked all the same.
            continue
    return sum(counts.values())


def find_check(token: str) -> Check | None:
    """The question behind a link, or nothing."""
    known = Check.objects.select_related("entry__neighbourhood", "house").filter(link_hash=digest(token))
    return known.first()


def digest(token: str) -> str:
    """What the database holds of a link; the link has 192 bits of chance, so nobody can guess back."""
    return sha256(token.encode()).hexdigest()


def _write(check: Check, *, token: str) -> None:
    """Put the message in the outbox, by mail or else as a text message: a first name, what it is about, the links."""
    addresses = queries.addresses_of(check.entry)
    written = next((one for to in addresses if (one := _write_to(to, check, token=token))), None)
    demand(written is not None, _("No message can arrive at this address. Call them, or ask for another one."))


def _write_to(to: Address, check: Check, *, token: str) -> Message | None:
    entry, house = check.entry, check.house
    return write_message(
        template="directory/still_right",
        to=to,
        language="nl-informal" if house and house.form_of_address == House.Address.JE else "nl",
        context={
            "first_name": entry.keeper_name.split()[0] if entry.keeper_name else "",
            "house": house.name if house else "",
            "phone": house.phone if house else "",
            "place": entry.name,
            "link": settings.SITE_URL + reverse("directory:check", args=[token]),
        },
        about=check,
        house_id=house.pk if house else None,
    )
