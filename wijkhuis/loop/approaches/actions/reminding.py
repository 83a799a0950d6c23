"""Reminding who supports an approach of a date that passed: no owner yet, looking back, looking again."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.messages.actions import Address, write_message
from wijkhuis.base.messages.models import Channel
from wijkhuis.loop.approaches.models import Approach, Draft
from wijkhuis.loop.approaches.rules.standing import date_to_remind_of


@transaction.atomic
def remind(approach: Approach, *, by: Actor = SYSTEM) -> bool:
    """Write the supporter once about a date that passed. Tells whether a message went."""
    approach = Approach.objects.select_for_update(of=("self",)).select_related(*_BESIDE).get(pk=approach.pk)
    due = due_date(approach)
    if due is None or due == approach.reminded_of_on:
        return False
    approach.reminded_of_on = due
    approach.save(update_fields=["reminded_of_on"])
    who = approach.supported_by
    write_message(
        template="approaches/date_passed",
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


_BESIDE = ("theme__house", "supported_by")


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
        on=clock.today(),
    )


def drop_old_drafts() -> int:
    """Forget what nobody went on with for three months."""
    gone, _each = Draft.objects.filter(changed_on__lt=clock.add_months(clock.today(), -3)).delete()
    return gone


@transaction.atomic
def follow_merged_themes() -> int:
    """Let approaches of a theme that was taken in belong to the theme that took it in. Gives how many moved."""
    moved = 0
    for approach in Approach.objects.filter(theme__merged_into__isnull=False).select_related("theme__merged_into"):
        theme = approach.theme
        while theme.merged_into is not None:
            theme = theme.merged_into
        moved += Approach.objects.filter(pk=approach.pk).update(theme=theme)
    return moved
