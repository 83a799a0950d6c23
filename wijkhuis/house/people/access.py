"""Who somebody is in which house."""

from datetime import date

from django.db.models import Q, QuerySet

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people import rules
from wijkhuis.house.people.models import Household, Role


def roles_of(user: User) -> list[Role]:
    """The roles somebody has today; asked of the database once per request."""
    if not user.is_authenticated:
        return []
    known: list[Role] | None = getattr(user, "_roles_today", None)
    if known is None:
        known = list(_roles_on(clock.today(), user_id=user.pk))
        user._roles_today = known  # type: ignore[attr-defined]
    return known


@asked_often
def _roles_on(day: date, *, user_id: int) -> QuerySet[Role]:
    return Role.objects.active(on=day).filter(user_id=user_id).select_related("house")


def has_role(user: User, house: House | int | None, *kinds: str) -> bool:
    """Whether somebody has one of these roles in this house; without a house: for the city."""
    house_id = house.pk if isinstance(house, House) else house
    return any(role.house_id == house_id and role.kind in kinds for role in roles_of(user))


def houses_of(user: User, *kinds: str) -> list[House]:
    """The houses where somebody has one of these roles, by name; without kinds: any role."""
    wanted = kinds or tuple(Role.Kind)
    found = {role.house for role in roles_of(user) if role.house and role.kind in wanted}
    return sorted(found, key=lambda house: house.name)


def house_ids_of(user: User, *kinds: str) -> list[int]:
    """The ids of the houses where somebody has one of these roles."""
    return [house.pk for house in houses_of(user, *kinds)]


def is_staff(user: User) -> bool:
    """Whether somebody works at a desk or manages a house."""
    return any(role.kind in rules.STAFF_KINDS for role in roles_of(user))


def is_administrator(user: User) -> bool:
    """Whether somebody manages users and houses of the city; they see no questions."""
    return has_role(user, None, Role.Kind.ADMINISTRATOR)


def is_steering(user: User) -> bool:
    """Whether somebody sees the figures of the city; they see no person."""
    return has_role(user, None, Role.Kind.STEERING)


def may_manage_house(user: User, house: House) -> bool:
    """Whether somebody may change the team and settings of a house."""
    return has_role(user, house, *rules.MANAGE_KINDS) or is_administrator(user)


def coordinated_households(user: User, house: House) -> QuerySet[Household]:
    """The households of a house that somebody coordinates now."""
    return Household.objects.filter(house=house, coordinator=user, ended_on=None)


def visible_households(user: User) -> QuerySet[Household]:
    """Households that somebody coordinates, and those of the houses they coordinate."""
    of_the_house = Q(house_id__in=house_ids_of(user, Role.Kind.COORDINATOR))
    own = Q(coordinator_id=user.pk, house_id__in=house_ids_of(user, *rules.DESK_KINDS))
    return Household.objects.filter(of_the_house | own)
