"""Who reads lists, and who decides what becomes of them: whoever may manage the map."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.directory.access import may_manage_map
from wijkhuis.house.sources.models import Merge, Pair, Reading, Source, SourceRecord

Somebody = User | AnonymousUser | None


def may_read_sources(by: Actor) -> bool:
    """Whether somebody may read a list into the map; the system may, at night and from the command line."""
    return may_manage_map(by.user) or (by.user is None and by.label == "system")


def visible_sources(user: Somebody) -> QuerySet[Source]:
    """The sources of the map."""
    return Source.objects.all() if may_manage_map(user) else Source.objects.none()


def visible_records(user: Somebody) -> QuerySet[SourceRecord]:
    """What sources said."""
    return SourceRecord.objects.filter(source__in=visible_sources(user)).select_related("entry")


def visible_readings(user: Somebody) -> QuerySet[Reading]:
    """The times that a list was read."""
    return Reading.objects.filter(source__in=visible_sources(user)).select_related("source").defer("content")


def visible_pairs(user: Somebody) -> QuerySet[Pair]:
    """Entries that may be one: both are on the map and nobody decided yet."""
    if not may_manage_map(user):
        return Pair.objects.none()
    there = Q(first__is_published=True, second__is_published=True, is_different=False)
    return Pair.objects.filter(there).select_related("first__neighbourhood", "second__neighbourhood")


def visible_merges(user: Somebody) -> QuerySet[Merge]:
    """What was brought together and can be undone."""
    merges = Merge.objects.filter(undone_at=None).select_related("kept", "gone", "merged_by")
    return merges if may_manage_map(user) else merges.none()
