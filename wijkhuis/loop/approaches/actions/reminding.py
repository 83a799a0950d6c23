"""Reminding of a date of an approach that passed: no owner yet, a step, a promise, looking back, looking again."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.messages.actions import Address, write_message
from wijkhuis.base.messages.models import Channel
from wijkhuis.house.people.access import has_role
from wijkhuis.house.people.rules import STAFF_KINDS
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.models import Approach, Draft
from wijkhuis.loop.approaches.rules.standing import date_to_remind_of


@transaction.atomic
def remind(approach: Approach, *, by: Actor = SYSTEM) -> bool:
    """Write once about a date that passed: to the owner when it is a step, else to who supports it. Tells whether."""
    approach = Approach.objects.select_for_update(of=("self",)).select_related(*_BESIDE).get(pk=approach.pk)
    due = due_date(approach)
    if due is None or due == approach.reminded_of_on:
        return False
    approach.reminded_of_on = due
    approach.save(update_fields=["reminded_of_on"])
    is_step = due == _late_step(approach)
    who = _who_hears(approach, is_step=is_step)
    write_message(
        template="approaches/step_passed" if is_step else "approaches/date_passed",
        to=Address(Channel.EMAIL, who.email),
        language=who.language,
        context={
            "first_name": who.first_name,
            "house": approach.theme.house.name,
            "date": due,
            "link": settings.SITE_URL + reverse("approaches:approach", args=[approach.pk]),
        },
        about=approach,
        house_id=approach.theme.house_id,
    )
    record("approaches.reminded", approach, by=by)
    return True


_BESIDE = ("theme__house__first_holder", "supported_by", "owner")


def due_date(approach: Approach) -> date | None:
    """The last date of an approach that passed while nothing was done."""
    return date_to_remind_of(
        has_owner=approach.has_owner,
        owner_by_on=approach.owner_by_on,
        looked_back_on=approach.looked_back_on,
        comes_back_on=approach.comes_back_on,
        second_look_due_on=approach.second_look_due_on,
        second_looked_on=approach.second_looked_on,
        ended_on=approach.ended_on,
        step_by_on=_late_step(approach),
        promise_by_on=_late_promise(approach),
        on=clock.today(),
    )


def _who_hears(approach: Approach, *, is_step: bool) -> User:
    owns = approach.owner
    if is_step and owns and owns.is_active and access.may_see_joiners(owns, approach):
        return owns
    house, helps = approach.theme.house, approach.supported_by
    # Who left the house cannot help any more: then the house itself must know.
    return helps if helps.is_active and has_role(helps, house, *STAFF_KINDS) else house.first_holder or helps


def _late_step(approach: Approach) -> date | None:
    late = approach.steps.filter(done_on=None, removed_on=None, by_on__lt=clock.today()).order_by("-by_on")
    return late.values_list("by_on", flat=True).first()


def _late_promise(approach: Approach) -> date | None:
    late = approach.pledges.there().filter(kept_on=None, by_on__lt=clock.today()).order_by("-by_on")
    return late.values_list("by_on", flat=True).first()


def drop_old_drafts() -> int:
    """Forget what nobody went on with for three months."""
    gone, _each = Draft.objects.filter(changed_on__lt=clock.add_months(clock.today(), -3)).delete()
    return gone
