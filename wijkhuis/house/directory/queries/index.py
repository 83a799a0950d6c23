"""The map in memory: every process keeps what entries mean and are made of, and follows what changes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from django.db import connection
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix

from wijkhuis.base.language.meaning import SIZE
from wijkhuis.house.directory.queries.topics import topic_model
from wijkhuis.house.directory.rules import pieces, ranking
from wijkhuis.house.directory.rules.ranking import Numbers
from wijkhuis.house.directory.rules.turned import Turned

# What changed since the whole was read is kept apart until it is this much.
MOST_RECENT = 1000
# Where an entry is: the number of a neighbourhood, this for the whole city, or -1 for somewhere that is none of ours.
CITY = 0
# In one statement: which transactions may still be going on, what changed since the last look, where a house is near,
# what it took up and what its colleagues chose. Numbers of transactions of another server, as after a restore, lie
# ahead of ours and are read with the whole only.
LOOK = """
WITH ours AS (
  SELECT pg_snapshot_xmin(seen)::text::bigint AS until,
    greatest(pg_snapshot_xmax(seen)::text::bigint - 1, pg_current_xact_id_if_assigned()::text::bigint) AS highest
  FROM pg_current_snapshot() AS seen
), changed AS (
  SELECT entry.id, kind, coalesce(neighbourhood_id,
      CASE WHEN area = '' OR area IN (SELECT name FROM neighbourhood_city) THEN 0 ELSE -1 END),
    is_published, vector, said, letters, words, meaning.topics, shares
  FROM ours, directory_meaning meaning JOIN directory_entry entry ON entry.id = meaning.entry_id
  WHERE written_in >= %(since)s AND (%(since)s = 0 OR written_in <= highest)
  ORDER BY entry.id
)
SELECT until,
  ARRAY(SELECT neighbourhood_id FROM neighbourhood_house_neighbourhoods WHERE house_id = %(house)s),
  ARRAY(SELECT entry_id FROM directory_housenote WHERE house_id = %(house)s),
  (SELECT jsonb_agg(jsonb_build_array(entry_id, topic, colleagues)) FROM (
    SELECT entry_id, topic, count(*) AS colleagues FROM directory_choice
    WHERE house_id = %(house)s AND topic = ANY(%(topics)s) AND chosen_on >= %(chosen_since)s
    GROUP BY entry_id, topic) chosen),
  changed.*
