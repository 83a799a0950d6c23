"""What makes entries and key people findable."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from django.db import connection, transaction

from wijkhuis.base.batches import batches, batches_by_key
from wijkhuis.base.language import meaning
from wijkhuis.base.language.helpers import encoded_ahead
from wijkhuis.house.directory.models import Entry, Meaning
from wijkhuis.house.directory.queries.topics import topic_model
from wijkhuis.house.directory.rules import lexicon
from wijkhuis.house.directory.rules.pieces import letters_of, words_of

AT_ONCE = 512
# What an entry is found by.
READ = "name organisation description topics audience people_say".split()
# The topics of an entry that are kept, and the least share worth keeping.
MOST_TOPICS = 10
LEAST_SHARE = 0.02
WRITTEN = """
UPDATE directory_meaning SET written_in = pg_current_xact_id()::text::bigint
WHERE entry_id = ANY(%(ids)s::bigint[])
"""
# The columns of what was computed, in the order in which they are written.
COMPUTED = "entry_id text_hash vector said letters words topics shares".split()
KEEP = f"""
INSERT INTO directory_meaning ({", ".join(COMPUTED)}, written_in)
VALUES ({", ".join(["%s"] * len(COMPUTED))}, pg_current_xact_id()::text::bigint)
ON CONFLICT (entry_id) DO UPDATE SET {", ".join(f"{name} = EXCLUDED.{name}" for name in COMPUTED[1:])},
  written_in = EXCLUDED.written_in
"""  # noqa: S608
INDEX_KEY_PEOPLE = """
UPDATE directory_keyperson
SET search = setweight(to_tsvector('dutch', unaccent(ask_about)), 'A')
          || setweight(to_tsvector('dutch', unaccent(array_to_string(languages, ' '))), 'B')
WHERE %(ids)s::bigint[] IS NULL OR id = ANY(%(ids)s::bigint[])
"""


# Hears how many entries can be found so far; may raise to stop.
Tell = Callable[[int], None]


@transaction.atomic
def index_entries(ids: Iterable[int] | None = None, *, tell: Tell | None = None) -> int:
    """Make entries findable as they are now; without ids all of them. Gives how many.

    What did not change is not computed again: 3 to 6 ms for an entry that did, on each core that helps. Entries that
    were named are read again by every process, for who sees them may have changed; of all the others only what is new.
    """
    wanted = None if ids is None else sorted(set(ids))
    count, found = 0, _batches_with_news(wanted)
    several = Entry.objects.count() - Meaning.objects.count() if wanted is None else len(wanted)
    for (some, news), numbers in encoded_ahead(found, lambda batch: _texts(batch[1]), count=several):
        _keep(news, numbers)
        if wanted is not None:
            _run(WRITTEN, sorted({entry.pk for entry in some} - {entry.pk for entry in news}))
        count += len(some)
        if tell:
            tell(count)
    return count


def index_key_people(ids: Iterable[int] | None = None) -> int:
    """Make key people findable by what one may ask them; without ids all of them. Gives how many."""
    return _run(INDEX_KEY_PEOPLE, None if ids is None else list(ids))


def _batches_with_news(wanted: list[int] | None) -> Iterator[tuple[list[Entry], list[Entry]]]:
    """Entries a few at a time, and those among them of which something must be computed."""
    if wanted is None:
        found = batches_by_key(Entry.objects.only(*READ), size=AT_ONCE)
    else:
        named = Entry.objects.only(*READ).order_by("pk")
        found = (list(named.filter(pk__in=some)) for some in batches(wanted, size=AT_ONCE))
    for some in found:
        known = dict(Meaning.objects.filter(pk__in=[entry.pk for entry in some]).values_list("pk", "text_hash"))
        yield some, [entry for entry in some if known.get(entry.pk) != _mark(entry)]


def _texts(entries: list[Entry]) -> list[str]:
    """All that is encoded of these entries: first each of them, then every line that people say."""
    return [*map(_text, entries), *(line for entry in entries for line in entry.people_say)]


def _keep(entries: list[Entry], numbers: meaning.Numbers) -> None:
    """Write down what was computed; `numbers` has a row for each of the texts above."""
    if not entries:
        return
    vectors, said = numbers[: len(entries)], numbers[len(entries) :]
    topics = topic_model().of_entries([_text(entry) for entry in entries], vectors)
    ends = np.cumsum([len(entry.people_say) for entry in entries])
    each = zip(entries, vectors, topics, np.split(said, ends[:-1]), strict=True)
    with connection.cursor() as cursor:
        cursor.executemany(
            KEEP, [_computed(entry, vector=vector, shares=shares, said=lines) for entry, vector, shares, lines in each]
        )


def _computed(
    entry: Entry, *, vector: meaning.Numbers, shares: meaning.Numbers, said: meaning.Numbers
) -> tuple[Any, ...]:
    keys = topic_model().keys
    best = [at for at in np.argsort(-shares)[:MOST_TOPICS] if shares[at] >= LEAST_SHARE]
    all_words = _all_words(entry)
    return (
        entry.pk,
        _mark(entry),
        vector.astype(np.float16).tobytes(),
        said.astype(np.float16).tobytes(),
        letters_of(all_words).tobytes(),
        words_of(all_words).tobytes(),
        [keys[at] for at in best],
        [float(shares[at]) for at in best],
    )


def _text(entry: Entry) -> str:
    """What an entry is, in one line: name, what it is, topics and for whom."""
    return f"{entry.name}. {entry.description} {', '.join(entry.topics)}. {', '.join(entry.audience)}"


def _all_words(entry: Entry) -> str:
    """Every word by which an entry may be recognised, also who offers it and what people say for it."""
    return " ".join(
        (entry.name, entry.organisation, entry.description, *entry.topics, *entry.audience, *entry.people_say)
    )


def _mark(entry: Entry) -> str:
    """Another one as soon as anything that is computed from would become something else."""
    parts = (meaning.ENCODER, lexicon.edition(), _text(entry), _all_words(entry), *entry.people_say)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _run(statement: str, ids: list[int] | None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"ids": ids})
        return cursor.rowcount
