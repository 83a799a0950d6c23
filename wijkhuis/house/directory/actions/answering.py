"""What the keeper of an entry answers: by the link of an answer, by a button, in one line, and taken back."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.base.messages.actions import withdraw_messages
from wijkhuis.base.messages.queries import last_sent_at
from wijkhuis.house.directory.actions.indexing import index_entries
from wijkhuis.house.directory.actions.verifying import LONGEST_NOTE, write_verification
from wijkhuis.house.directory.models import Check, LinksSaid, Outcome, Verification
from wijkhuis.house.directory.rules.freshness import link_may_answer, may_take_back


@transaction.atomic
def answer_check(check: Check, *, outcome: str, by: Actor) -> Check:
    """Keep the answer that a button gave. The same again changes nothing; another one takes the place of it."""
    demand(outcome in Outcome.values, _("Choose what you found."))
    check = _locked(check)
    check.is_pressed = True
    return _keep(check, outcome=outcome, by=by)


@transaction.atomic
def answer_by_link(check: Check, *, outcome: str, by: Actor) -> Check:
    """Keep the answer of which somebody opened the link, as if they had pressed its button.

    A program that looks through a mailbox opens both links, most of them at once: then neither of them counts.
    """
    check = _locked(check)
    if not link_speaks(check, outcome):
        return check
    if check.links_said not in ("", outcome):
        return _doubt(check, by=by)
    check.links_said = outcome
    check.save(update_fields=["links_said"])
    now = clock.now()
    may = link_may_answer(sent_at=last_sent_at(check, otherwise=now), now=now)
    return _keep(check, outcome=outcome, by=by) if may else check


def link_speaks(check: Check, outcome: str) -> bool:
    """Whether the link of an answer still says something: nobody pressed a button, and it says something new."""
    is_open = check.answered_on is None or (check.outcome != outcome and _may_regret(check))
    return is_open and not check.is_pressed and outcome in LinksSaid.values and check.links_said != LinksSaid.BOTH


@transaction.atomic
def tell_difference(check: Check, *, words: str, by: Actor) -> Check:
    """Keep in one line what is different, beside an answer that asks for work."""
    check = _locked(check)
    demand(check.outcome in (Outcome.CHANGED, Outcome.GONE), _("Choose what you found."))
    demand(_may_regret(check), _("We already worked on your answer. Call us when something is different."))
    said = tidy(words)[:LONGEST_NOTE]
    refuse_bsn(said)
    check.note, check.is_pressed = said, True
    check.save(update_fields=["note", "is_pressed"])
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
    check.is_pressed = True
    _take_back(check)
    record("directory.check_taken_back", check, by=by)
    return check


def _keep(check: Check, *, outcome: str, by: Actor) -> Check:
    if check.outcome == outcome:
        check.save(update_fields=["is_pressed"])
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


def _doubt(check: Check, *, by: Actor) -> Check:
    """Both links were opened: from now on only a button answers."""
    check.links_said = LinksSaid.BOTH
    if check.answered_on is not None:
        _take_back(check)
        record("directory.check_doubted", check, by=by)
    check.save(update_fields=["links_said"])
    return check


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