FROM ours LEFT JOIN changed ON true
"""


class Row(NamedTuple):
    """What the database keeps about one entry."""

    pk: int
    kind: str
    place: int
    is_published: bool
    vector: bytes
    said: bytes
    letters: bytes
    words: bytes
    topics: list[str]
    shares: list[float]


@dataclass(frozen=True)
class Question:
    """What somebody asked, ready to be compared."""

    meaning: Numbers
    topics: Numbers
    letters: pieces.Pieces
    words: pieces.Pieces


@dataclass(frozen=True)
class Pieces:
    """Entries by the pieces they are made of: a matrix, and how rare each piece is."""

    matrix: csc_matrix
    rarity: Numbers
    lengths: Numbers

    @classmethod
    def of(cls, rows: Sequence[bytes], rarity: Numbers | None = None) -> "Pieces":
        """The pieces of entries; `rarity` comes from all of the map when these are only a few."""
        each = [pieces.weights_of(np.frombuffer(row, dtype=np.uint32)) for row in rows]
        ends = np.cumsum([0, *(len(different) for different, _weights in each)])
        columns = np.concatenate([different for different, _weights in each]) if each else np.zeros(0, np.uint32)
        weights = np.concatenate([counted for _different, counted in each]) if each else np.zeros(0, np.float32)
        if rarity is None:
            seen = np.bincount(columns, minlength=pieces.ROOM)
            rarity = (np.log((1 + len(rows)) / (1 + seen)) + 1).astype(np.float32)
        weights = weights * rarity[columns]
        squares = np.add.reduceat(np.append(weights**2, 0), ends[:-1]) if each else weights
        lengths = np.sqrt(np.where(np.diff(ends) > 0, squares, 1)).astype(np.float32) if each else weights
        owners = np.repeat(np.arange(len(rows)), np.diff(ends))
        matrix = csc_matrix((weights, (owners, columns)), shape=(len(rows), pieces.ROOM), dtype=np.float32)
        return cls(matrix, rarity, lengths)

    def alike(self, asked: pieces.Pieces) -> Numbers:
        """How much each entry shares with what was asked, from 0 to 1; rare pieces say more."""
        different, counted = pieces.weights_of(asked)
        weights = counted * self.rarity[different]
        length = float(np.linalg.norm(weights))
        if not length or not len(self.lengths):
            return np.zeros(len(self.lengths), dtype=np.float32)
        found: Numbers = (self.matrix[:, different] @ (weights / length)) / self.lengths
        return found


@dataclass(frozen=True)
class Segment:
    """A part of the map, as arrays of one row per entry."""

    ids: NDArray[np.int64]
    kinds: NDArray[np.str_]
    places: NDArray[np.int64]
    published: NDArray[np.bool_]
    meaning: Turned
    topics: csr_matrix
    letters: Pieces
    words: Pieces
    said: Numbers
    said_of: NDArray[np.intp]

    @classmethod
    def of(cls, rows: Sequence[Row], whole: "Segment | None" = None) -> "Segment":
        """Arrays from rows; with a whole, pieces are as rare and meanings turned as they are there."""
        columns = {key: at for at, key in enumerate(topic_model().keys)}
        fits = [
            (at, columns[key], share)
            for at, row in enumerate(rows)
            for key, share in zip(row.topics, row.shares, strict=True)
            if key in columns
        ]
        owners, headings, shares = zip(*fits, strict=True) if fits else ((), (), ())
        topics = csr_matrix((shares, (owners, headings)), shape=(len(rows), len(columns)), dtype=np.float32)
        turn = whole.meaning.turn if whole else None
        said = [np.frombuffer(row.said, dtype=np.float16).reshape(-1, SIZE) for row in rows]
        return cls(
            ids=np.array([row.pk for row in rows], dtype=np.int64),
            kinds=np.array([row.kind for row in rows], dtype=np.str_),
            places=np.array([row.place for row in rows], dtype=np.int64),
            published=np.array([row.is_published for row in rows], dtype=np.bool_),
            meaning=Turned.of(_stacked([np.frombuffer(row.vector, dtype=np.float16)[None] for row in rows]), turn),
            topics=topics,
            letters=Pieces.of([row.letters for row in rows], whole.letters.rarity if whole else None),
            words=Pieces.of([row.words for row in rows], whole.words.rarity if whole else None),
            said=_stacked(said),
            said_of=np.repeat(np.arange(len(rows)), [len(lines) for lines in said]).astype(np.intp),
        )

    def beside_meaning(self, question: Question) -> Numbers:
        """How well each entry fits (e) by all but what it means itself; no fixed scale, about 0 to 2."""
        found: Numbers = (
            self.topics @ question.topics
            + ranking.OWN_LETTERS * self.letters.alike(question.letters)
            + ranking.OWN_WORDS * self.words.alike(question.words)
        )
        if len(self.said):
            fits = np.maximum(self.said @ question.meaning - ranking.SAID_FROM, 0) / (1 - ranking.SAID_FROM)
            best = np.zeros(len(self.ids), dtype=np.float32)
            np.maximum.at(best, self.said_of, fits)
            found = found + ranking.SAID * best
        return found


@dataclass(frozen=True)
class MapIndex:
    """The whole map as it was read once, and what changed since."""

    whole: Segment
    recent: Segment
    rows: dict[int, Row] = field(default_factory=dict)
    # Everything written in earlier transactions has been read.
    until: int = 0

    def segments(self) -> tuple[tuple[Segment, NDArray[np.bool_]], ...]:
        """Each part with which of its rows still hold."""
        holds = ~np.isin(self.whole.ids, self.recent.ids)
        return (self.whole, holds), (self.recent, np.ones(len(self.recent.ids), dtype=np.bool_))


_LOCK = Lock()
_KEPT: dict[str, MapIndex] = {}


@dataclass(frozen=True)
class View:
    """The map as it is now, as somebody in a house sees it."""

    index: MapIndex
    # The neighbourhoods of the house.
    nearby: list[int]
    # Entries that the house took up from the rest of the city.
    taken_up: list[int]
    # Entry, heading of the lexicon, and how many colleagues of the house chose it.
    chosen: list[tuple[int, str, int]]


def view_of_map(*, house: int | None = None, topics: Sequence[str] = (), chosen_since: date | None = None) -> View:
    """The map as the database has it now, in one query; the first time in a process all of it is read."""
    asked = {"house": house, "topics": list(topics), "chosen_since": chosen_since or date.max}
    with _LOCK:
        index = _KEPT.get(connection.alias)
        until, nearby, taken_up, chosen, rows = _look({**asked, "since": index.until if index else 0})
        if index is None:
            index = _whole(rows, until=until)
        elif rows:
            index = _followed(index, rows, until=until)
        _KEPT[connection.alias] = index
    return View(index=index, nearby=nearby, taken_up=taken_up, chosen=[tuple(choice) for choice in chosen or ()])


def drop_index() -> None:
    """Forget what is in memory; the next search reads the map again."""
    with _LOCK:
        _KEPT.clear()


def _whole(rows: list[Row], *, until: int) -> MapIndex:
    whole = Segment.of(rows)
    return MapIndex(whole, Segment.of([], whole), until=until)


def _followed(index: MapIndex, rows: list[Row], *, until: int) -> MapIndex:
    changed = {**index.rows, **{row.pk: row for row in rows}}
    if len(changed) > MOST_RECENT:
        until, *_view, rows = _look({"house": None, "topics": [], "chosen_since": date.max, "since": 0})
        return _whole(rows, until=until)
    return MapIndex(index.whole, Segment.of(list(changed.values()), index.whole), rows=changed, until=until)


def _look(asked: dict[str, Any]) -> tuple[int, list[int], list[int], Any, list[Row]]:
    with connection.cursor() as cursor:
        cursor.execute(LOOK, asked)
        found = cursor.fetchall()
    until, nearby, taken_up, chosen = found[0][:4]
    rows = [Row._make(bytes(cell) if isinstance(cell, memoryview) else cell for cell in row[4:]) for row in found]
    chosen = json.loads(chosen) if isinstance(chosen, str) else chosen
    return until, nearby, taken_up, chosen, rows if rows[0].pk else []


def _stacked(parts: list[Any]) -> Numbers:
    return np.concatenate([np.zeros((0, SIZE), dtype=np.float16), *parts]).astype(np.float32)
