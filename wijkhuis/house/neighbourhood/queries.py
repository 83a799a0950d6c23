"""When a house receives people, and where."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from wijkhuis.base.asked import asked_often
from wijkhuis.house.neighbourhood.models import ClosedDay, House, Neighbourhood, OpeningHours, Place

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


@asked_often
def names_of_neighbourhoods(*, city_id: int) -> QuerySet[Neighbourhood, tuple[int, str]]:
    """Number and name of every neighbourhood of a city, by name: the choices of a field."""
    return Neighbourhood.objects.filter(district__city=city_id).order_by("name").values_list("pk", "name")


def house_to_visit(slug: str, *, on: date) -> House | None:
    """The house with this name in addresses, when it exists on this day."""
    return _houses_to_visit(slug, on=on).first()


@asked_often
def _houses_to_visit(slug: str, *, on: date) -> QuerySet[House]:
    return houses_to_visit(on=on).filter(slug=slug)


def main_place(house: House) -> Place | None:
    """Where the house receives people first."""
    return _places(house_id=house.pk).first()


@asked_often
def _places(*, house_id: int) -> QuerySet[Place]:
    return Place.objects.filter(house=house_id).only("street", "town").order_by("-is_main", "pk")


def opening_of(house: House, *, at: datetime) -> Opening:
    """When the main places of a house are open in the coming days; two queries."""
    local = timezone.localtime(at)
    days = [local.date() + timedelta(days=number) for number in range(LOOK_AHEAD)]
    hours = list(_hours(house_id=house.pk))
    closed = dict(_closed(house_id=house.pk, first=days[0], last=days[-1]))
    return Opening(local, tuple(_day(on, hours, closed) for on in days))


@asked_often
def _hours(*, house_id: int) -> QuerySet[OpeningHours, tuple[int, time, time]]:
    main = OpeningHours.objects.filter(place__house=house_id, place__is_main=True).order_by()
    return main.values_list("weekday", "opens_at", "closes_at")


@asked_often
def _closed(*, house_id: int, first: date, last: date) -> QuerySet[ClosedDay, tuple[date, str]]:
    return ClosedDay.objects.filter(house=house_id, on__range=(first, last)).values_list("on", "why")


def _day(on: date, hours: list[tuple[int, time, time]], closed: dict[date, str]) -> OpenDay:
    if on in closed:
        return OpenDay(on, closed_because=closed[on])
    spans = sorted({(opens_at, closes_at) for weekday, opens_at, closes_at in hours if weekday == on.weekday()})
    return OpenDay(on, tuple(spans))
