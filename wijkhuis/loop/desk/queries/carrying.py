"""Who works at the desk of a house, how much each carries, and the limit they set themselves."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import house_ids_of, roles_of
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.models import Question


@dataclass(frozen=True)
class Carrier:
    """Somebody at a desk, what they carry there and in all their houses, and the limit they set themselves."""

    user: User
    carries: int
    limit: int | None
    everywhere: int = 0

    @property
    def introduction(self) -> str:
        """Who it is and how much they carry, as a choice: 'Mina, gastvrouw (12 vragen, grens 10)'."""
        return f"{self.user.introduction} ({self.load})"

    @property
    def load(self) -> str:
        """How much they carry, and their limit if they set one: '12 vragen, grens 10'."""
        carries = ngettext("%(number)s question", "%(number)s questions", self.carries) % {"number": self.carries}
        limit = _("limit %(limit)s") % {"limit": self.limit} if self.limit is not None else ""
        return ", ".join(filter(None, [carries, limit]))

    @property
    def is_full(self) -> bool:
        """Whether one more question is above their own limit."""
        return people_rules.is_too_heavy(carries=self.carries + 1, limit=self.limit)

    @property
    def is_too_heavy(self) -> bool:
        """Whether they carry more than their own limit."""
        return people_rules.is_too_heavy(carries=self.carries, limit=self.limit)


def carrier(user: User, house: House) -> Carrier:
    """What somebody carries, and their own limit in one house; one query."""
    limits = [role.limit for role in desk_roles(user, house) if role.limit is not None]
    carries = dict(_carried_by(house_ids_of(user, *people_rules.DESK_KINDS), user_id=user.pk))
    return Carrier(user, carries.get(house.pk, 0), min(limits, default=None), everywhere=sum(carries.values()))


@asked_often
def _carried_by(at_a_desk: list[int], *, user_id: int) -> QuerySet[Question, tuple[int, int]]:
    held = access.held_by(user_id, at_a_desk=at_a_desk)
    return held.values_list("house_id").annotate(number=Count("pk")).order_by()


def desk_roles(user: User, house: House) -> list[Role]:
    """The roles somebody has today at the desk of a house."""
    return [role for role in roles_of(user) if role.house_id == house.pk and role.kind in people_rules.DESK_KINDS]


def carriers(house: House) -> list[Carrier]:
    """Who works at the desk of a house and how much each carries, the heaviest first."""
    carried = dict(_carried_in(house_id=house.pk))
    found: dict[int, Carrier] = {}
    for role in _roles_at_the_desk(house_id=house.pk, on=clock.today()):
        known = found.get(role.user_id)
        limit = role.limit if role.limit is not None else (known.limit if known else None)
        found[role.user_id] = Carrier(role.user, carried.get(role.user_id, 0), limit)
    return sorted(found.values(), key=lambda carrier: (-carrier.carries, carrier.user.first_name))


@asked_often
def _carried_in(*, house_id: int) -> QuerySet[Question, tuple[int, int]]:
    in_house = Question.objects.open().filter(house=house_id)
    return in_house.values_list("holder").annotate(number=Count("pk")).order_by()


@asked_often
def _roles_at_the_desk(*, house_id: int, on: date) -> QuerySet[Role]:
    roles = Role.objects.active(on=on).filter(house=house_id, kind__in=sorted(people_rules.DESK_KINDS))
    return roles.select_related("user").only("limit", "user__first_name", "user__function")


def introductions(house: House) -> dict[int, str]:
    """Who works at the desk of a house and how much they carry, in words, by the number of the person."""
    return {carrier.user.pk: carrier.introduction for carrier in carriers(house)}
