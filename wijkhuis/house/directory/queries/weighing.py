"""How well everything on the map fits a question, and what fits best. Every search of the map weighs here."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkhuis.base import clock
from wijkhuis.house.directory.queries.index import CITY, Question, Segment, view_of_map
from wijkhuis.house.directory.queries.topics import topic_model
from wijkhuis.house.directory.rules import ranking
from wijkhuis.house.directory.rules.ranking import Numbers
from wijkhuis.house.directory.rules.turned import Compared
from wijkhuis.house.neighbourhood.models import House

# From this share on a question is about a topic, and an entry too.
ABOUT = 0.2
# What is elsewhere in the city counts for half when a house asks.
ELSEWHERE_COUNTS = 0.5
# And what is around the corner comes just before what is for the whole city.
NEARBY_COUNTS = 1.1
# Choices of colleagues count this many months.
CHOICE_MONTHS = 18


@dataclass(frozen=True)
class Weighed:
    """A part of the map and how well its e entries fit: (what we know + what they mean) times where they are."""

    part: Segment
    known: Numbers
    meaning: Compared
    # Zero for what may not be found.
    counts: Numbers

    def best(self, shown: NDArray[np.bool_], *, count: int) -> list[tuple[int, float]]:
        """Identifiers and scores of those of `shown` (e) that fit best, at most `count`; nothing that does not fit."""
        rows = np.flatnonzero(shown & (self.counts > 0))
        slack = ranking.OWN_MEANING * self.meaning.slack[rows] * self.counts[rows]
        middle = (self.known[rows] + ranking.OWN_MEANING * self.meaning.near[rows]) * self.counts[rows]
        least = np.partition(middle - slack, -count)[-count] if len(rows) > count else 0
        # Whoever cannot reach the last of those that surely fit is not compared in full.
        rows = rows[middle + slack >= max(least, 0)]
        scores = (self.known[rows] + ranking.OWN_MEANING * self.meaning.exactly(rows)) * self.counts[rows]
        best = np.argpartition(-scores, count)[:count] if len(rows) > count else np.arange(len(rows))
        return [(int(self.part.ids[rows[at]]), float(scores[at])) for at in best if scores[at] > 0]


def weigh(question: Question, *, house: House | None) -> list[Weighed]:
    """The map weighed for a question, as a house sees it; one query."""
    shares = shares_of(question)
    view = view_of_map(
        house=house.pk if house else None,
        topics=[key for key, share in shares.items() if share >= ABOUT],
        chosen_since=clock.add_months(clock.today(), -CHOICE_MONTHS),
    )
    chosen: dict[int, float] = {}
    for pk, topic, colleagues in view.chosen:
        chosen[pk] = chosen.get(pk, 0) + float(ranking.CHOSEN * shares[topic] * ranking.confidence(colleagues))
    parts = []
    for part, holds in view.index.segments():
        known = part.beside_meaning(question)
        if chosen:
            rows = np.flatnonzero(np.isin(part.ids, list(chosen)))
            known[rows] += np.array([chosen[int(pk)] for pk in part.ids[rows]], dtype=np.float32)
        counts = (holds & part.published).astype(np.float32)
        if house:
            elsewhere = np.where(part.places == CITY, np.float32(1), np.float32(ELSEWHERE_COUNTS))
            near = np.isin(part.places, view.nearby) | np.isin(part.ids, view.taken_up)
            counts *= np.where(near, np.float32(NEARBY_COUNTS), elsewhere)
        parts.append(Weighed(part, known, part.meaning.asked(question.meaning), counts))
    return parts


def best_of(parts: list[Weighed], *, kinds: Iterable[str] | None, count: int) -> list[tuple[int, float]]:
    """The identifiers of the entries of these kinds that fit best, with their score."""
    asked = [str(kind) for kind in kinds] if kinds else None
    found: list[tuple[int, float]] = []
    for weighed in parts:
        kinds_there = weighed.part.kinds
        shown = np.isin(kinds_there, asked) if asked else np.ones(len(kinds_there), dtype=np.bool_)
        found += weighed.best(shown, count=count)
    return sorted(found, key=lambda one: (-one[1], one[0]))[:count]


def shares_of(question: Question) -> dict[str, float]:
    """How much the question is about each heading of the lexicon."""
    return dict(zip(topic_model().keys, question.topics.tolist(), strict=True))
