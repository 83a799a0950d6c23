"""Who sits in the group, whose turn it is to chair, and whether residents are enough."""

from dataclasses import dataclass
from datetime import date, timedelta

from wijkhuis.base import clock
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.models import Seat, SignalGroup

ENDS_SOON = timedelta(days=60)


@dataclass(frozen=True)
class Sitting:
    """One seat on the page."""

    seat: Seat
    ends_soon: bool


@dataclass(frozen=True)
class GroupPage:
    """The group of a house as it is today; no group yet when `group` is None."""

    group: SignalGroup | None
    sitting: list[Sitting]
    chairs: list[Seat]

    @property
    def residents(self) -> int:
        """How many of them are residents."""
        return sum(one.seat.is_resident for one in self.sitting)

    @property
    def has_too_few_residents(self) -> bool:
        """Whether fewer than half are residents while the group wants half."""
        wants = self.group is not None and self.group.half_residents
        return wants and bool(self.sitting) and self.residents * 2 < len(self.sitting)


def group_page(house: House, *, on: date | None = None) -> GroupPage:
    """The group with its seats, residents first; two queries."""
    day = on or clock.today()
    group = SignalGroup.objects.filter(house=house).select_related("house").first()
    seats = list(group.seats.taken(on=day).select_related("user")) if group else []
    seats.sort(key=lambda seat: (not seat.is_resident, seat.first_name.casefold(), seat.pk))
    sitting = [Sitting(seat, bool(seat.ends_on and seat.ends_on - day <= ENDS_SOON)) for seat in seats]
    # Residents take the chair in turn; when none of them does, everybody who wants to.
    willing = [seat for seat in seats if seat.chairs]
    chairs = [seat for seat in willing if seat.is_resident] or willing
    return GroupPage(group, sitting, chairs)
