"""Who is in the house on which day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners import access
from wijkhuis.house.partners.actions.holding import hold_professional
from wijkhuis.house.partners.models import Attendance, AttendanceChange, Partnership, Professional


@dataclass(frozen=True)
class Hours:
    """From when until when on one day of the week (0 is Monday)."""

    weekday: int
    starts_at: time
    ends_at: time


@transaction.atomic
def set_attendance(professional: Professional, *, house: House, week: Iterable[Hours], by: Actor) -> None:
    """Keep on which days of the week somebody is in a house, instead of what was known."""
    allowed = access.may_set_days(by.user, professional, house)
    demand(allowed, _("Only they themselves or the coordinator change this."), error=NotYours)
    hours = list(week)
    _demand_works_with(professional, house)
    demand(all(0 <= day.weekday <= 6 for day in hours), _("There are seven days in a week."))
    demand(all(day.starts_at < day.ends_at for day in hours), _("The end of the day comes after its beginning."))
    hold_professional(professional)
    Attendance.objects.filter(professional=professional, house=house).delete()
    Attendance.objects.bulk_create(
        Attendance(
            professional=professional, house=house, weekday=day.weekday, starts_at=day.starts_at, ends_at=day.ends_at
        )
        for day in hours
    )
    record("partners.attendance_set", professional, by=by)


@transaction.atomic
def say_attendance_change(
    professional: Professional, *, house: House, on: date, is_here: bool, by: Actor
) -> AttendanceChange:
    """Say that somebody is, or is not, in the house on one day; the last word counts."""
    if by.user is None or not access.may_say_who_is_here(by.user, professional, house):
        raise NotYours(_("You do not work in this house."))
    _demand_works_with(professional, house)
    demand(on >= clock.today(), _("That day is over."))
    change, _made = AttendanceChange.objects.update_or_create(
        professional=professional, house=house, on=on, defaults={"is_here": is_here, "said_by": by.user}
    )
    record("partners.attendance_changed", professional, by=by)
    return change


def _demand_works_with(professional: Professional, house: House) -> None:
    ties = Partnership.objects.filter(partner=professional.partner_id, house=house, ended_on=None)
    demand(professional.left_on is None and ties.exists(), _("This partner does not work with this house."))
