"""Which residents with an account can own an approach."""

from django.db.models import Q, QuerySet

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.models import Role
from wijkhuis.loop.signals.models import Seat


def owners_of(house: House) -> QuerySet[User]:
    """Residents of this house who sign in: resident owners, and residents with a seat in its group."""
    roles = Role.objects.active(on=clock.today()).filter(house=house, kind=Role.Kind.RESIDENT_OWNER)
    seats = Seat.objects.taken(on=clock.today()).filter(group__house=house, is_resident=True, user__isnull=False)
    people = Q(pk__in=roles.values("user_id")) | Q(pk__in=seats.values("user_id"))
    return User.objects.filter(people, is_active=True).order_by("first_name", "pk")
