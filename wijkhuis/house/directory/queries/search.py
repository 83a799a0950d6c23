"""Finding what is there from what somebody says. Every search of the map goes through these functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

import numpy as np
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import get_language

from wijkhuis.base import clock
from wijkhuis.base.asked import asked_often
from wijkhuis.base.language.meaning import LONGEST, Memory, encode
from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory.access import shown_to_everybody
from wijkhuis.house.directory.models import Entry, HouseNote, KeyPerson
from wijkhuis.house.directory.queries.index import Question
from wijkhuis.house.directory.queries.topics import topic_model
from wijkhuis.house.directory.queries.weighing import ABOUT, best_of, shares_of, weigh
from wijkhuis.house.directory.queries.why import why_entry
from wijkhuis.house.directory.rules import ranking
from wijkhuis.house.directory.rules.freshness import freshness_factor, limits
from wijkhuis.house.directory.rules.lexicon import topic_named
from wijkhuis.house.directory.rules.pieces import letters_of, words_of
from wijkhuis.house.directory.rules.words import LONGEST_QUESTION, clauses_of, content_words, first_match, without_noise
from wijkhuis.house.neighbourhood.models import House

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Found(Generic[Thing]):
    """Something that may help, why in one line, and how well it fits (higher is better, no fixed scale)."""

    entry: Thing
    why: str
    score: float


# What fits this much less than the best is noise.
FAINT = 0.15
# Letters in a row reach this; what people say reaches more, or is about a topic we know.
NOISE = 0.07
# What fits less than this is likely nothing, also when nothing fits better; for who shows several lists at once, each
# of which would otherwise be filled whatever somebody says. On the lists of the ladder it takes away 45 of 100 that are
# wrong and 6 of 100 that are right (`./huis benchmark --words`).
ENOUGH = 0.12
# What fits less than this stands one tap further on the ladder: of 100 above it 39 are right, of 100 in between 12.
CLEARLY = 0.2
# More than are shown, so that what was taken off the map meanwhile leaves no gap.
SPARE = 5
PER_LIST = 10
NOT_SHOWN = ("meaning__vector", "meaning__said", "meaning__letters", "meaning__words")


def search_entries(
    text: str, *, house: House | None = None, kinds: Iterable[str] | None = None, limit: int = 5
) -> list[Found[Entry]]:
    """Published entries that fit what somebody says, in whatever language, the best first.

    `text` is any sentence in any state; nothing of it is kept. With a house, what is nearby, taken up by
    it or for the whole city comes before what is elsewhere, and what its colleagues chose for the same topic comes
    forward. Two queries.
    Gives an empty list when the text says nothing: no telling word, and no topic either.
    """
    return search_by_kinds(text, house=house, groups=[kinds], limit=limit)[0]


def search_by_kinds(
    text: str,
    *,
    groups: Sequence[Iterable[str] | None],
    house: House | None = None,
    limit: int = 5,
    faint: float = FAINT,
    enough: float = 0.0,
) -> list[list[Found[Entry]]]:
    """As `search_entries`, for several groups of kinds at once: a list of what was found for each group.

    Left out is what fits less than this part (`faint`, 0 to 1) of the best of all groups, or less than `enough`.
    """
    nothing: list[list[Found[Entry]]] = [[] for _group in groups]
    text = without_noise(text[:LONGEST_QUESTION])
    if limit < 1 or not words_of(text[:LONGEST]).size:
        return nothing
    words, question = content_words(text), understood(text)
    if not words and question.topics.max() < ABOUT:
        return nothing
    parts = weigh(question, house=house)
    ranked = [best_of(parts, kinds=kinds, count=limit + SPARE) for kinds in groups]
    entries = _shown({pk for group in ranked for pk, _score in group}, house)
    fresh = [
        [(entries[pk], score * _freshness(entries[pk])) for pk, score in group if pk in entries] for group in ranked
    ]
    best = [sorted(group, key=lambda one: -one[1])[:limit] for group in fresh]
    shares = shares_of(question)
    highest = max((group[0][1] for group in best if group), default=0)
    if highest < NOISE and question.topics.max() < ABOUT:
        return nothing
    least = max(enough, faint * highest)
    return [
        [
            Found(entry=entry, why=why_entry(entry, words, topic=_shared_topic(entry, shares)), score=score)
            for entry, score in group
            if score >= least
        ]
        for group in best
    ]


def _shown(asked: set[int], house: House | None) -> dict[int, Entry]:
    # Lists of a few lengths, because every length is another question.
    padded = [*asked, *[0] * (-len(asked) % PER_LIST)]
    day = limits(clock.today()).inactive
    known = _entries_with_note(padded, day, house.pk) if house else _entries_of(padded, day)
    return {entry.pk: entry for entry in known}


@asked_often
def _entries_of(pks: list[int], known_after: date) -> QuerySet[Entry]:
    return _fetched(pks, known_after)


@asked_often
def _entries_with_note(pks: list[int], known_after: date, house_id: int) -> QuerySet[Entry]:
    """The same, each with `house_note`: what the house adds to it, or None."""
    notes = HouseNote.objects.filter(house_id=house_id, entry=OuterRef("pk")).values("note")
    return _fetched(pks, known_after).annotate(house_note=Subquery(notes))


def _fetched(pks: list[int], known_after: date) -> QuerySet[Entry]:
    entries = shown_to_everybody(known_after=known_after).filter(pk__in=pks)
    return entries.select_related("neighbourhood", "meaning").defer(*NOT_SHOWN).order_by()


def understood(text: str) -> Question:
    """What somebody asked, ready to be compared. The last ones are remembered, never the words themselves."""
    return _ASKED.recall(tidy(text)[:LONGEST], _understand)


_ASKED: Memory[Question] = Memory()


def _understand(said: str) -> Question:
    texts = [said, *clauses_of(said)]
    meanings = encode(texts)
    topics = ranking.topics_of_story(topic_model().of_questions(texts, meanings))
    return Question(meaning=meanings[0], topics=topics, letters=letters_of(said), words=words_of(said))


def topics_of(text: str) -> ranking.Numbers:
    """How much what somebody says is about each heading of the lexicon (t)."""
    return understood(text).topics


def warm_up() -> None:
    """Read the lexicon and the map before somebody waits for it."""
    search_entries("goedemorgen buurt")


def topics_asked(text: str) -> list[str]:
    """The headings of the lexicon that a question is clearly about, the clearest first; at most two."""
    shares = understood(text).topics
    keys = topic_model().keys
    return [keys[at] for at in np.argsort(-shares)[:2] if shares[at] >= ABOUT]


def _freshness(entry: Entry) -> float:
    """What nobody looked at for long sinks."""
    return freshness_factor((clock.today() - (entry.verified_on or entry.added_on)).days)


def _shared_topic(entry: Entry, shares: dict[str, float]) -> str:
    """The name of the topic that both the question and the entry are clearly about, or nothing."""
    if not (kept := getattr(entry, "meaning", None)):
        return ""
    both = [(shares.get(key, 0) * share, key) for key, share in zip(kept.topics, kept.shares, strict=True)]
    fit, key = max(both, default=(0, ""))
    return topic_named(key).name_in(get_language() or "nl") if fit >= ABOUT else ""


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


def _found_person(person: Any, words: list[str]) -> Found[KeyPerson]:
    language = first_match(person.languages, words)
    why = f"{person.ask_about} · {language}" if language else person.ask_about
    return Found(entry=person, why=why, score=float(person.score))
