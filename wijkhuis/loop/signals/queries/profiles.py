"""Sentences against the topics of the map and the themes of the library: learned once per edition, kept on disk.

Each process reads what was learned; the first one that asks learns it, in about a minute.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack, vstack

from wijkhuis.base.language import likeness, meaning
from wijkhuis.base.language.kept import kept_folder
from wijkhuis.house.directory.queries.topics import topic_model
from wijkhuis.house.directory.rules import lexicon
from wijkhuis.loop.signals.rules import library, profile
from wijkhuis.loop.signals.rules.profile import Numbers

if TYPE_CHECKING:
    from sklearn.feature_extraction.text import TfidfVectorizer

# Another way of learning, and another way of making profiles, is another edition.
MADE = 1
COMPARED = 3
AT_ONCE = 256
# Weights smaller than this say nothing.
LEAST_WEIGHT = 0.02


@dataclass(frozen=True)
class Learned:
    """What it takes to compare a sentence with t topics of the map and k themes of the library, in this order."""

    topics: int
    letters: "TfidfVectorizer"
    words: "TfidfVectorizer"
    # From pieces of text to t topics, one column for what belongs to no theme, and k themes.
    weights: csr_matrix
    offsets: Numbers
    # All lines by their pieces (pieces x lines), in the order of topics and themes, and where each of these begins.
    lines: csr_matrix
    starts: NDArray[np.intp]
    # From meaning (512) to t + k.
    meaning: Numbers
    meaning_offsets: Numbers

    @property
    def width(self) -> int:
        """How many numbers a profile has: three ways of looking at each topic and theme."""
        return 3 * len(self.starts)

    @property
    def of_library(self) -> slice:
        """The columns of a profile that say how much a sentence is about each theme of the library, as learned."""
        return slice(self.topics, len(self.starts))

    def profiles(self, texts: Sequence[str], meanings: Numbers | None = None) -> csr_matrix:
        """The profile of each text (n x width, rows of at most length one); about 3 ms a text."""
        found = [csr_matrix((0, self.width), dtype=np.float32)]
        for at in range(0, len(texts), AT_ONCE):
            some = texts[at : at + AT_ONCE]
            found.append(self._some(some, meaning.encode(some) if meanings is None else meanings[at : at + AT_ONCE]))
        return vstack(found, format="csr")

    def _some(self, texts: Sequence[str], meanings: Numbers) -> csr_matrix:
        pieces = _pieces(self.letters.transform(texts), self.words.transform(texts))
        learned = (pieces @ self.weights).toarray() + self.offsets
        themes = profile.shares(learned[:, self.topics :], sharp=profile.SHARP_LEARNED)
        nearest = np.maximum.reduceat((pieces @ self.lines).toarray(), self.starts, axis=1)
        by_meaning = meanings @ self.meaning + self.meaning_offsets
        parts = [
            (profile.shares(learned[:, : self.topics], sharp=profile.SHARP_LEARNED), profile.WEIGHT_LEARNED),
            (themes[:, 1:], profile.WEIGHT_LEARNED),
            *self._both(nearest, sharp=profile.SHARP_NEAREST, weight=profile.WEIGHT_NEAREST),
            *self._both(by_meaning, sharp=profile.SHARP_MEANING, weight=profile.WEIGHT_MEANING),
        ]
        return profile.profiles(parts, belongs=1 - themes[:, 0])

    def _both(self, fits: Numbers, *, sharp: float, weight: float) -> list[tuple[Numbers, float]]:
        return [(profile.shares(some, sharp=sharp), weight) for some in np.split(fits, [self.topics], axis=1)]


def edition() -> str:
    """A name for what profiles are made with; profiles of another edition cannot be compared."""
    return f"{_edition_learned()}-{COMPARED}"


@cache
def learned() -> Learned:
    """What was learned from this edition of the library and the lexicon."""
    import joblib

    ready = kept_folder("themes", edition=_edition_learned(), prepare=_learn)
    return Learned(**joblib.load(ready / "parts"))


def _edition_learned() -> str:
    return f"{meaning.ENCODER}-{lexicon.edition()}-{library.edition()}-{MADE}"


def _learn(folder: Path) -> None:
    import joblib
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    topics = [topic.said for topic in lexicon.topics()]
    told = [*topics, *(theme.said for theme in library.known_themes())]
    texts = [line for lines in told for line in lines]
    owners = np.repeat(np.arange(len(told)), [len(lines) for lines in told])
    none = list(library.no_theme())
    letters, words = likeness.letters(at_least=profile.PIECE_SEEN), likeness.words(at_least=profile.WORD_SEEN)
    pieces = _pieces(letters.fit_transform([*texts, *none]), words.fit_transform([*texts, *none]))
    of_map = np.flatnonzero(owners < len(topics))
    of_library = np.arange(len(of_map), pieces.shape[0])
    # What belongs to no theme comes first among the themes.
    classes = np.append(owners - len(topics), np.full(len(none), -1))
    # One thread beside this one: two that learn would draw from the same numbers, and never learn the same twice.
    with ThreadPoolExecutor(max_workers=1) as threads:
        parts_of = [(pieces[of_map], owners[of_map]), (pieces[of_library], classes[of_library])]
        learning = [threads.submit(_classify, *part) for part in parts_of]
        # What the lines of the map mean is known already.
        meanings = np.concatenate([topic_model().said.meaning, meaning.encode(texts[len(of_map) :])])
        by_meaning = LinearDiscriminantAnalysis(solver="eigen", shrinkage=0.1).fit(meanings, owners)
        about = [one.result() for one in learning]
    parts = {
        "topics": len(topics),
        "letters": letters,
        "words": words,
        "weights": hstack([weights for weights, _offsets in about], format="csr"),
        "offsets": np.concatenate([offsets for _weights, offsets in about]),
        "lines": pieces[: len(texts)].T.tocsr(),
        "starts": np.searchsorted(owners, np.arange(len(told))),
        "meaning": by_meaning.coef_.T.astype(np.float32),
        "meaning_offsets": by_meaning.intercept_.astype(np.float32),
    }
    joblib.dump(parts, folder / "parts")


def _classify(pieces: csr_matrix, owners: NDArray[np.intp]) -> tuple[csr_matrix, Numbers]:
    """Weights (pieces x classes) and offsets (classes) that tell the owners of lines apart."""
    from sklearn.svm import LinearSVC

    classifier = LinearSVC(C=1.0, tol=0.1, max_iter=60, random_state=0).fit(pieces, owners)
    weights = classifier.coef_.T
    weights[np.abs(weights) < LEAST_WEIGHT] = 0
    return csr_matrix(weights, dtype=np.float32), classifier.intercept_.astype(np.float32)


def _pieces(letters: csr_matrix, words: csr_matrix) -> csr_matrix:
    return hstack([letters * profile.LETTERS, words * profile.WORDS], format="csr", dtype=np.float32)
