"""Finding what is there from what somebody says. Every search of the map goes through these functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.directory.queries.why import why_entry
from wijkhuis.house.directory.rules.words import content_words, first_match
from wijkhuis.house.neighbourhood.models import House, Neighbourhood

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Found(Generic[Thing]):
    """Something that may help, why in one line, and how well it fits (higher is better, no fixed scale)."""

    entry: Thing
    why: str
    score: float


# Each word is looked for as it is, as the beginning of a longer word, and as the words of the map that resemble it.
# A rare word says more than a common one; of a very common word only the first MOST_PER_WORD entries are weighed.
# What is elsewhere in the city counts for half when a house asks.
MOST_PER_WORD = 2000
# What fits this much less than the best is noise.
FAINT = 0.06
TERMS = """
terms AS MATERIALIZED (
  SELECT word, plainto_tsquery('dutch', word) AS exact,
    CASE WHEN length(word) < 4 THEN plainto_tsquery('dutch', word)
         ELSE to_tsquery('dutch', quote_literal(word) || ':*') END AS beginning,
    coalesce(resembling, ''::tsquery) AS resembling, coalesce(likeness, 0) AS likeness
  FROM (SELECT unaccent(unnest(%(words)s::text[])) AS word) asked
  LEFT JOIN LATERAL (
    SELECT to_tsquery('dutch', string_agg(quote_literal(near.word), ' | ')) AS resembling,
      avg(near.likeness ^ 2) AS likeness
    FROM (
      SELECT known.word, .3 * similarity(known.word, asked.word) + .7 * greatest(
          word_similarity(asked.word, known.word), .8 * word_similarity(known.word, asked.word)) AS likeness
      FROM directory_word known
      WHERE length(asked.word) > 3 AND NOT starts_with(known.word, asked.word)
        AND (known.word %% asked.word OR known.word %%> asked.word)
      ORDER BY likeness DESC, known.word LIMIT 6
    ) near WHERE near.likeness >= .35
  ) resembles ON true
)"""
SEARCH_ENTRIES = f"""
WITH {TERMS},
nearby AS MATERIALIZED (
  SELECT neighbourhood_id FROM neighbourhood_house_neighbourhoods WHERE house_id = %(house)s
),
hits AS MATERIALIZED (
  SELECT word, hit.id, hit.fit FROM terms, LATERAL (
    SELECT entry.id, greatest(
        ts_rank('{{0,.4,.6,1}}', search, exact),
        .5 * ts_rank('{{0,.4,.6,1}}', search, beginning),
        .3 * likeness * ts_rank('{{0,.4,.6,1}}', search, resembling)
      ) * CASE WHEN %(house)s::bigint IS NULL OR neighbourhood_id IN (SELECT neighbourhood_id FROM nearby)
               OR neighbourhood_id IS NULL AND (area = '' OR area IN (SELECT name FROM neighbourhood_city))
          THEN 1 ELSE .5 END AS fit
    FROM directory_entry entry
    WHERE search @@ (exact || beginning || resembling) AND is_published
      AND (%(kinds)s::text[] IS NULL OR kind = ANY(%(kinds)s::text[]))
    LIMIT {MOST_PER_WORD}
  ) hit
),
rare AS (
  SELECT word, ln(1 + (SELECT greatest(reltuples, 50) FROM pg_class WHERE oid = 'directory_entry'::regclass)
    / (count(*) + .5)) AS weight
  FROM hits GROUP BY word
),
best AS (
  SELECT id, sum(fit * weight) AS score FROM hits JOIN rare USING (word)
  GROUP BY id ORDER BY score DESC, id LIMIT %(limit)s
)
SELECT entry.*, best.score, place.name AS place_name, place.district_id AS place_district
FROM best JOIN directory_entry entry USING (id)
LEFT JOIN neighbourhood_neighbourhood place ON place.id = entry.neighbourhood_id
ORDER BY best.score DESC, entry.id
"""  # noqa: S608


def search_entries(
    text: str, *, house: House | None = None, kinds: Iterable[str] | None = None, limit: int = 5
) -> list[Found[Entry]]:
    """Published entries that fit what somebody says, the best first; one query.

    `text` is any sentence in any state; nothing of it is kept. With a house, what is nearby or for the whole city
    comes before what is elsewhere. Gives an empty list when the text holds no telling word.
    """
    words = content_words(text)
    if not words or limit < 1:
        return []
    asked: dict[str, Any] = {
        "words": words,
        "house": house.pk if house else None,
        "kinds": [str(kind) for kind in kinds] if kinds else None,
        "limit": limit,
    }
    found = [_found(entry, words) for entry in Entry.objects.raw(SEARCH_ENTRIES, asked)]
    return [one for one in found if one.score >= FAINT * found[0].score]


SEARCH_KEY_PEOPLE = """
WITH asked AS (SELECT unaccent(unnest(%(words)s::text[])) AS word)
SELECT person.*, sum(
    ts_rank('{0,.4,.6,1}', search, plainto_tsquery('dutch', word))
    + .5 * (search @@ to_tsquery('dutch', quote_literal(word) || ':*') AND length(word) > 3)::int
    + .3 * greatest(word_similarity(word, lower(unaccent(ask_about))) - .5, 0)) AS score
FROM directory_keyperson person, asked
WHERE house_id = %(house)s AND agreed_until >= %(on)s AND (
  search @@ plainto_tsquery('dutch', word)
  OR length(word) > 3 AND (
    search @@ to_tsquery('dutch', quote_literal(word) || ':*')
    OR word_similarity(word, lower(unaccent(ask_about))) > .55))
GROUP BY person.id
ORDER BY score DESC, person.id
LIMIT %(limit)s
"""


def search_key_people(text: str, *, house: House, on: date, limit: int = 5) -> list[Found[KeyPerson]]:
    """Key people of a house who agreed to be asked about this until at least that day; for staff only. One query."""
    words = content_words(text)
    if not words or limit < 1:
        return []
    asked = {"words": words, "house": house.pk, "on": on, "limit": limit}
    return [_found_person(person, words) for person in KeyPerson.objects.raw(SEARCH_KEY_PEOPLE, asked)]


def _found(entry: Any, words: list[str]) -> Found[Entry]:
    if entry.neighbourhood_id:
        entry.neighbourhood = Neighbourhood(
            id=entry.neighbourhood_id, name=entry.place_name, district_id=entry.place_district
        )
    return Found(entry=entry, why=why_entry(entry, words), score=float(entry.score))


def _found_person(person: Any, words: list[str]) -> Found[KeyPerson]:
    language = first_match(person.languages, words)
    why = f"{person.ask_about} · {language}" if language else person.ask_about
    return Found(entry=person, why=why, score=float(person.score))
