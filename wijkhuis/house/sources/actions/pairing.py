"""Finding entries that may be one and the same, among the whole map at once."""

from collections.abc import Iterable

from django.db import connection, transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.sources import access
from wijkhuis.house.sources.models import Pair

# Two entries are compared when they share a phone number, a website, an address, a word of their name that is not
# common, or in one area what they are about most; a number of twenty entries is a switchboard and says nothing. They
# mean the same when the topics of the lexicon that they are about agree: the meaning of a whole sentence puts 'help
# with debts on Tuesday' nearer to 'help with grief on Tuesday' than to the same in other words. Names that are not
# alike need two facts and the same meaning. What one source calls two is two.
PROPOSE = r"""
WITH known AS MATERIALIZED (
  SELECT id, lower(unaccent(name)) AS name, kind = 'organisation' AS is_organisation,
    right(nullif(regexp_replace(phone, '\D', '', 'g'), ''), 9) AS phone,
    nullif(regexp_replace(lower(website), '^https?://(www\.)?|/+$', '', 'g'), '') AS website,
    regexp_replace(lower(unaccent(concat(address, '|', replace(postcode, ' ', '')))), '[^a-z0-9|]', '', 'g') AS address,
    coalesce(neighbourhood_id::text, nullif(lower(area), ''), '') AS area,
    coalesce(meaning.topics, '{}') AS topics, coalesce(meaning.shares, '{}') AS shares
  FROM directory_entry LEFT JOIN directory_meaning meaning ON meaning.entry_id = id WHERE is_published
),
words AS (
  SELECT DISTINCT id, 'word ' || word AS key FROM known, regexp_split_to_table(name, '\W+') AS word
  WHERE length(word) >= 4
),
keys AS MATERIALIZED (
  SELECT id, key FROM words
  UNION ALL SELECT id, 'phone ' || phone FROM known WHERE length(phone) = 9
  UNION ALL SELECT id, 'site ' || website FROM known WHERE website IS NOT NULL
  UNION ALL SELECT id, 'topic ' || topics[1] || ' in ' || area FROM known WHERE area <> '' AND shares[1] >= .5
  UNION ALL SELECT id, 'place ' || address FROM known WHERE address ~ '[a-z]+[0-9]'
),
telling AS MATERIALIZED (SELECT key FROM keys GROUP BY key HAVING count(*) BETWEEN 2 AND 20),
asked AS MATERIALIZED (
  SELECT DISTINCT least(mine.id, theirs.id) AS first, greatest(mine.id, theirs.id) AS second
  FROM telling JOIN keys mine USING (key) JOIN keys theirs USING (key)
  WHERE mine.id <> theirs.id AND (%(ids)s::bigint[] IS NULL OR mine.id = ANY(%(ids)s::bigint[]))
),
compared AS (
  SELECT first, second, similarity(one.name, other.name) AS name,
    coalesce(one.phone = other.phone, false) AS phone, coalesce(one.website = other.website, false) AS website,
    coalesce(one.address = other.address AND one.address ~ '[a-z]+[0-9]', false) AS address,
    one.area = other.area OR one.area = '' OR other.area = '' AS area,
    one.is_organisation = other.is_organisation AS same_sort, coalesce((
      SELECT sum(mine.share * theirs.share) FROM unnest(one.topics, one.shares) AS mine (topic, share)
      JOIN unnest(other.topics, other.shares) AS theirs (topic, share) USING (topic)), 0) >= .5 AS meaning
  FROM asked JOIN known one ON one.id = first JOIN known other ON other.id = second
),
weighed AS (
  SELECT *, least(1, .6 * name + .2 * phone::int + .2 * website::int + .2 * address::int
                     + .2 * meaning::int + CASE WHEN area THEN 0 ELSE -.2 END) AS likeness
  FROM compared WHERE name >= .35 OR (meaning AND same_sort)
)
INSERT INTO sources_pair (first_id, second_id, likeness, alike, is_different)
SELECT first, second, likeness, to_jsonb(array_remove(ARRAY[
    CASE WHEN name >= .5 THEN 'name' END, CASE WHEN phone THEN 'phone' END, CASE WHEN website THEN 'website' END,
    CASE WHEN address THEN 'address' END, CASE WHEN meaning THEN 'meaning' END], NULL)), false
FROM weighed
WHERE likeness >= .55 AND NOT EXISTS (
  SELECT FROM sources_sourcerecord mine JOIN sources_sourcerecord theirs USING (source_id)
  WHERE mine.entry_id = first AND theirs.entry_id = second
    AND mine.dropped_on IS NULL AND theirs.dropped_on IS NULL)
ON CONFLICT (first_id, second_id) DO UPDATE SET likeness = excluded.likeness, alike = excluded.alike
WHERE sources_pair.alike <> excluded.alike
"""


def propose_pairs(ids: Iterable[int] | None = None) -> int:
    """Propose entries that may be one; without ids among the whole map. Gives how many proposals are new or other."""
    asked = None if ids is None else list(ids)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PROPOSE, {"ids": asked})
        return int(cursor.rowcount)


@transaction.atomic
def tell_apart(pair: Pair, *, by: Actor) -> None:
    """These are two: nobody is asked again."""
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    pair.is_different = True
    pair.save(update_fields=["is_different"])
    record("sources.told_apart", pair.first, by=by)
