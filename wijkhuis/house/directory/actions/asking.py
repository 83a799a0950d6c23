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
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.base.messages.actions import Address, withdraw_messages, write_message
from wijkhuis.base.messages.models import Channel
from wijkhuis.house.directory import access, queries
from wijkhuis.house.directory.actions.indexing import index_entries
from wijkhuis.house.directory.actions.verifying import LONGEST_NOTE, write_verification
from wijkhuis.house.directory.models import Check, Entry, Outcome, Verification
from wijkhuis.house.directory.rules.freshness import ASK_AGAIN_AFTER_DAYS, MOST_ASKED_A_DAY, may_ask, may_take_back
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
    knows = bool(entry.keeper_id or entry.keeper_email)
    demand(knows, _("Nobody keeps this right yet. Say first who knows whether it is right."))
    token = secrets.token_urlsafe(LINK_BYTES)
    check = Check.objects.filter(entry=entry, answered_on=None).first() or Check(entry=entry)
    asked_on = check.asked_on if check.pk else None
    demand(may_ask(asked_on=asked_on, today=clock.today()), _("We asked this already. An answer may take a month."))
    check.link_hash, check.asked_on = digest(token), clock.today()
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
        keeper = str(entry.keeper_id or entry.keeper_email.casefold())
        if counts.get(keeper, 0) >= MOST_ASKED_A_DAY:
            continue
        try:
            ask_keeper(entry, by=SYSTEM)
            counts[keeper] = counts.get(keeper, 0) + 1
        except RuleBroken:
            # An address that no longer works is shown in the office; the others are asked all the same.
            continue
    return sum(counts.values())


def find_check(token: str) -> Check | None:
    """The question behind a link, or nothing."""
    known = Check.objects.select_related("entry__neighbourhood", "house").filter(link_hash=digest(token))
    return known.first()


@transaction.atomic
def answer_check(check: Check, *, outcome: str, by: Actor) -> Check:
    """Keep the answer of the keeper. The same answer again changes nothing; another answer takes the place of it."""
    demand(outcome in Outcome.values, _("Choose what you found."))
    check = _locked(check)
    if check.outcome == outcome:
        return check
    if check.answered_on is not None:
        _take_back(check)
    entry = check.entry
    check.verified_before = entry.verified_on
    how = Verification.How.OWNER
    check.verification = write_verification(entry, how=how, outcome=outcome, by=by, note=check.note)
    check.answered_on, check.outcome = clock.today(), outcome
    check.save()
    withdraw_messages(about=check)
    return check


@transaction.atomic
def tell_difference(check: Check, *, words: str, by: Actor) -> Check:
    """Keep in one line what is different, beside an answer that asks for work."""
    check = _locked(check)
    demand(check.outcome in (Outcome.CHANGED, Outcome.GONE), _("Choose what you found."))
    demand(_may_regret(check), _("We already worked on your answer. Call us when something is different."))
    said = tidy(words)[:LONGEST_NOTE]
    refuse_bsn(said)
    check.note = said
    check.save(update_fields=["note"])
    if check.verification_id:
        Verification.objects.filter(pk=check.verification_id).update(note=said)
    record("directory.check_explained", check, by=by)
    return check


@transaction.atomic
def take_back_answer(check: Check, *, by: Actor) -> Check:
    """Act as if the keeper had not answered yet."""
    check = _locked(check)
    if check.answered_on is None:
        return check
    _take_back(check)
    record("directory.check_taken_back", check, by=by)
    return check


def digest(token: str) -> str:
    """What the database holds of a link; the link has 192 bits of chance, so nobody can guess back."""
    return sha256(token.encode()).hexdigest()


def _take_back(check: Check) -> None:
    demand(_may_regret(check), _("We already worked on your answer. Call us when something is different."))
    asked_since = Check.objects.filter(entry=check.entry, answered_on=None).exists()
    demand(not asked_since, _("We asked you this again since. Please answer the newest message."))
    entry, told = check.entry, check.verification
    check.answered_on, check.outcome, check.note, check.verification = None, "", "", None
    check.save()
    if told is None:
        return
    told.delete()
    others = entry.verifications.filter(outcome=Outcome.RIGHT, on__gte=told.on).exists()
    if told.outcome == Outcome.RIGHT and entry.verified_on == told.on and not others:
        entry.verified_on = check.verified_before
        entry.save(update_fields=["verified_on"])
        index_entries([entry.pk])


def _may_regret(check: Check) -> bool:
    return may_take_back(answered_on=check.answered_on, is_done=check.is_done, today=clock.today())


def _locked(check: Check) -> Check:
    return Check.objects.select_for_update(of=("self",)).select_related("entry", "house").get(pk=check.pk)


def _write(check: Check, *, token: str) -> None:
    """Put the message in the outbox: a first name, what it is about, and the link."""
    entry, house = check.entry, check.house
    written = write_message(
        template="directory/still_right",
        to=Address(Channel.EMAIL, entry.keeper_email),
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
    demand(written is not None, _("This e-mail address no longer works. Ask for another one."))
