"""When a house receives people, and where."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from wijkhuis.house.neighbourhood.models import ClosedDay, House, OpeningHours, Place

LOOK_AHEAD = 8


@dataclass(frozen=True)
class OpenDay:
    """One day of a house: from when until when, or why it is closed although the week says otherwise."""

    on: date
    spans: tuple[tuple[time, time], ...] = ()
    closed_because: str = ""


@dataclass(frozen=True)
class Opening:
    """The coming days of a house, the first is today, seen at one moment."""

    at: datetime
    days: tuple[OpenDay, ...]

    @property
    def today(self) -> OpenDay:
        """The day it is."""
        return self.days[0]

    @property
    def tomorrow(self) -> OpenDay:
        """The day after."""
        return self.days[1]

    @property
    def open_until(self) -> time | None:
        """Until when it is open now; None when it is closed now."""
        clock = self.at.time()
        return next((until for start, until in self.today.spans if start <= clock < until), None)

    @property
    def opens_again(self) -> tuple[date, time, time] | None:
        """The next day and hours on which it opens; None when it does not open in the coming week."""
        for day in self.days:
            for start, until in day.spans:
                if day.on > self.today.on or start > self.at.time():
                    return day.on, start, until
        return None


def houses_to_visit(*, on: date) -> QuerySet[House]:
    """The houses that exist on this day."""
    return House.objects.filter(Q(closed_on=None) | Q(closed_on__gt=on)).filter(
        Q(opened_on=None) | Q(opened_on__lte=on)
    )


def main_place(house: House) -> Place | None:
    """Where the house receives people first."""
    return house.places.only("street", "town").order_by("-is_main", "pk").first()


def opening_of(house: House, *, at: datetime) -> Opening:
    """When the main places of a house are open in the coming days; two queries."""
    local = timezone.localtime(at)
    days = [local.date() + timedelta(days=number) for number in range(LOOK_AHEAD)]
    main = OpeningHours.objects.filter(place__house=house, place__is_main=True).order_by()
    hours = list(main.values_list("weekday", "opens_at", "closes_at"))
    closed = dict(ClosedDay.objects.filter(house=house, on__in=days).values_list("on", "why"))
    return Opening(local, tuple(_day(on, hours, closed) for on in days))


def _day(on: date, hours: list[tuple[int, time, time]], closed: dict[date, str]) -> OpenDay:
    if on in closed:
        return OpenDay(on, closed_because=closed[on])
    spans = sorted({(opens_at, closes_at) for weekday, opens_at, closes_at in hours if weekday == on.weekday()})
    return OpenDay(on, tuple(spans))
