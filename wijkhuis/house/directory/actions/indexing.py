"""What makes entries and key people findable, computed by the database itself."""

from collections.abc import Iterable

from django.db import connection

MANY = 200
INDEX_ENTRIES = """
UPDATE directory_entry SET
  search = setweight(to_tsvector('dutch', unaccent(name || ' ' || array_to_string(topics, ' '))), 'A')
        || setweight(to_tsvector('dutch', unaccent(organisation || ' ' || array_to_string(audience, ' '))), 'B')
        || setweight(to_tsvector('dutch', unaccent(description)), 'C'),
  search_text = lower(unaccent(concat_ws(
    ' ', name, array_to_string(topics, ' '), organisation, array_to_string(audience, ' '), left(description, 1000))))
WHERE %(ids)s::bigint[] IS NULL OR id = ANY(%(ids)s::bigint[])
"""
KEEP_WORDS = r"""
INSERT INTO directory_word (word)
SELECT DISTINCT word FROM directory_entry, regexp_split_to_table(search_text, '\W+') AS word
WHERE (%(ids)s::bigint[] IS NULL OR id = ANY(%(ids)s::bigint[])) AND length(word) BETWEEN 4 AND 40
ORDER BY word
ON CONFLICT DO NOTHING
"""
INDEX_KEY_PEOPLE = """
UPDATE directory_keyperson
SET search = setweight(to_tsvector('dutch', unaccent(ask_about)), 'A')
          || setweight(to_tsvector('dutch', unaccent(array_to_string(languages, ' '))), 'B')
WHERE %(ids)s::bigint[] IS NULL OR id = ANY(%(ids)s::bigint[])
"""


def index_entries(ids: Iterable[int] | None = None) -> int:
    """Make entries findable by their words as they are now; without ids all of them. Gives how many."""
    asked = None if ids is None else list(ids)
    count = _run(INDEX_ENTRIES, asked)
    _run(KEEP_WORDS, asked)
    if count >= MANY:
        # So that PostgreSQL knows at once that there is much to search in.
        _run("ANALYZE directory_word, directory_entry", None)
    return count


def index_key_people(ids: Iterable[int] | None = None) -> int:
    """Make key people findable by what one may ask them; without ids all of them. Gives how many."""
    return _run(INDEX_KEY_PEOPLE, None if ids is None else list(ids))


def _run(statement: str, ids: list[int] | None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"ids": ids})
        return cursor.rowcount
