"""Who sees which assignment and which call."""

from django.db.models import Q, QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.house.directory.access import Somebody
from wijkhuis.house.fieldwork.models import Assignment, Call, Finding, Tip
from wijkhuis.house.fieldwork.rules import CALL_CLOSER_KINDS, DOER_KINDS, SUPERVISOR_KINDS
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.access import has_role, house_ids_of
from wijkhuis.house.people.rules import STAFF_KINDS


def visible_assignments(user: Somebody) -> QuerySet[Assignment]:
    """One's own, and for who supervises all of the houses where they work."""
    if not isinstance(user, User):
        return Assignment.objects.none()
    own = Q(done_by=user, house__in=house_ids_of(user, *DOER_KINDS))
    supervised = Q(house__in=house_ids_of(user, *SUPERVISOR_KINDS))
    return Assignment.objects.filter(own | supervised).select_related("house", "done_by", "supervisor")


def visible_findings(user: Somebody) -> QuerySet[Finding]:
    """The findings of assignments that somebody sees."""
    findings = Finding.objects.filter(assignment__in=visible_assignments(user).values("pk"))
    return findings.select_related("assignment__house", "assignment__done_by", "entry")


def may_assign(user: Somebody, house: House | int) -> bool:
    """Whether somebody makes assignments in a house, and goes through what was found there."""
    return isinstance(user, User) and has_role(user, house, *SUPERVISOR_KINDS)


def may_fill_in(user: Somebody, assignment: Assignment) -> bool:
    """Whether somebody may write down what was found: who does it, or a supervisor from their paper."""
    if not isinstance(user, User):
        return False
    is_own = assignment.done_by_id == user.pk and has_role(user, assignment.house_id, *DOER_KINDS)
    return is_own or may_assign(user, assignment.house_id)


def visible_calls(user: Somebody) -> QuerySet[Call]:
    """The calls of one's own houses, and of every house that shares a neighbourhood with them."""
    if not isinstance(user, User):
        return Call.objects.none()
    return calls_near(house_ids_of(user, *STAFF_KINDS)).select_related("house", "asked_by")


def calls_near(house_ids: list[int]) -> QuerySet[Call]:
    """The calls of these houses, and of every house that shares a neighbourhood with one of them."""
    near = House.objects.filter(Q(pk__in=house_ids) | Q(neighbourhoods__houses__pk__in=house_ids))
    return Call.objects.filter(house__in=near.values("pk"))


def visible_tips(user: Somebody) -> QuerySet[Tip]:
    """The answers to calls that somebody sees."""
    return Tip.objects.filter(call__in=visible_calls(user).values("pk")).select_related("call__house", "given_by")


def may_ask(user: Somebody, house: House) -> bool:
    """Whether somebody may ask the colleagues of a house."""
    return isinstance(user, User) and has_role(user, house, *STAFF_KINDS)


def may_close_call(user: Somebody, call: Call) -> bool:
    """Whether somebody may close a call: who asked, or who leads the house."""
    if not isinstance(user, User):
        return False
    return call.asked_by_id == user.pk or has_role(user, call.house_id, *CALL_CLOSER_KINDS)


def may_remove_tip(user: Somebody, tip: Tip) -> bool:
    """Whether somebody may take a tip away: who gave it, and who may close the call."""
    return isinstance(user, User) and (tip.given_by_id == user.pk or may_close_call(user, tip.call))
