"""Whether an entry is still right: what colleagues know, and who keeps it right."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.words import tidy
from wijkhuis.base.messages.actions import withdraw_messages
from wijkhuis.house.directory import access
from wijkhuis.house.directory.actions.entries import retire_entry
from wijkhuis.house.directory.actions.undoing import remember_look
from wijkhuis.house.directory.actions.verifying import close_checks, write_verification
from wijkhuis.house.directory.models import Check, Entry, Outcome, Verification


@transaction.atomic
def verify_entry(
    entry: Entry, *, how: str, outcome: str, by: Actor, note: str = "", on: date | None = None
) -> Verification:
    """Write down what a colleague found on a day (today). Right: known from then on. Gone: off the map, or a manager
    decides. Different: stays on the map until somebody corrects it.
    """
    allowed = access.may_edit_entry(by.user, entry)
    demand(allowed, _("Only who works in a house keeps the map."), error=NotYours)
    demand(how in Verification.How.values and outcome in Outcome.values, _("Choose what you found."))
    known_before, was_published = entry.verified_on, entry.is_published
    made = write_verification(entry, how=how, outcome=outcome, by=by, note=note, on=on)
    closed = close_checks(entry, outcome=outcome, by=by)
    if outcome == Outcome.GONE and entry.is_published and access.may_manage_map(by.user):
        retire_entry(entry, by=by)
    if how != Verification.How.STUDENT:
        # What a student found is taken back where it was taken over.
        remember_look(entry, made, known_before=known_before, was_published=was_published, closed=closed, by=by)
    return made


@transaction.atomic
def set_keeper(
    entry: Entry, *, colleague: User | None = None, name: str = "", email: str = "", phone: str = "", by: Actor
) -> None:
    """Say who keeps an entry right: a colleague, somebody of the organisation by mail or phone, or nobody."""
    allowed = access.may_edit_entry(by.user, entry)
    demand(allowed, _("Only who works in a house keeps the map."), error=NotYours)
    demand(
        colleague is None or not (email or phone), _("Choose a colleague, or somebody of the organisation. Not both.")
    )
    demand(colleague is None or access.may_keep_map(colleague), _("This colleague does not work in a house."))
    entry.keeper = colleague
    entry.keeper_name = "" if colleague else tidy(name)
    entry.keeper_email = "" if colleague else Entry._meta.get_field("keeper_email").clean(email.strip(), entry)
    entry.keeper_phone = "" if colleague else Entry._meta.get_field("keeper_phone").clean(tidy(phone), entry)
    entry.save(update_fields=["keeper", "keeper_name", "keeper_email", "keeper_phone"])
    # The question that was on its way went to somebody else.
    Check.objects.filter(entry=entry, answered_on=None).delete()
    record("directory.keeper_set", entry, by=by)


@transaction.atomic
def forget_keeper(entry: Entry, *, by: Actor) -> None:
    """Somebody of the organisation wants to be forgotten: name, mail and number go, with what they were asked and said.

    Who calls this checked who may.
    """
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    entry.keeper_name = entry.keeper_email = entry.keeper_phone = ""
    entry.save(update_fields=["keeper_name", "keeper_email", "keeper_phone"])
    for check in Check.objects.filter(entry=entry):
        withdraw_messages(about=check)
    Check.objects.filter(entry=entry, answered_on=None).delete()
    Check.objects.filter(entry=entry).update(note="")
    record("directory.keeper_forgotten", entry, by=by)


@transaction.atomic
def finish_check(check: Check, *, by: Actor) -> None:
    """A colleague did what the answer of the keeper asked for."""
    allowed = access.may_edit_entry(by.user, check.entry)
    demand(allowed, _("Only who works in a house keeps the map."), error=NotYours)
    Check.objects.filter(pk=check.pk).update(is_done=True)
    record("directory.check_finished", check, by=by)
