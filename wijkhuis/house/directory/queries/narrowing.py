"""The part of the map somebody wants to see."""

from django.db.models import Q, QuerySet

from wijkhuis.base.geo.shapes import Box
from wijkhuis.house.directory.models import Entry, Location
from wijkhuis.house.directory.rules.narrowing import Narrowing


def narrow(entries: QuerySet[Entry], asked: Narrowing) -> QuerySet[Entry]:
    """Those of the entries that somebody wants to see; words are not looked at here."""
    if asked.kind:
        entries = entries.filter(kind=asked.kind)
    if asked.made_by:
        entries = entries.filter(is_informal=asked.made_by == "residents")
    if asked.step_free:
        elsewhere = Location.objects.filter(step_free=Entry.StepFree.YES).values("entry_id")
        entries = entries.filter(Q(step_free=Entry.StepFree.YES) | Q(pk__in=elsewhere))
    if asked.neighbourhood:
        entries = entries.filter(
            Q(neighbourhood=asked.neighbourhood) | Q(neighbourhood=None, lies_in=asked.neighbourhood)
        )
    if asked.box:
        elsewhere = Location.objects.filter(inside(asked.box)).values("entry_id")
        entries = entries.filter(inside(asked.box) | Q(pk__in=elsewhere))
    return entries


def inside(box: Box) -> Q:
    """What has its point in a part of the map."""
    return Q(longitude__gte=box.west, longitude__lte=box.east, latitude__gte=box.south, latitude__lte=box.north)
