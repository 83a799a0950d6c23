"""Different people of many themes by quarter, place and kind of source, counted in the database."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection

from wijkhuis.base import clock
from wijkhuis.loop.signals.rules import marks

QUARTERS, PLACES, KINDS = "quarters", "places", "kinds"
PARTS = (QUARTERS, PLACES, KINDS)
# Per part, and there per quarter, neighbourhood or kind, how many people; under the key that counts the most.
Counts = Mapping[str, Mapping[Hashable, int]]
# At the desk, whatever became of it; heard by somebody who works here; heard in the street.
OF_PART = {
    QUARTERS: "date_trunc('quarter', signal.month)::date::text",
    PLACES: "signal.neighbourhood_id::text",
    KINDS: "CASE WHEN signal.source IN ('staff', 'round') THEN signal.source ELSE 'desk' END",
}
READ: dict[str, Callable[[str], Hashable]] = {QUARTERS: date.fromisoformat, PLACES: int, KINDS: str}
# Where it is asked when, no more is read than is ever shown, so that old years cost nothing.
SHOWN = {QUARTERS: "AND signal.month >= %(since)s AND signal.month < %(until)s"}
PEOPLE = """
    SELECT theme_id, '{part}', part, max(people)
    FROM (
        SELECT theme_id, key_id, part, count(*) AS people
        FROM (
            SELECT DISTINCT voice_key.theme_id, voice.key_id, {of_part} AS part, voice.token
            FROM signals_voicekey voice_key
            JOIN signals_voice voice ON voice.key_id = voice_key.id
            JOIN signals_signal signal ON signal.id = voice.signal_id AND signal.theme_id = ANY(%(themes)s)
            WHERE voice_key.theme_id = ANY(%(themes)s) {shown}
        ) person
        GROUP BY theme_id, key_id, part
    ) counted
    WHERE part IS NOT NULL
    GROUP BY theme_id, part
"""


def counts_of(themes: Sequence[int], *, parts: Sequence[str], today: date) -> dict[int, Counts]:
    """Different people per theme and part, in one query; the highest count under any key is what is certain."""
    found: dict[int, dict[str, dict[Hashable, int]]] = defaultdict(lambda: {part: {} for part in parts})
    if not themes:
        return {}
    for theme, part, where, people in _rows(themes, parts, today):
        found[theme][part][READ[part](where)] = people
    return dict(found)


def _rows(themes: Sequence[int], parts: Sequence[str], today: date) -> list[tuple[Any, ...]]:
    until = marks.quarter_of(today)
    values: dict[str, Any] = {
        "themes": list(themes),
        "since": clock.add_months(until, -3 * marks.MOST_QUARTERS),
        "until": until,
    }
    sql = " UNION ALL ".join(
        PEOPLE.format(part=part, of_part=OF_PART[part], shown=SHOWN.get(part, "")) for part in parts
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
