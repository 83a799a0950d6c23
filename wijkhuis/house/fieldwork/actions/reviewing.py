"""Going through what was found: taken over as known, as a correction, as a new entry or as a note; and taken back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.directory import access as map_access
from wijkhuis.house.directory import actions as directory
from wijkhuis.house.directory.models import Entry, Outcome, Verification
from wijkhuis.house.fieldwork import access
from wijkhuis.house.fieldwork.models import Assignment, Became, Finding


@transaction.atomic
def accept_finding(finding: Finding, *, became: str, by: Actor) -> Finding:
    """Take over what was found. VERIFIED says what the finding says, CORRECTED that the entry is right now that a
    colleague mended it, NOTE that it is good to know. Twice is once.
    """
    finding = _locked(finding, by=by)
    if finding.accepted_on:
        return finding
    demand(finding.is_found, _("Nothing was found here yet."))
    demand(became in (Became.VERIFIED, Became.CORRECTED, Became.NOTE), _("Choose what to do with this."))
    if became != Became.NOTE:
        demand(finding.entry is not None, _("This is about no entry of the map."))
        outcome = Outcome.RIGHT if became == Became.CORRECTED else finding.outcome
        _verify(finding, outcome=outcome, by=by)
    return _keep(finding, became=became, by=by)


@transaction.atomic
def accept_all_right(assignment: Assignment, *, by: Actor) -> int:
    """Take over everything that is still right, in one tap. Gives how many."""
    waiting = assignment.findings.filter(outcome=Outcome.RIGHT, accepted_on=None).exclude(found_on=None)
    for finding in waiting:
        accept_finding(finding, became=Became.VERIFIED, by=by)
    return len(waiting)


@transaction.atomic
def finding_becomes_entry(finding: Finding, facts: Mapping[str, Any], *, by: Actor) -> Entry:
    """Put on the map what somebody found; known to be right from today. Twice is once."""
    finding = _locked(finding, by=by)
    if finding.became == Became.ENTRY and finding.entry:
        return finding.entry
    demand(finding.is_found and finding.entry is None, _("Nothing was found here yet."))
    finding.entry = directory.add_entry(facts, by=by)
    _verify(finding, outcome=Outcome.RIGHT, by=by)
    _keep(finding, became=Became.ENTRY, by=by)
    return finding.entry


@transaction.atomic
def take_back_acceptance(finding: Finding, *, by: Actor) -> None:
    """As if nobody had taken it over: what is known of the entry is again what was known before."""
    finding = _locked(finding, by=by)
    demand(finding.became != Became.ENTRY, _("This is on the map now. Take it off the map there."))
    if finding.verification is not None and finding.entry is not None:
        _unverify(finding, by=by)
    finding.accepted_on, finding.became, finding.verified_before = None, "", None
    finding.save(update_fields=["accepted_on", "became", "verification", "verified_before"])
    record("fieldwork.acceptance_taken_back", finding.assignment, by=by)


def _verify(finding: Finding, *, outcome: str, by: Actor) -> None:
    entry = finding.entry
    assert entry is not None
    finding.verified_before = entry.verified_on
    finding.verification = directory.verify_entry(
        entry, how=Verification.How.STUDENT, outcome=outcome, note=finding.note, on=finding.found_on, by=by
    )


def _unverify(finding: Finding, *, by: Actor) -> None:
    entry, verification = finding.entry, finding.verification
    assert entry is not None
    assert verification is not None
    if verification.outcome == Outcome.GONE and not entry.is_published and map_access.may_manage_map(by.user):
        directory.return_entry(entry, by=by)
    if verification.outcome == Outcome.RIGHT and entry.verified_on == verification.on:
        _known_on(entry, finding.verified_before)
    finding.verification = None
    verification.delete()


def _known_on(entry: Entry, day: Any) -> None:
    entry.verified_on = day
    entry.save(update_fields=["verified_on"])
    directory.index_entries([entry.pk])


def _locked(finding: Finding, *, by: Actor) -> Finding:
    known = Finding.objects.select_for_update(of=("self",)).select_related("assignment", "entry", "verification")
    fresh = known.get(pk=finding.pk)
    allowed = access.may_assign(by.user, fresh.assignment.house_id)
    demand(allowed, _("This is not your assignment."), error=NotYours)
    return fresh


def _keep(finding: Finding, *, became: str, by: Actor) -> Finding:
    finding.became, finding.accepted_on = became, clock.today()
    finding.save(update_fields=["entry", "became", "accepted_on", "verification", "verified_before"])
    record("fieldwork.finding_accepted", finding.assignment, by=by, reason=became)
    return finding
