"""What makes entries and key people findable."""

import hashlib
from collections.abc import Iterable
from itertools import islice

import numpy as np
from django.db import connection, transaction

from wijkhuis.base.language import meaning
from wijkhuis.house.directory.models import Entry, Meaning
from wijkhuis.house.directory.queries.topics import topic_model
from wijkhuis.house.directory.rules import lexicon
from wijkhuis.house.directory.rules.pieces import letters_of, words_of

AT_ONCE = 256
# The topics of an entry that are kept, and the least share worth keeping.
MOST_TOPICS = 10
LEAST_SHARE = 0.02
WRITTEN = """
UPDATE directory_meaning SET written_in = pg_current_xact_id()::text::bigint
WHERE entry_id = ANY(%(ids)s::bigint[])
"""
INDEX_KEY_PEOPLE = """
UPDATE directory_keyperson
SET search = setweight(to_tsvector('dutch', unaccent(ask_about)), 'A')
          || setweight(to_tsvector('dutch', unaccent(array_to_string(languages, ' '))), 'B')
WHERE %(ids)s::bigint[] IS NULL OR id = ANY(%(ids)s::bigint[])
"""


@transaction.atomic
def index_entries(ids: Iterable[int] | None = None) -> int:
    """Make entries findable as they are now; without ids all of them. Gives how many.

    What did not change is not computed again: about 3 ms for an entry that did.
    """
    entries = Entry.objects.order_by("pk")
    if ids is not None:
        entries = entries.filter(pk__in=list(ids))
    count, rest = 0, entries.iterator(chunk_size=AT_ONCE)
    while some := list(islice(rest, AT_ONCE)):
        _keep(some)
        count += len(some)
    return count


def index_key_people(ids: Iterable[int] | None = None) -> int:
    """Make key people findable by what one may ask them; without ids all of them. Gives how many."""
    return _run(INDEX_KEY_PEOPLE, None if ids is None else list(ids))


def _keep(entries: list[Entry]) -> None:
    """Compute what is new, and let every process know of all of them."""
    known = dict(Meaning.objects.filter(pk__in=[entry.pk for entry in entries]).values_list("pk", "text_hash"))
    texts = {entry.pk: _text(entry) for entry in entries}
    marks = {entry.pk: _mark(entry) for entry in entries}
    new = [entry for entry in entries if known.get(entry.pk) != marks[entry.pk]]
    if new:
        numbers = meaning.encode([texts[entry.pk] for entry in new])
        topics = topic_model().of_entries([texts[entry.pk] for entry in new], numbers)
        kept = [
            _computed(entry, mark=marks[entry.pk], vector=vector, shares=shares)
            for entry, vector, shares in zip(new, numbers, topics, strict=True)
        ]
        fields = [field.name for field in Meaning._meta.fields if field.name != "entry"]
        Meaning.objects.bulk_create(kept, update_conflicts=True, unique_fields=["entry"], update_fields=fields)
    _run(WRITTEN, [entry.pk for entry in entries])


def _computed(entry: Entry, *, mark: str, vector: meaning.Numbers, shares: meaning.Numbers) -> Meaning:
    keys = topic_model().keys
    best = [at for at in np.argsort(-shares)[:MOST_TOPICS] if shares[at] >= LEAST_SHARE]
    all_words = _all_words(entry)
    return Meaning(
        entry=entry,
        text_hash=mark,
        vector=vector.astype(np.float16).tobytes(),
        said=meaning.encode(entry.people_say).astype(np.float16).tobytes(),
        letters=letters_of(all_words).tobytes(),
        words=words_of(all_words).tobytes(),
        topics=[keys[at] for at in best],
        shares=[float(shares[at]) for at in best],
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
