"""Giving and ending roles, and keeping a household together."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people import access, rules
from wijkhuis.house.people.models import Household, Promise, Role


@transaction.atomic
def give_role(user: User, *, kind: str, house: House | None, by: Actor) -> Role:
    """Let somebody do something in a house or for the city, from today."""
    demand(_may_give(by, kind=kind, house=house), _("Ask the manager of the house to do this."), error=NotYours)
    demand(by.user != user, _("You cannot give yourself a role. Ask a colleague."), error=NotYours)
    try:
        with transaction.atomic():
            role = Role.objects.create(user=user, kind=kind, house=house, starts_on=clock.today())
    except IntegrityError:
        return Role.objects.get(user=user, kind=kind, house=house, ends_on=None)
    _ask_second_factor_when_needed(user)
    record("people.role_given", role, by=by)
    return role


def hold_roles(*users: User | None) -> None:
    """What these people do today, held until the transaction ends: nobody leaves while work is laid with them.

    Always before any question; all at once, so that two who leave wait for each other.
    """
    people = [user for user in users if user is not None]
    held = Role.objects.active(on=clock.today()).filter(user__in=people).select_related("house").order_by("pk")
    roles = list(held.select_for_update(of=("self",), no_key=True))
    for user in people:
        user._roles_today = [role for role in roles if role.user_id == user.pk]  # type: ignore[attr-defined]


@transaction.atomic
def end_role(role: Role, *, by: Actor) -> None:
    """End a role today. What the person holds is passed on by the room that knows what they hold."""
    demand(
        _may_give(by, kind=role.kind, house=role.house), _("Ask the manager of the house to do this."), error=NotYours
    )
    role.refresh_from_db(fields=["ends_on"], from_queryset=Role.objects.select_for_update(no_key=True))
    demand(role.ends_on is None, _("This role has already ended."))
    role.ends_on = clock.today()
    role.save(update_fields=["ends_on"])
    _ask_second_factor_when_needed(role.user)
    record("people.role_ended", role, by=by)


@transaction.atomic
def set_limit(role: Role, *, limit: int | None, by: Actor) -> None:
    """Keep how many questions somebody can carry; only they decide."""
    demand(by.user == role.user, _("Everybody sets their own limit."), error=NotYours)
    role.limit = limit
    role.full_clean()
    role.save(update_fields=["limit"])
    record("people.limit_set", role, by=by)


@transaction.atomic
def make_household(
    house: House, *, called: str, coordinator: User, agreed_with: str, agreed_on: date, by: Actor
) -> Household:
    """Keep that people of one household agreed to have their questions looked at together."""
    demand(
        by.user is not None and access.has_role(by.user, house, *rules.HOUSEHOLD_KINDS),
        _("A host, a professional or the coordinator does this. Ask one of them."),
        error=NotYours,
    )
    demand(access.has_role(coordinator, house, *rules.DESK_KINDS), _("The coordinator works in this house."))
    demand(bool(tidy(agreed_with)), _("Write down who agreed, and how. Without agreement there is no household."))
    refuse_bsn(called, agreed_with)
    household = Household.objects.create(
        house=house, called=tidy(called), coordinator=coordinator, agreed_with=tidy(agreed_with), agreed_on=agreed_on
    )
    record("people.household_made", household, by=by)
    return household


@transaction.atomic
def change_coordinator(household: Household, *, coordinator: User, by: Actor) -> None:
    """Let somebody else coordinate for a household."""
    _demand_household(household, by)
    demand(access.has_role(coordinator, household.house, *rules.DESK_KINDS), _("The coordinator works in this house."))
    household.coordinator = coordinator
    household.save(update_fields=["coordinator"])
    record("people.coordinator_changed", household, by=by)


@transaction.atomic
def hand_over_house_work(house: House, *, of: User, to: User, by: Actor) -> int:
    """Somebody leaves: their households and what arrives from the web go to somebody else. How many households?"""
    allowed = _may_give(by, kind=Role.Kind.HOST, house=house)
    demand(allowed, _("Ask the manager of the house to do this."), error=NotYours)
    demand(access.has_role(to, house, *rules.DESK_KINDS), _("The coordinator works in this house."))
    households = list(access.coordinated_households(of, house).select_for_update())
    for household in households:
        household.coordinator = to
        household.save(update_fields=["coordinator"])
        record("people.coordinator_changed", household, by=by)
    if house.first_holder_id == of.pk:
        house.first_holder = to
        house.save(update_fields=["first_holder"])
        record("people.first_holder_changed", house, by=by)
    return len(households)


@transaction.atomic
def promise(household: Household, *, who: str, what: str, by_on: date | None, by: Actor) -> Promise:
    """Keep who of the helpers does what."""
    _demand_household(household, by)
    refuse_bsn(who, what)
    Household.objects.select_for_update(no_key=True).get(pk=household.pk)
    made, is_new = Promise.objects.get_or_create(
        household=household, who=tidy(who), what=tidy(what), by_on=by_on, done_at=None
    )
    if not is_new:
        return made
    record("people.promise_made", household, by=by)
    return made


@transaction.atomic
def keep_promise(promise: Promise, *, by: Actor) -> None:
    """Note that a promise was kept, or take that back."""
    _demand_household(promise.household, by)
    promise.done_at = None if promise.done_at else clock.now()
    promise.save(update_fields=["done_at"])
    record("people.promise_kept", promise.household, by=by)


def _demand_household(household: Household, by: Actor) -> None:
    allowed = by.user is not None and access.visible_households(by.user).filter(pk=household.pk).exists()
    demand(allowed, _("You do not work in this house."), error=NotYours)


def _may_give(by: Actor, *, kind: str, house: House | None) -> bool:
    if by.user is None:
        return by.label == "system"
    if kind in Role.CITY_KINDS or house is None:
        return access.is_administrator(by.user)
    return access.may_manage_house(by.user, house)


def _ask_second_factor_when_needed(user: User) -> None:
    kinds = set(Role.objects.active(on=clock.today()).filter(user=user).values_list("kind", flat=True))
    needed = rules.needs_second_factor(kinds)
    if user.needs_second_factor != needed:
        user.needs_second_factor = needed
        user.save(update_fields=["needs_second_factor"])
    if hasattr(user, "_roles_today"):
        del user._roles_today
