"""Where a source says something else than we do, and what it dropped."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.models import Source, SourceRecord
from wijkhuis.house.sources.rules.facts import FACTS, is_same

MOST = 1000


@dataclass(frozen=True)
class Difference:
    """One fact of one entry: what we say, and what the source says."""

    record: SourceRecord
    fact: str
    label: str
    ours: str
    theirs: str


def differences(records: QuerySet[SourceRecord]) -> list[Difference]:
    """What these records say otherwise than we do, the newest changes of ours first; what was looked at is left out.

    Only records are looked at whose entry was changed since, or that differed when they were read.
    """
    changed = Q(differs=True) | Q(entry__updated_at__gt=F("seen_on"))
    found = (
        records.filter(changed, dropped_on=None).select_related("entry__neighbourhood").order_by("-entry__updated_at")
    )
    return [one for record in found[:MOST] for one in differences_of(record)]


def differences_of(record: SourceRecord) -> list[Difference]:
    """The facts that one record says otherwise than we do."""
    told = []
    for fact in FACTS:
        if fact not in record.said:
            continue
        theirs, ours = record.said[fact], value_of(record.entry, fact)
        decided = fact in record.kept and is_same(fact, record.kept[fact], theirs)
        if not decided and not is_same(fact, theirs, ours):
            told.append(Difference(record, fact, label_of(fact), words_of(fact, ours), words_of(fact, theirs)))
    return told


def value_of(entry: Entry, fact: str) -> Any:
    """What we say, as JSON: the neighbourhood by its name, an amount as a number, a day as text."""
    if fact == "area":
        return entry.neighbourhood.name if entry.neighbourhood else entry.area
    value = getattr(entry, fact)
    if fact == "amount" and value is not None:
        return float(value)
    return value.isoformat() if fact == "capacity_on" and value else value


def label_of(fact: str) -> str:
    """The words for a fact."""
    if fact == "area":
        return _("neighbourhood")
    return str(_field(fact).verbose_name)


def words_of(fact: str, value: Any) -> str:
    """A value as people read it."""
    if value in ("", None, []):
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(value)
    if fact in ("kind", "step_free"):
        return str(dict(_field(fact).flatchoices).get(value, value))
    return str(value)


def _field(fact: str) -> models.Field:
    field = Entry._meta.get_field(fact)
    if not isinstance(field, models.Field):
        raise TypeError(fact)
    return field


def sources_with_counts(sources: QuerySet[Source]) -> QuerySet[Source]:
    """Each source with how many entries it has, how many it dropped and how many records differ from ours."""
    return sources.annotate(
        entries=Count("records", filter=Q(records__dropped_on=None)),
        dropped=Count("records", filter=Q(records__dropped_on__isnull=False, records__entry__is_published=True)),
        corrected=Count(
            "records",
            filter=Q(records__dropped_on=None)
            & (Q(records__differs=True) | Q(records__entry__updated_at__gt=F("records__seen_on"))),
        ),
    ).order_by("name")


def dropped(records: QuerySet[SourceRecord]) -> QuerySet[SourceRecord]:
    """What the source no longer has and is still on the map."""
    return records.filter(dropped_on__isnull=False, entry__is_published=True).order_by("-dropped_on", "entry__name")
