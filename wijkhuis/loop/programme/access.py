"""Who reads and writes the action programme. What you may not see does not exist."""

from datetime import date

from django.db.models import QuerySet

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.neighbourhood.queries import houses_to_visit
from wijkhuis.house.people.access import has_role, house_ids_of, is_administrator, is_steering
from wijkhuis.house.people.models import Role
from wijkhuis.loop.programme.models import Programme, ProgrammeAction
from wijkhuis.loop.signals.access import group_house_ids, in_group


def public_programmes(*, on: date) -> QuerySet[Programme]:
    """What everybody reads on a day: what was published, of houses that exist."""
    published = Programme.objects.filter(published_on__isnull=False)
    return published.filter(house__in=houses_to_visit(on=on)).select_related("house")


def has_public_programme(house: House) -> bool:
    """Whether there is something for everybody to read about this house."""
    return _of_house(house_id=house.pk, on=clock.today()).first() is not None


@asked_often
def _of_house(*, house_id: int, on: date) -> QuerySet[Programme, int]:
    return public_programmes(on=on).filter(house=house_id).values_list("pk", flat=True)


def writing_house_ids(user: User) -> set[int]:
    """The houses whose programme somebody writes: the signal group, the coordinator and the manager of the house."""
    return group_house_ids(user) | set(house_ids_of(user, Role.Kind.HOUSE_MANAGER))


def visible_programmes(user: User) -> QuerySet[Programme]:
    """The programmes somebody writes, published or not."""
    return Programme.objects.filter(house_id__in=writing_house_ids(user)).select_related("house")


def visible_actions(user: User) -> QuerySet[ProgrammeAction]:
    """The actions of those programmes."""
    known = ProgrammeAction.objects.filter(programme__house_id__in=writing_house_ids(user))
    return known.select_related("programme__house", "aim", "theme", "approach")


def may_write(user: User | None, house: House | int) -> bool:
    """Whether somebody writes the programme of this house."""
    if user is None or not user.is_authenticated:
        return False
    return in_group(user, house) or has_role(user, house, Role.Kind.HOUSE_MANAGER)


def may_set_aims(user: User | None) -> bool:
    """Whether somebody says what the city aims at: the municipality, and who manages the city here."""
    return user is not None and user.is_authenticated and (is_steering(user) or is_administrator(user))
