"""The faces of a house (smoelenboek), by day, neighbourhood and partner."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import BooleanField, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wijkhuis.base.language.words import fold
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Attendance, AttendanceChange, Partnership, Professional


def partnerships_of(house: House) -> QuerySet[Partnership]:
    """The partners that work with a house now, by name."""
    return Partnership.objects.filter(house=house, ended_on=None).select_related("partner").order_by("partner__name")


def faces_of(
    house: House,
    *,
    on: date,
    weekday: int | None = None,
    neighbourhood_id: int | None = None,
    partner_id: int | None = None,
) -> QuerySet[Professional]:
    """Everybody who works with a house, who is here that day first.

    Each has `is_here` (that day), `week` (their hours in this house) and their partner and neighbourhoods.
    """
    faces = _present(house, on=on)
    if weekday is not None:
        faces = faces.filter(Exists(_hours(house).filter(weekday=weekday)))
    if neighbourhood_id:
        faces = faces.filter(neighbourhoods=neighbourhood_id)
    if partner_id:
        faces = faces.filter(partner_id=partner_id)
    week = Prefetch("attendances", Attendance.objects.filter(house=house), to_attr="week")
    return (
        faces.select_related("partner")
        .prefetch_related(week, "neighbourhoods")
        .order_by("-is_here", "first_name", "last_name", "pk")
    )


def namesakes(facts: Mapping[str, Any], *, among: QuerySet[Professional]) -> list[Professional]:
    """Who of the same partner has this first and last name already; a last name that is not there may be any."""
    first, last = fold(facts["first_name"]), fold(facts["last_name"])
    of_partner = among.filter(partner=facts["partner"])
    return [one for one in of_partner if fold(one.first_name) == first and last in ("", fold(one.last_name))]


def _present(house: House, *, on: date) -> QuerySet[Any]:
    """Who works with a house on a day, with whether they are in it: what was said for that day, else the week."""
    said = AttendanceChange.objects.filter(professional=OuterRef("pk"), house=house, on=on).values("is_here")
    in_the_week = Exists(_hours(house).filter(weekday=on.weekday()))
    faces = Professional.objects.filter(partner__partnerships__house=house, partner__partnerships__ended_on=None)
    return faces.filter(Q(left_on=None) | Q(left_on__gt=on)).annotate(
        is_here=Coalesce(Subquery(said), in_the_week, output_field=BooleanField())
    )


def _hours(house: House) -> QuerySet[Attendance]:
    return Attendance.objects.filter(professional=OuterRef("pk"), house=house)
