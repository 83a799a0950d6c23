"""Which houses somebody looks after, and what they see of them."""

from collections.abc import Iterable

from django.db.models import QuerySet

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.journal.queries import looks_with_a_reason
from wijkhuis.base.messages.models import DeadAddress
from wijkhuis.base.messages.queries import dead_addresses
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people import rules
from wijkhuis.house.people.access import house_ids_of, is_administrator
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.access import listed_questions
from wijkhuis.loop.desk.models import Question


def visible_houses(user: User) -> QuerySet[House]:
    """The houses somebody looks after: their own as manager or coordinator, or all as administrator."""
    if is_administrator(user):
        return House.objects.all()
    return House.objects.filter(pk__in=house_ids_of(user, *rules.MANAGE_KINDS))


def visible_team(user: User, house: House) -> QuerySet[Role]:
    """The roles in a house that somebody looks after."""
    return (
        Role.objects.active(on=clock.today())
        .filter(house__in=visible_houses(user).filter(pk=house.pk))
        .select_related("user", "house")
        .order_by("user__first_name", "user__pk", "kind")
    )


def visible_city_roles(user: User) -> QuerySet[Role]:
    """The roles for the whole city, for an administrator."""
    roles = Role.objects.active(on=clock.today()).filter(house=None).select_related("user")
    return roles if is_administrator(user) else roles.none()


def visible_accounts(user: User) -> QuerySet[User]:
    """The people somebody looks after: of their houses, or all when they manage the city; never oneself."""
    people = User.objects.filter(is_active=True).exclude(pk=user.pk)
    if is_administrator(user):
        return people
    team = Role.objects.active(on=clock.today()).filter(house__in=visible_houses(user))
    return people.filter(pk__in=team.values("user"))


def may_close_account(user: User, roles: Iterable[Role]) -> bool:
    """Whether all these roles of somebody are in houses one looks after; roles of the city need its administrator."""
    if is_administrator(user):
        return True
    places = {role.house_id for role in roles}
    return bool(places) and places <= set(visible_houses(user).values_list("pk", flat=True))


def visible_dead_addresses(user: User) -> QuerySet[DeadAddress]:
    """Addresses that were switched off, in the houses somebody manages or coordinates."""
    return dead_addresses(house_ids=house_ids_of(user, *rules.MANAGE_KINDS))


def visible_looks(user: User) -> QuerySet[JournalLine]:
    """Looks outside the own work, in the houses somebody manages."""
    return looks_with_a_reason(house_ids=house_ids_of(user, *rules.OVERSIGHT_KINDS))


def questions_to_show_or_forget(user: User) -> QuerySet[Question]:
    """Questions somebody may show to or forget for the person they are about: of houses they coordinate."""
    return listed_questions(user).filter(house_id__in=house_ids_of(user, Role.Kind.COORDINATOR))
