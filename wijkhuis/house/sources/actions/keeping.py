"""Keeping a thousand records of a source at a time: what is new, what changed, and what we corrected ourselves."""

import json
from dataclasses import dataclass, field
from types import NoneType
from typing import Any
from uuid import uuid4

from django.db import connection
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.language.words import first_words
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.neighbourhood.models import City, Neighbourhood
from wijkhuis.house.sources.actions.details import keep_details
from wijkhuis.house.sources.actions.own_rows import correct_ours, ours_among
from wijkhuis.house.sources.models import Source
from wijkhuis.house.sources.queries.details import Details, read_details
from wijkhuis.house.sources.rules.facts import FACTS, ONLY_NEW
from wijkhuis.house.sources.rules.problems import Problem
from wijkhuis.house.sources.rules.report import Report
from wijkhuis.house.sources.rules.said import Said
from wijkhuis.house.sources.rules.weighing import Known, weigh

BATCH = 1000
MOST_STRANGERS = 20
COLUMNS = [name for name in FACTS if name != "area"] + ["area", "neighbourhood_id", "updated_at"]
NOTE_SEEN = "INSERT INTO sources_seen SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING RETURNING number"
KNOWN = """
SELECT id, number, said, kept, entry_id, dropped_on IS NOT NULL, differs FROM sources_sourcerecord
WHERE source_id = %s AND number = ANY(%s) ORDER BY id FOR UPDATE
"""
NOW = """
SELECT entry.id, (to_jsonb(entry)) || jsonb_build_object('area', coalesce(place.name, area))
FROM directory_entry entry LEFT JOIN neighbourhood_neighbourhood place ON place.id = neighbourhood_id
WHERE entry.id = ANY(%s) ORDER BY entry.id FOR UPDATE OF entry
"""
CHANGE = f"""
UPDATE directory_entry entry SET {", ".join(f"{name} = news.{name}" for name in COLUMNS)}
FROM jsonb_populate_recordset(NULL::directory_entry, %s::jsonb) news WHERE entry.id = news.id
"""  # noqa: S608
ADD = """
INSERT INTO directory_entry ({columns})
SELECT {columns} FROM jsonb_populate_recordset(NULL::directory_entry, %s::jsonb) RETURNING id, uid
"""
# A source that looked later than we did knows it better; a day that must still come is none.
KNOWN_LATER = """
UPDATE directory_entry entry SET verified_on = told.day
FROM unnest(%s::bigint[], %s::date[]) AS told(id, day)
WHERE entry.id = told.id AND told.day <= %s AND (verified_on IS NULL OR verified_on < told.day)
"""
JSON = (str, bool, int, float, list, NoneType)
CHANGE_RECORDS = """
UPDATE sources_sourcerecord record
SET said = news.said, differs = news.differs, seen_on = news.seen_on, dropped_on = NULL
FROM jsonb_populate_recordset(NULL::sources_sourcerecord, %s::jsonb) news WHERE record.id = news.id
"""
ADD_RECORDS = """
INSERT INTO sources_sourcerecord (source_id, number, entry_id, said, kept, differs, seen_on)
SELECT source_id, number, entry_id, said, '{}', false, seen_on
FROM jsonb_populate_recordset(NULL::sources_sourcerecord, %s::jsonb)
"""


@dataclass
class Keeping:
    """What one reading of a source remembers from batch to batch."""

    source: Source
    by: Actor
    changed: list[int] = field(default_factory=list)
    has_nameless: bool = False
    # Some rows are entries of our own map, mended in our own table.
    has_ours: bool = False
    _bad: list[str] = field(default_factory=list)
    _areas: dict[str, int] = field(default_factory=dict)
    _unknown: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._areas = {place.name.casefold(): place.pk for place in Neighbourhood.objects.order_by("-pk")}
        self._cities = {name.casefold() for name in City.objects.values_list("name", flat=True)}

    def note_bad(self, number: str) -> None:
        """A record that cannot be kept is in the source all the same."""
        self.has_nameless = self.has_nameless or not number
        self._bad.append(number)
        if len(self._bad) >= BATCH:
            self.write_seen([])

    def write_seen(self, numbers: list[str]) -> set[str]:
        """Note that the source holds these numbers; gives those that it had not said before."""
        bad, self._bad = self._bad, []
        with connection.cursor() as cursor:
            cursor.execute(NOTE_SEEN, [numbers])
            news = {number for (number,) in cursor.fetchall()}
            cursor.execute(NOTE_SEEN, [[number for number in bad if number]])
        return news

    def place(self, area: str) -> int | None:
        """The neighbourhood of that name; a name that is none of ours is told later."""
        known = self._areas.get(area.casefold())
        if area and known is None and area.casefold() not in self._cities:
            self._unknown[area] = self._unknown.get(area, 0) + 1
        return known

    def strangers(self) -> list[str]:
        """A sentence for each area that is none of ours, the most frequent first."""
        sentence = _("'%(area)s' is not a neighbourhood of this city (%(count)d rows); the name is kept as it is.")
        often = sorted(self._unknown.items(), key=lambda item: -item[1])[:MOST_STRANGERS]
        return [sentence % {"area": area, "count": count} for area, count in often]


