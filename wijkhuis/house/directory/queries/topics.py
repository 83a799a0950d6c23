"""Which topics of the lexicon a question or an entry is about.

The lines of the lexicon are encoded once per edition and kept in a folder of the house; every process reads them there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from wijkhuis.base.language import likeness, meaning
from wijkhuis.base.language.kept import kept_folder
from wijkhuis.base.language.words import fold
from wijkhuis.house.directory.rules import lexicon, ranking
from wijkhuis.house.directory.rules.pieces import MOST_WORDS, pieces_of
from wijkhuis.house.directory.rules.ranking import Numbers

if TYPE_CHECKING:
    from sklearn.feature_extraction.text import TfidfVectorizer

NOTHING = np.zeros(0, dtype=np.intp)


@dataclass(frozen=True)
class Lines:
    """Lines to compare with: their meaning (l x 512), and the letters and words they are made of."""

    columns: NDArray[np.intp]
    meaning: Numbers
    letters: "TfidfVectorizer"
    by_letter: csr_matrix
    words: "TfidfVectorizer"
    by_word: csr_matrix
    # Which columns the pieces of a word have: people use the same words again and again.
    known: dict[str, NDArray[np.intp]] = field(default_factory=dict)

    def by_meaning(self, meanings: Numbers) -> Numbers:
        """How well each text fits each topic by what it means (n x t)."""
        return ranking.best_of_each(np.asarray(meanings @ self.meaning.T), self.columns)

    def by_letters(self, texts: Sequence[str]) -> Numbers:
        """How well each text fits each topic by the letters they share (n x t)."""
        return ranking.best_of_each((self.letters_in(texts) @ self.by_letter).toarray(), self.columns)

    def letters_in(self, texts: Sequence[str]) -> csr_matrix:
        """The pieces of letters in each text and how much they count: what the vectorizer gives, ten times as fast."""
        from sklearn.preprocessing import normalize

        rows = [np.unique(self._columns(text), return_counts=True) for text in texts]
        ends = np.cumsum([0, *(len(columns) for columns, _counts in rows)])
        columns = np.concatenate([columns for columns, _counts in rows])
        weights = (1 + np.log(np.concatenate([counts for _columns, counts in rows]))) * self.letters.idf_[columns]
        found = csr_matrix((weights.astype(np.float32), columns, ends), shape=(len(texts), len(self.letters.idf_)))
        return normalize(found, copy=False)

    def _columns(self, text: str) -> NDArray[np.intp]:
        if len(self.known) > MOST_WORDS:
            self.known.clear()
        return np.concatenate([NOTHING, *(self._columns_of(word) for word in fold(text).split())])

    def _columns_of(self, word: str) -> NDArray[np.intp]:
        if word not in self.known:
            vocabulary = self.letters.vocabulary_
            columns = [vocabulary[piece] for piece in pieces_of(f" {word} ") if piece in vocabulary]
            self.known[word] = np.array(columns, dtype=np.intp)
        return self.known[word]

    def by_words(self, texts: Sequence[str]) -> Numbers:
        """How well each text fits each topic by the words they share (n x t)."""
        return ranking.best_of_each((self.words.transform(texts) @ self.by_word).toarray(), self.columns)


@dataclass(frozen=True)
class TopicModel:
    """The lexicon, ready to be compared with."""

    keys: tuple[str, ...]
    said: Lines
    formal: Lines

    def of_questions(self, texts: Sequence[str], meanings: Numbers) -> Numbers:
        """How much each text is about each topic (n x t, rows add up to one)."""
        said = self.said
        return ranking.topics_of_question(said.by_meaning(meanings), said.by_letters(texts), said.by_words(texts))

    def of_entries(self, texts: Sequence[str], meanings: Numbers) -> Numbers:
        """How much each entry is about each topic (n x t, rows of length one)."""
        return ranking.topics_of_entry(self.formal.by_meaning(meanings), self.formal.by_letters(texts))


@cache
def topic_model() -> TopicModel:
    """The lexicon of this edition; the first process that asks encodes its lines, in about half a minute."""
    ready = kept_folder("words", edition=f"{meaning.ENCODER}-{lexicon.edition()}", prepare=_prepare)
    keys = tuple(topic.key for topic in lexicon.topics())
    return TopicModel(keys, _read(ready / "said"), _read(ready / "formal"))


def _prepare(folder: Path) -> None:
    """Encode the lexicon."""
    topics = lexicon.topics()
    _write(folder / "said", [topic.said for topic in topics])
    _write(folder / "formal", [topic.formal for topic in topics])


def _write(folder: Path, lines: list[tuple[str, ...]]) -> None:
    import joblib

    folder.mkdir(parents=True)
    texts = [line for of_topic in lines for line in of_topic]
    owners = [topic for topic, of_topic in enumerate(lines) for _line in of_topic]
    letters, words = likeness.letters(), likeness.words()
    parts: dict[str, Any] = {
        "columns": ranking.columns_of(owners, topics=len(lines)),
        "letters": letters,
        "by_letter": letters.fit_transform(texts).T.tocsr(),
        "words": words,
        "by_word": words.fit_transform(texts).T.tocsr(),
    }
    joblib.dump(parts, folder / "parts")
    np.save(folder / "meaning.npy", meaning.encode(texts))


def _read(folder: Path) -> Lines:
    import joblib

    # The numbers are read from the file itself, so that all processes of a machine share them.
    return Lines(meaning=np.load(folder / "meaning.npy", mmap_mode="r"), **joblib.load(folder / "parts"))
