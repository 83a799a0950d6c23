"""Where a source says something else than we do, and what it dropped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.models import Merge, Source, SourceRecord
from wijkhuis.house.sources.queries.details import Details, read_details
from wijkhuis.house.sources.rules.facts import FACTS, is_same

MOST = 1000
# Places and times are looked at as one.
WHEN = "times"
OURS = ", ".join(f"'{fact}', entry.{fact}" for fact in FACTS if fact != "area")
COUNT = f"""
SELECT record.source_id, count(DISTINCT record.id)
FROM sources_sourcerecord record JOIN directory_entry entry ON entry.id = record.entry_id
LEFT JOIN neighbourhood_neighbourhood place ON place.id = entry.neighbourhood_id
CROSS JOIN LATERAL (SELECT jsonb_build_object({OURS}, 'area', lower(coalesce(place.name, entry.area))) AS say) ours
CROSS JOIN LATERAL jsonb_each(record.said) theirs
WHERE record.source_id = ANY(%(sources)s) AND record.dropped_on IS NULL
  AND (record.differs OR entry.updated_at > record.seen_on) AND theirs.key = ANY(%(facts)s)
  AND CASE theirs.key WHEN 'area' THEN to_jsonb(lower(theirs.value #>> '{{}}')) ELSE theirs.value END
      IS DISTINCT FROM ours.say -> theirs.key
  AND theirs.value IS DISTINCT FROM record.kept -> theirs.key
GROUP BY record.source_id
"""  # noqa: S608


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
    told = records.filter(changed, dropped_on=None).select_related("entry__neighbourhood")
    found = list(told.order_by("-entry__updated_at")[:MOST])
    details = read_details(record.entry_id for record in found if says_when(record))
    return [one for record in found for one in _differences(record, details)]


def differences_of(record: SourceRecord) -> list[Difference]:
    """What one record says otherwise than we do."""
    return _differences(record, read_details([record.entry_id]) if says_when(record) else {})


def says_when(record: SourceRecord) -> bool:
    """Whether a source says anything about further places or times."""
    return "locations" in record.said or "times" in record.said


def _differences(record: SourceRecord, details: Mapping[int, Details]) -> list[Difference]:
    told = []
    for fact in FACTS:
        if fact not in record.said:
            continue
        theirs, ours = record.said[fact], value_of(record.entry, fact)
        decided = fact in record.kept and is_same(fact, record.kept[fact], theirs)
        if not decided and not is_same(fact, theirs, ours):
            told.append(Difference(record, fact, label_of(fact), words_of(fact, ours), words_of(fact, theirs)))
    if says_when(record):
        wanted, kept = Details.of(record.said), record.kept.get(WHEN)
        now = details.get(record.entry_id, Details([], []))
        if now != wanted and not (kept and Details.of(kept) == wanted):
            nothing = _("nothing")
            told.append(Difference(record, WHEN, _("places and times"), str(now) or nothing, str(wanted) or nothing))
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
    """Each source with how many entries it has, and how many it dropped that are still on the map."""
    return sources.annotate(
        entries=Count("records", filter=Q(records__dropped_on=None)),
        dropped=Count("records", filter=Q(records__dropped_on__isnull=False, records__entry__is_published=True)),
    ).order_by("name")


def count_differences(ids: Iterable[int]) -> dict[int, int]:
    """How many entries these sources tell otherwise than we do, by the id of the source; one query."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"sources": list(ids), "facts": list(FACTS)})
        return dict(cursor.fetchall())


def off_our_map(records: QuerySet[SourceRecord]) -> QuerySet[SourceRecord]:
    """What is in the list of the source, and a manager took off our map; what was brought together is not."""
    merged = Merge.objects.filter(undone_at=None).values("gone")
    return records.filter(dropped_on=None, entry__is_published=False).exclude(entry__in=merged).order_by("-seen_on")


def dropped(records: QuerySet[SourceRecord]) -> QuerySet[SourceRecord]:
    """What the source no longer has and is still on the map."""
    return records.filter(dropped_on__isnull=False, entry__is_published=True).order_by("-dropped_on", "entry__name")
