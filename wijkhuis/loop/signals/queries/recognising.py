"""Which sentences belong together, and what about: the same for the nightly proposals and for the command."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from wijkhuis.base.language import likeness
from wijkhuis.base.language.identity import without_identity, without_markers
from wijkhuis.base.language.words import tidy
from wijkhuis.house.directory.rules.words import content_words
from wijkhuis.loop.signals.queries.profiles import learned
from wijkhuis.loop.signals.rules import grouping, library
from wijkhuis.loop.signals.rules.grouping import Labels

# Two groups are one from here on (mean over all pairs), a sentence stays when it is this much like the others of its
# group (three must be FEW more alike, for a few look alike by chance), and so many make a theme.
ALIKE = 0.1
LOYAL = 0.18
FEW = 0.2
FEWEST = 3
# A group is what the library calls it when this part of it says so.
MOSTLY = 0.5
TELLING_WORDS = 3


@dataclass(frozen=True)
class Group:
    """Sentences that belong together: their places, what the library calls it (or nothing), telling words, likeness."""

    members: tuple[int, ...]
    known_as: str
    words: tuple[str, ...]
    closeness: float

    @property
    def name(self) -> str:
        """What it may be called until people give it a name."""
        theme = library.theme_known_as(self.known_as)
        return theme.name if theme else ", ".join(self.words)


def without_who(text: str) -> str:
    """What somebody typed, without what identifies somebody."""
    return without_identity(tidy(text))


def profiles_of(texts: Sequence[str]) -> csr_matrix:
    """How much each sentence is about what we know (n x width)."""
    return learned().profiles([without_markers(text) for text in texts])


def together(rows: csr_matrix) -> Labels:
    """A number for each sentence that belongs to a group, the largest group first; -1 for what stands alone."""
    return grouping.loyal(rows, grouping.groups_of_rows(rows, least=ALIKE), least=LOYAL, few=FEW, at_least=FEWEST)


def find_groups(texts: Sequence[str], rows: csr_matrix) -> list[Group]:
    """The groups among these sentences, the largest first."""
    return describe(texts, rows, together(rows))


def describe(texts: Sequence[str], rows: csr_matrix, labels: Labels) -> list[Group]:
    """What each numbered group is about."""
    if not (labels >= 0).any():
        return []
    told = _telling(texts, labels)
    return [_group(np.flatnonzero(labels == number), rows, words) for number, words in enumerate(told)]


def _group(members: Labels, rows: csr_matrix, words: tuple[str, ...]) -> Group:
    some = rows[members]
    return Group(
        members=tuple(members.tolist()), known_as=_known(some), words=words, closeness=grouping.closeness(some)
    )


def _known(some: csr_matrix) -> str:
    """The theme of the library that most of these sentences are about before any other."""
    themes = some[:, learned().of_library].toarray()
    favourite = np.where(themes.max(axis=1) > 0, themes.argmax(axis=1), -1)
    theme, count = Counter(favourite.tolist()).most_common(1)[0]
    return library.known_themes()[theme].key if theme >= 0 and count >= MOSTLY * len(favourite) else ""


def _telling(texts: Sequence[str], labels: Labels) -> list[tuple[str, ...]]:
    """Per group the words that say most about it: in many of its sentences, and in few of the others."""
    said = [
        {stem: word for word in content_words(without_markers(text)) if word.isalpha() for stem in likeness.stems(word)}
        for text in texts
    ]
    everywhere = Counter(stem for words in said for stem in words)
    told = []
    for number in range(int(labels.max()) + 1):
        inside = [said[at] for at in np.flatnonzero(labels == number)]
        counts = Counter(stem for words in inside for stem in words)
        worth = {stem: count * (count - 0.5) / everywhere[stem] for stem, count in counts.items()}
        best = sorted(worth, key=lambda stem: (-worth[stem], stem))[:TELLING_WORDS]
        told.append(tuple(min(words[stem] for words in inside if stem in words) for stem in best))
    return told
