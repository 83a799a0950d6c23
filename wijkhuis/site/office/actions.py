"""Looking after houses: their settings, their hours, and the city they stand in."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkhuis.base import clock
from wijkhuis.base.accounts.actions import deactivate_user, invite_user
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.messages.actions import switch_on_address
from wijkhuis.base.messages.models import DeadAddress
from wijkhuis.house.neighbourhood.actions import find_point_of
from wijkhuis.house.neighbourhood.models import ClosedDay, District, House, Neighbourhood, OpeningHours, Place
from wijkhuis.house.people.access import is_administrator, may_manage_house
from wijkhuis.house.people.actions import give_role
from wijkhuis.house.people.models import Role
from wijkhuis.house.people.rules import needs_second_factor
from wijkhuis.loop.desk.actions import end_role_and_pass_on
from wijkhuis.loop.signals.actions import end_seat_of_work, end_seats_of
from wijkhuis.site.office.access import may_close_account

CLOSED_ELSEWHERE = gettext_lazy("This person also works somewhere else. Ask the administrator of the city to do this.")
SETTINGS = (
    "phone",
    "email",
    "welcome",
    "form_of_address",
    "handover_days",
    "follow_up_days",
    "unseen_days",
    "keep_months",
    "takes_web_questions",
    "first_holder",
    "emergency_numbers",
    "governance",
)


@transaction.atomic
def change_settings(house: House, *, settings: Mapping[str, Any], by: Actor) -> House:
    """Change how a house works, within the bounds the fields set."""
    _demand_manager(house, by)
    for name in SETTINGS:
        if name in settings:
            setattr(house, name, settings[name])
    _keep(house)
    record("office.settings_changed", house, by=by)
    return house


@transaction.atomic
def set_opening_hours(place: Place, *, hours: Iterable[tuple[int, time, time]], by: Actor) -> None:
    """Replace the week of a place by these hours: (weekday from Monday = 0, opens, closes)."""
    _demand_manager(place.house, by)
    week = [OpeningHours(place=place, weekday=day, opens_at=opens, closes_at=closes) for day, opens, closes in hours]
    for row in week:
        demand(row.opens_at < row.closes_at, _("The closing time comes after the opening time."))
    # Saved twice at once, the second week takes the place of the first.
    Place.objects.select_for_update(no_key=True).get(pk=place.pk)
    place.opening_hours.all().delete()
    OpeningHours.objects.bulk_create(week)
    record("office.hours_changed", place.house, by=by)


@transaction.atomic
def close_on(house: House, *, on: date, why: str, by: Actor) -> ClosedDay:
    """Close the house on one day."""
    _demand_manager(house, by)
    closed, _made = ClosedDay.objects.update_or_create(house=house, on=on, defaults={"why": why})
    record("office.day_closed", house, by=by)
    return closed


@transaction.atomic
def open_again_on(closed: ClosedDay, *, by: Actor) -> None:
    """Take a closed day back."""
    _demand_manager(closed.house, by)
    closed.delete()
    record("office.day_opened", closed.house, by=by)


@transaction.atomic
def end_role(role: Role, *, to: User | None, by: Actor) -> int:
    """Somebody stops: what they hold goes to who is named, and with the last role in a house the seat of their work."""
    number = end_role_and_pass_on(role, to=to, by=by)
    if role.house and not Role.objects.active(on=clock.today()).filter(user=role.user, house=role.house).exists():
        end_seat_of_work(role.user, house=role.house, by=by)
    return number


@transaction.atomic
def close_account(user: User, *, heirs: Mapping[int, User | None], by: Actor) -> None:
    """Somebody leaves for good: every role ends, what they hold goes to the heir of each house, the account closes."""
    roles = list(Role.objects.active(on=clock.today()).filter(user=user).select_related("user", "house"))
    demand(by.user is not None and may_close_account(by.user, roles), str(CLOSED_ELSEWHERE), error=NotYours)
    for role in roles:
        end_role_and_pass_on(role, to=heirs.get(role.house_id or 0), by=by)
    end_seats_of(user, by=by)
    deactivate_user(user, by=by.user)
    record("office.account_closed", user, by=by)


@transaction.atomic
def revive_address(address: DeadAddress, *, by: Actor) -> None:
    """Write to an address again that was switched off, because somebody says that it works."""
    house = House.objects.filter(pk=address.house_id or 0).first()
    if house is None:
        raise NotYours(_("Ask the manager of the house to do this."))
    _demand_manager(house, by)
    record("office.address_revived", address, by=by)
    switch_on_address(address)


@transaction.atomic
def invite(
    house: House | None, *, email: str, first_name: str, last_name: str, function: str, kind: str, by: Actor
) -> User:
    """Invite somebody to work in a house, or for the city; who has an account already only gets the role."""
    if house is None:
        _demand_administrator(by)
    else:
        _demand_manager(house, by)
    user = invite_user(
        email=email,
        first_name=first_name,
        last_name=last_name,
        function=function,
        needs_second_factor=needs_second_factor({kind}),
        by=by.user,
    )
    give_role(user, kind=kind, house=house, by=by)
    return user


@transaction.atomic
def keep_house(house: House, *, place: Place, neighbourhoods: Iterable[Neighbourhood], by: Actor) -> House:
    """Open a new house in the city, or change its name, place and neighbourhoods."""
    _demand_administrator(by)
    _keep(house)
    place.house = house
    _keep(place)
    find_point_of(place)
    house.neighbourhoods.set(neighbourhoods)
    record("office.house_kept", house, by=by)
    return house


@transaction.atomic
def keep_part_of_city(part: District | Neighbourhood, *, by: Actor) -> None:
    """Keep a district or a neighbourhood."""
    _demand_administrator(by)
    _keep(part)
    record("office.city_changed", part, by=by)


def _keep(record_: models.Model) -> None:
    try:
        record_.full_clean()
    except ValidationError as error:
        raise RuleBroken(" ".join(error.messages), status=400) from error
    record_.save()


def _demand_manager(house: House, by: Actor) -> None:
    allowed = by.user is not None and may_manage_house(by.user, house)
    demand(allowed, _("Ask the manager of the house to do this."), error=NotYours)


def _demand_administrator(by: Actor) -> None:
    allowed = by.user is not None and is_administrator(by.user)
    demand(allowed, _("Ask the administrator of the city to do this."), error=NotYours)