def keep_batch(batch: list[Said], *, keeping: Keeping, report: Report) -> None:
    """Add what is new and change what the source says otherwise than before, in a handful of queries."""
    news = keeping.write_seen([said.number for said in batch])
    once: dict[str, Said] = {}
    for said in batch:
        if said.number not in news or once.setdefault(said.number, said) is not said:
            number = first_words(said.number, at_most=40)
            reason = _("The id '%(id)s' was already in this list.") % {"id": number}
            mend = _("Give every row its own id.")
            report.tell_problem(Problem(said.line, "id", reason, mend, said.number), is_first=True)
    known = {row[1]: Known(*row) for row in _ask(KNOWN, [keeping.source.pk, list(once)])}
    strange = [said for said in once.values() if said.number not in known]
    ours = ours_among(strange)
    _add([said for said in strange if said.number not in ours], keeping, report)
    _correct([(ours[said.number], said) for said in strange if said.number in ours], keeping, report)
    changed = [(known[said.number], said) for said in once.values() if said.number in known]
    _change([(one, said) for one, said in changed if one.is_news(said)], keeping, report)
    report.same += sum(not one.is_news(said) for one, said in changed)
    _know_later([(one.entry_id, said) for one, said in changed])


def _know_later(pairs: list[tuple[int, Said]]) -> None:
    """Entries that the source looked at since we did are known to be right from then on."""
    days = {pk: day for pk, said in pairs if (day := said.facts.get("verified_on"))}
    if days:
        with connection.cursor() as cursor:
            cursor.execute(KNOWN_LATER, [list(days), list(days.values()), clock.today()])


def _add(fresh: list[Said], keeping: Keeping, report: Report) -> None:
    """New entries, with what the source says about each."""
    if not fresh:
        return
    now = clock.now().isoformat()
    taken = {str(uid) for uid in Entry.objects.filter(uid__in=_uids(fresh)).values_list("uid", flat=True)}
    blank, rows = _blank(), []
    for said in fresh:
        uid = said.facts.get("uid")
        uid = str(uuid4()) if uid is None or uid in taken else uid
        taken.add(uid)
        place = keeping.place(said.facts.get("area", ""))
        rows.append({**blank, **said.facts, "uid": uid, "neighbourhood_id": place, "updated_at": now})
    columns = ", ".join(f'"{name}"' for name in blank)
    made = {str(uid): pk for pk, uid in _ask(ADD.format(columns=columns), [json.dumps(rows)])}
    ids = [made[row["uid"]] for row in rows]
    records = [
        {"source_id": keeping.source.pk, "number": said.number, "entry_id": pk, "said": as_said(said), "seen_on": now}
        for pk, said in zip(ids, fresh, strict=True)
    ]
    _write(ADD_RECORDS, records)
    keep_details({pk: Details.of(as_said(said)) for pk, said in zip(ids, fresh, strict=True)})
    report.added += len(ids)
    keeping.changed += ids


def _uids(fresh: list[Said]) -> list[str]:
    return [said.facts["uid"] for said in fresh if "uid" in said.facts]


def _blank() -> dict[str, Any]:
    """An entry of which nobody said anything yet, as JSON by its columns; the database fills in what is searched."""
    fields = [one for one in Entry._meta.concrete_fields if not one.primary_key and one.column != "search"]
    values = {str(one.column): one.get_default() for one in fields}
    return {name: value if isinstance(value, JSON) else str(value) for name, value in values.items()}


def as_said(said: Said) -> dict[str, Any]:
    """What a source says, as it is kept."""
    facts = {name: value for name, value in said.facts.items() if name not in ONLY_NEW}
    further = {"locations": said.locations, "times": said.times, "provider": said.provider or None}
    return facts | {name: value for name, value in further.items() if value is not None}


def _correct(pairs: list[tuple[Entry, Said]], keeping: Keeping, report: Report) -> None:
    """Our own entries as somebody mended them in our own table; what they did not touch stays."""
    if not pairs:
        return
    keeping.has_ours = True
    changed, late = correct_ours(pairs, place=keeping.place, by=keeping.by)
    for problem in late:
        report.tell_problem(problem, is_first=True)
    report.changed += len(changed)
    report.same += len(pairs) - len(changed) - len(late)
    keeping.changed += changed


def _change(pairs: list[tuple[Known, Said]], keeping: Keeping, report: Report) -> None:
    """Weigh what the source says now against what it said before and what we say."""
    if not pairs:
        return
    ids = [known.entry_id for known, _said in pairs]
    entries: dict[int, dict[str, Any]] = {pk: _loaded(facts) for pk, facts in _ask(NOW, [ids])}
    details = read_details(ids) if any(known.has_details(said) for known, said in pairs) else {}
    now = clock.now().isoformat()
    news, records, further = {}, [], {}
    for known, said in pairs:
        theirs = as_said(said)
        ours = entries[known.entry_id]
        weighed = weigh(known, theirs, ours)
        if weighed.news:
            ours.update(weighed.news)
            if "area" in weighed.news:
                ours["neighbourhood_id"] = keeping.place(ours["area"])
            news[known.entry_id] = {**ours, "updated_at": now}
        if known.has_details(said):
            wanted = Details.of({**known.said, **theirs})
            if Details.of(known.said) == details[known.entry_id]:
                further[known.entry_id] = wanted
            weighed.kept_ours += Details.of(known.said) != details[known.entry_id] != wanted
        records.append({"id": known.pk, "said": {**known.said, **theirs}, "differs": bool(weighed.kept_ours),
                        "seen_on": now})  # fmt: skip
        report.kept_ours += weighed.kept_ours
    _write(CHANGE, list(news.values()))
    keep_details(further)
    _write(CHANGE_RECORDS, records)
    report.changed += len(pairs)
    keeping.changed += sorted(news.keys() | further.keys())


def _loaded(facts: Any) -> dict[str, Any]:
    return dict(json.loads(facts) if isinstance(facts, str) else facts)


def _ask(statement: str, values: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _write(statement: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(statement, [json.dumps(rows)])
