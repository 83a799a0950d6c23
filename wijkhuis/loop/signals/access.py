"""Who sees which signals and themes. What you may not see does not exist."""

from datetime import date

from django.db.models import Count, F, Q, QuerySet

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import Asked, asked_often
from wijkhuis.base.figures import AT_LEAST
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.access import has_role, house_ids_of, houses_of
from wijkhuis.house.people.models import Role
from wijkhuis.house.people.rules import STAFF_KINDS
from wijkhuis.loop.signals.models import Proposal, Round, Seat, Signal, SignalGroup, Theme
from wijkhuis.loop.signals.models.theme import ThemeQuerySet

# No house has this number.
NOWHERE = 0


def seats_of(user: User) -> list[Seat]:
    """The seats somebody has today; asked of the database once per request."""
    if not user.is_authenticated:
        return []
    known: list[Seat] | None = getattr(user, "_seats_today", None)
    if known is None:
        known = list(_seats_on(clock.today(), user_id=user.pk))
        user._seats_today = known  # type: ignore[attr-defined]
    return known


@asked_often
def _seats_on(day: date, *, user_id: int) -> QuerySet[Seat]:
    return Seat.objects.taken(on=day).filter(user=user_id).select_related("group__house")


def group_house_ids(user: User) -> set[int]:
    """The houses whose signals somebody reads: by a seat in the group, or as coordinator who prepares it."""
    return {seat.group.house_id for seat in seats_of(user)} | set(house_ids_of(user, Role.Kind.COORDINATOR))


def in_group(user: User | None, house: House | int | None) -> bool:
    """Whether somebody reads the signals of this house and may confirm and decide."""
    house_id = house.pk if isinstance(house, House) else house
    return user is not None and user.is_authenticated and house_id in group_house_ids(user)


def may_see_group(user: User | None, house: House | int) -> bool:
    """Whether somebody knows who sits in the group: its members, and who composes it."""
    return in_group(user, house) or may_compose_group(user, house)


def theme_houses(user: User) -> list[House]:
    """The houses whose themes somebody may know: where they work, and where they have a seat; by name."""
    seated = {seat.group.house for seat in seats_of(user)}
    return sorted(seated | set(houses_of(user, *STAFF_KINDS)), key=lambda house: house.name)


def visible_seats(user: User) -> QuerySet[Seat]:
    """The seats of the groups somebody sees."""
    return Seat.objects.filter(group__in=visible_groups(user))


def visible_groups(user: User) -> QuerySet[SignalGroup]:
    """The groups somebody sits in or prepares, and for who manages a house the group of that house."""
    managed = house_ids_of(user, Role.Kind.HOUSE_MANAGER)
    return SignalGroup.objects.filter(Q(house_id__in=group_house_ids(user)) | Q(house_id__in=managed))


def may_compose_group(user: User | None, house: House | int) -> bool:
    """Whether somebody gives and ends seats: the coordinator and the manager of the house."""
    return user is not None and has_role(user, house, Role.Kind.COORDINATOR, Role.Kind.HOUSE_MANAGER)


def visible_signals(user: User) -> QuerySet[Signal]:
    """Sentences are read in the group only."""
    return Signal.objects.filter(house_id__in=group_house_ids(user))


def visible_proposals(user: User) -> QuerySet[Proposal]:
    """What waits for a yes or no of the group."""
    return Proposal.objects.filter(house_id__in=group_house_ids(user))


def waiting_proposals_of(user: User, house: House) -> Asked[Proposal]:
    """What waits in one house, the closest first, with `sentences` (how many); for a list that is opened often."""
    return _waiting_in(house_id=house.pk if in_group(user, house) else NOWHERE)


@asked_often
def _waiting_in(*, house_id: int) -> QuerySet[Proposal]:
    waiting = Proposal.objects.filter(house=house_id, decided_on=None).select_related("theme", "other")
    return waiting.annotate(sentences=Count("signals")).order_by("-closeness", "pk")


def read_themes(user: User) -> ThemeQuerySet:
    """The themes somebody reads with their sentences: those of their groups."""
    return Theme.objects.filter(house_id__in=group_house_ids(user), merged_into=None)


def merged_themes(user: User) -> ThemeQuerySet:
    """Themes of one's groups that went into another one; their page leads there."""
    return Theme.objects.filter(house_id__in=group_house_ids(user), merged_into__isnull=False)


def visible_themes(user: User) -> ThemeQuerySet:
    """Those of one's groups; other staff of the house and the rest know a theme only from five people on."""
    groups = Q(house_id__in=group_house_ids(user))
    staff = Q(house_id__in=house_ids_of(user, *STAFF_KINDS), people_shown__gte=AT_LEAST)
    return Theme.objects.filter(groups | staff, merged_into=None)


def visible_themes_of(user: User, house: House) -> Asked[Theme]:
    """The same of one house: what is open first, then by how many people; for a list that is opened often."""
    reads = in_group(user, house)
    known = reads or has_role(user, house, *STAFF_KINDS)
    return _themes_of(house_id=house.pk if known else NOWHERE, least=0 if reads else AT_LEAST)


@asked_often
def _themes_of(*, house_id: int, least: int) -> QuerySet[Theme]:
    known = Theme.objects.filter(house=house_id, people_shown__gte=least, merged_into=None)
    return known.order_by(F("closed_on").desc(nulls_first=True), "-people_shown", "name")


def public_themes() -> ThemeQuerySet:
    """What stands on the neighbourhood agenda for everybody: decided, and at least five different people."""
    decided = ~Q(standing=Theme.Standing.OPEN)
    return Theme.objects.filter(decided, people_shown__gte=AT_LEAST, merged_into=None)


def visible_rounds(user: User) -> QuerySet[Round]:
    """The rounds of the houses where somebody works or sits in the group."""
    houses = group_house_ids(user) | set(house_ids_of(user, *STAFF_KINDS))
    return Round.objects.filter(house_id__in=houses)


def may_give_signal(user: User | None, house: House | int) -> bool:
    """Whether somebody may write a signal: everybody who works here, and everybody with a seat."""
    return user is not None and (has_role(user, house, *STAFF_KINDS) or in_group(user, house))
