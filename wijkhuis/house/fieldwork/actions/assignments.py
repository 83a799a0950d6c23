"""Assignments: made in a minute, filled in on the way, handed to somebody else, stopped or closed."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory.models import Entry, Outcome
from wijkhuis.house.fieldwork import access, rules
from wijkhuis.house.fieldwork.models import Assignment, Finding
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.access import has_role


@transaction.atomic
def make_assignment(
    house: House,
    *,
    kind: str,
    title: str,
    due_on: date,
    by: Actor,
    explanation: str = "",
    entries: Iterable[Entry] = (),
    done_by: User | None = None,
    done_by_name: str = "",
    supervisor: User | None = None,
) -> Assignment:
    """Give somebody something to find out: entries to look at, a place to visit, or three talks."""
    demand(access.may_assign(by.user, house), _("Ask a host or the coordinator of your house."), error=NotYours)
    assert by.user is not None
    leads = supervisor or by.user
    demand(access.may_assign(leads, house), _("This colleague does not work in this house."))
    demand(due_on >= clock.today(), _("Choose a day that is still to come."))
    assignment = Assignment(
        house=house,
        kind=kind,
        title=_harmless(title),
        explanation=_harmless(explanation),
        supervisor=leads,
        made_on=clock.today(),
        due_on=due_on,
    )
    _give_to(assignment, done_by=done_by, done_by_name=done_by_name)
    assignment.full_clean()
    assignment.save()
    Finding.objects.bulk_create(_findings(assignment, list(entries)))
    record("fieldwork.assignment_made", assignment, by=by)
    return assignment


@transaction.atomic
def fill_in(finding: Finding, *, outcome: str = "", note: str = "", by: Actor) -> Finding:
    """Keep what was found, per card and at once. Sent twice is kept once; it can be changed until it is accepted."""
    finding = Finding.objects.select_for_update(of=("self",)).select_related("assignment").get(pk=finding.pk)
    assignment = finding.assignment
    demand(access.may_fill_in(by.user, assignment), _("This is the assignment of somebody else."), error=NotYours)
    demand(assignment.closed_on is None, _("This assignment is ready. Tell your supervisor what you found."))
    said = _harmless(note)
    if (finding.outcome, finding.note) == (outcome, said) and finding.found_on:
        return finding
    demand(finding.accepted_on is None, _("Somebody went through this already. Tell them what is different."))
    demand(not finding.entry_id or outcome in Outcome.values, _("Choose what you found."))
    demand(bool(finding.entry_id) or bool(said), _("Write down at least one word."))
    finding.outcome, finding.note = outcome if finding.entry_id else "", said
    finding.found_on = clock.today()
    finding.save(update_fields=["outcome", "note", "found_on"])
    record("fieldwork.finding_filled_in", assignment, by=by)
    return finding


@transaction.atomic
def hand_over_assignment(
    assignment: Assignment, *, done_by: User | None, done_by_name: str, due_on: date, by: Actor
) -> None:
    """Let somebody else do it; what was found stays."""
    _demand_supervisor(assignment, by=by)
    demand(due_on >= clock.today(), _("Choose a day that is still to come."))
    _give_to(assignment, done_by=done_by, done_by_name=done_by_name)
    assignment.due_on = due_on
    assignment.save(update_fields=["done_by", "done_by_name", "due_on"])
    record("fieldwork.assignment_handed_over", assignment, by=by)


@transaction.atomic
def stop_assignment(assignment: Assignment, *, by: Actor) -> None:
    """Stop; what was not looked at is open for another assignment."""
    _demand_supervisor(assignment, by=by)
    assignment.findings.filter(found_on=None).delete()
    assignment.closed_on = clock.today()
    assignment.save(update_fields=["closed_on"])
    record("fieldwork.assignment_stopped", assignment, by=by)


@transaction.atomic
def close_assignment(assignment: Assignment, *, learnt: str, by: Actor) -> None:
    """Close it with what was learnt, for who did it and for the class; the words can be changed later."""
    demand(access.may_assign(by.user, assignment.house), _("This is not your assignment."), error=NotYours)
    assignment.learnt = _harmless(learnt)
    assignment.closed_on = assignment.closed_on or clock.today()
    assignment.save(update_fields=["learnt", "closed_on"])
    record("fieldwork.assignment_closed", assignment, by=by)


def forget_old_assignments() -> int:
    """Delete assignments that were closed, or had to be ready, a year ago: names of students and what was said in talks
    go with them, the map keeps what it learnt. Gives how many.
    """
    edge = clock.today() - rules.ASSIGNMENT_IS_KEPT
    is_over = Q(closed_on__lt=edge) | Q(closed_on=None, due_on__lt=edge)
    return Assignment.objects.filter(is_over).delete()[1].get(Assignment._meta.label, 0)


def _demand_supervisor(assignment: Assignment, *, by: Actor) -> None:
    demand(access.may_assign(by.user, assignment.house), _("This is not your assignment."), error=NotYours)
    demand(assignment.closed_on is None, _("This assignment is closed already."))


def _give_to(assignment: Assignment, *, done_by: User | None, done_by_name: str) -> None:
    name = tidy(done_by_name)
    demand(done_by is not None or bool(name), _("Choose a colleague, or fill in a first name."))
    works_here = done_by is None or has_role(done_by, assignment.house_id, *rules.DOER_KINDS)
    demand(works_here, _("This colleague does not work in this house."))
    assignment.done_by, assignment.done_by_name = done_by, "" if done_by else name


def _findings(assignment: Assignment, entries: list[Entry]) -> list[Finding]:
    looked_at = [Finding(assignment=assignment, entry=entry) for entry in entries]
    if assignment.kind == Assignment.Kind.CHECK:
        demand(bool(entries), _("Choose at least one entry to look at."))
        return looked_at
    if assignment.kind == Assignment.Kind.VISIT:
        return [*looked_at, *(Finding(assignment=assignment, asks=str(asks)) for asks in rules.VISIT)]
    numbers = range(1, rules.TALKS + 1)
    return [Finding(assignment=assignment, asks=_("Talk %(number)s") % {"number": number}) for number in numbers]


def _harmless(words: str) -> str:
    said = tidy(words)
    refuse_bsn(said)
    return said
