"""What waits for somebody, which entries to look at first, and what was learnt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often
from wijkhuis.house.directory.models import Entry, Outcome
from wijkhuis.house.directory.queries import waiting_for
from wijkhuis.house.directory.queries.sentences import all_times_of
from wijkhuis.house.directory.rules.freshness import limits
from wijkhuis.house.fieldwork.access import calls_near, visible_assignments, visible_calls
from wijkhuis.house.fieldwork.models import Assignment, Became, Call, Finding, Tip
from wijkhuis.house.fieldwork.rules import ENTRIES_OFFERED
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.access import house_ids_of
from wijkhuis.house.people.rules import STAFF_KINDS

MOST_CALLS = 30
MOST_ASSIGNMENTS, MOST_READY = 50, 8


def open_calls(user: User) -> QuerySet[Call]:
    """Calls that are open, the newest first, with how many tips there are (`tip_count`) and `is_answered` by them."""
    mine = Tip.objects.filter(call=OuterRef("pk"), given_by=user)
    known = visible_calls(user).filter(closed_on=None)
    return known.annotate(tip_count=Count("tips"), is_answered=Exists(mine)).order_by("-asked_at")[:MOST_CALLS]


def calls_that_wait(user: User) -> int:
    """How many open calls of others somebody did not answer yet; one query."""
    return _unanswered(user_id=user.pk, house_ids=house_ids_of(user, *STAFF_KINDS)).count()


def waits_for(user: User) -> int:
    """The same, and how many entries somebody keeps right that they are asked about; one query."""
    edge = limits(clock.today()).old
    return _waiting(user_id=user.pk, house_ids=house_ids_of(user, *STAFF_KINDS), edge=edge).count()


@asked_often
def _waiting(*, user_id: int, house_ids: list[int], edge: date) -> QuerySet[Any, Any]:
    calls = _calls_without_tip(user_id, house_ids).order_by().values_list("pk")
    return calls.union(waiting_for(user_id, edge=edge).order_by().values_list("pk"), all=True)


@asked_often
def _unanswered(*, user_id: int, house_ids: list[int]) -> QuerySet[Call]:
    return _calls_without_tip(user_id, house_ids).only("pk")


def _calls_without_tip(user_id: int, house_ids: list[int]) -> QuerySet[Call]:
    tips = Tip.objects.filter(call=OuterRef("pk"), given_by=user_id)
    return calls_near(house_ids).filter(closed_on=None).exclude(asked_by=user_id).exclude(Exists(tips))


def my_assignments(user: User) -> QuerySet[Assignment]:
    """What somebody is to do themselves, the first day first."""
    return with_progress(visible_assignments(user).filter(done_by=user, closed_on=None)).order_by("due_on", "pk")


def assignments_ready(user: User, house: House) -> QuerySet[Assignment]:
    """What others did in a house, the newest first."""
    known = visible_assignments(user).filter(house=house, closed_on__isnull=False)
    return with_progress(known).order_by("-made_on", "-pk")[:MOST_ASSIGNMENTS]


def assignments_now(user: User, house: House) -> tuple[list[Assignment], list[Assignment]]:
    """What others do in a house, the newest first, and what was ready last; one query."""
    known = with_progress(visible_assignments(user).filter(house=house))
    last = known.order_by(F("closed_on").desc(nulls_first=True), "-made_on", "-pk")[: MOST_ASSIGNMENTS + MOST_READY]
    return [one for one in last if not one.closed_on], [one for one in last if one.closed_on][:MOST_READY]


def cards_of(assignment: Assignment) -> list[Finding]:
    """Everything there is to find out, each with `times_said`; two queries."""
    findings = list(assignment.findings.select_related("entry__neighbourhood").prefetch_related("entry__times"))
    for one in findings:
        one.times_said = all_times_of(one.entry) if one.entry else ()
    return findings


def with_progress(assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """With `asked`, `found` and `waiting` (found, and nobody went through it)."""
    return assignments.annotate(
        asked=Count("findings"),
        found=Count("findings", filter=Q(findings__found_on__isnull=False)),
        waiting=Count("findings", filter=Q(findings__found_on__isnull=False, findings__accepted_on=None)),
    )


def stalest_entries(house: House) -> QuerySet[Entry]:
    """Published entries of the neighbourhoods of a house and those it took up, the longest unverified first.

    What is in an assignment under way is left out.
    """
    under_way = Finding.objects.filter(entry=OuterRef("pk"), accepted_on=None, assignment__closed_on=None)
    known = Entry.objects.of_house(house).filter(~Exists(under_way), is_published=True)
    return known.order_by(F("verified_on").asc(nulls_first=True), "added_on", "pk")[:ENTRIES_OFFERED]


@dataclass(frozen=True)
class Learnt:
    """What came out of an assignment: numbers, and the words to remember."""

    findings: Sequence[Finding]

    @property
    def found(self) -> int:
        """How much was filled in."""
        return sum(one.is_found for one in self.findings)

    @property
    def right(self) -> int:
        """How many entries were still right."""
        return self._outcomes(Outcome.RIGHT)

    @property
    def changed(self) -> int:
        """How many entries were different."""
        return self._outcomes(Outcome.CHANGED)

    @property
    def gone(self) -> int:
        """How many entries are no longer there."""
        return self._outcomes(Outcome.GONE)

    @property
    def new(self) -> int:
        """How many entries came on the map."""
        return sum(one.became == Became.ENTRY for one in self.findings)

    @property
    def fresh(self) -> int:
        """How many entries of the map are fresh because of it."""
        made_fresh = {Became.VERIFIED, Became.CORRECTED, Became.ENTRY}
        return len({one.entry_id for one in self.findings if one.became in made_fresh and one.outcome != Outcome.GONE})

    @property
    def words(self) -> list[Finding]:
        """What was written down and accepted, to read aloud."""
        return [one for one in self.findings if one.note and one.accepted_on]

    def _outcomes(self, outcome: str) -> int:
        return sum(one.outcome == outcome for one in self.findings if one.is_found)


def learnt_over(assignments: Sequence[Assignment]) -> Learnt:
    """Everything that was found in several assignments; one query."""
    found = Finding.objects.filter(assignment__in=[one.pk for one in assignments]).select_related("entry", "assignment")
    return Learnt(list(found))


def learnt_from(assignment: Assignment) -> Learnt:
    """Everything that was found in an assignment; one query."""
    return Learnt(list(assignment.findings.select_related("entry")))
