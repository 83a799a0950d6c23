"""Which words of a text are the words somebody looks for, and the line around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from wijkhuis.base.language.likeness import stems
from wijkhuis.base.language.words import fold, tidy
from wijkhuis.house.directory.rules.words import content_words

LONGEST = 600
SNIPPET = 240
SHORTEST_INSIDE = 5
_WORD = re.compile(r"[^\W_]+")
_WITHOUT = re.compile(r'(?:(?<=\s)|^)-(?:"[^"]*"|\S+)')
_OPERATORS = re.compile(r'"[^"]+"|(?:(?<=\s)|^)-\w')
_QUOTES = str.maketrans("“”„«»", '"""""')
HEADING = "# "

# Words, and whether each piece is one that was looked for.
Pieces = list[tuple[str, bool]]


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for, ready to be compared; words of a text are looked at once."""

    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    is_exact: bool
    _seen: dict[str, bool] = field(default_factory=dict, compare=False)

    def hits(self, word: str) -> bool:
        """Whether a word of a text is one of them, with another ending, or holds one of them."""
        known = self._seen.get(word)
        if known is None:
            folded = fold(word)
            inside = any(len(wanted) >= SHORTEST_INSIDE and wanted in folded for wanted in self.words)
            known = self._seen[word] = bool(self.stems) and (inside or not self.stems.isdisjoint(stems(folded)))
        return known


def wanted_of(text: str) -> Wanted:
    """What somebody typed: words without everyday ones; with quotation marks or a minus exactly as it stands."""
    said = tidy(text[:LONGEST]).translate(_QUOTES)
    positive = _WITHOUT.sub(" ", said)
    exact = bool(_OPERATORS.search(said))
    words = content_words(positive) or ([] if not exact else _WORD.findall(fold(positive)))
    return Wanted(text=said, words=tuple(words), stems=frozenset(stems(" ".join(words))), is_exact=exact)


def pieces_of(text: str, wanted: Wanted | None) -> Pieces:
    """A text in pieces, with whether each is to be marked."""
    if not wanted or not wanted.words:
        return [(text, False)]
    pieces: Pieces = []
    at = 0
    for found in _WORD.finditer(text):
        if wanted.hits(found.group()):
            pieces += [(text[at : found.start()], False), (found.group(), True)]
            at = found.end()
    pieces.append((text[at:], False))
    return [piece for piece in pieces if piece[0]]


def paragraphs_of(words: str, wanted: Wanted | None) -> list[tuple[bool, Pieces]]:
    """The paragraphs of a page: whether each is a heading, and its pieces."""
    parts = [part.strip() for part in words.split("\n\n")]
    return [(part.startswith(HEADING), pieces_of(part.removeprefix(HEADING), wanted)) for part in parts if part.strip()]


def snippet_of(words: str, wanted: Wanted) -> Pieces:
    """The line of a page where most different words stand close together, or else its beginning; words marked."""
    line = " ".join(part.removeprefix(HEADING) for part in words.split("\n\n"))
    marked = _marked(line, wanted)
    places = [(one.start(), marked[one.group()]) for one in _WORD.finditer(line) if one.group() in marked]
    at = _densest(places)
    begin = 0 if at < SNIPPET // 3 else line.rfind(" ", 0, at - SNIPPET // 4) + 1
    end = len(line) if len(line) <= begin + SNIPPET else max(line.rfind(" ", begin, begin + SNIPPET), begin + 1)
    cut = ("… " if begin else "") + line[begin:end] + (" …" if end < len(line) else "")
    return pieces_of(cut, wanted)


def found_words(words: str, wanted: Wanted, *, most: int = 4) -> list[str]:
    """The words as they stand in a text, each once, at most so many."""
    return list(dict.fromkeys(_marked(words, wanted).values()))[:most]


def _marked(text: str, wanted: Wanted) -> dict[str, str]:
    """The words of a text that were looked for, each once, with how they are compared."""
    return {word: fold(word) for word in dict.fromkeys(_WORD.findall(text)) if wanted.hits(word)}


def _densest(places: Sequence[tuple[int, str]]) -> int:
    """Where the window with most different words begins."""
    best, most = 0, 0
    for index, (start, _word) in enumerate(places[:200]):
        near = {word for at, word in places[index : index + 30] if at < start + SNIPPET * 0.7}
        if len(near) > most:
            best, most = start, len(near)
    return best
