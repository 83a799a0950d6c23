"""Sentences as people type them, with invented names put into them and with what looks like a name and is none."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.learning.people import HERE, People
from wijkhuis.base.language.identity.lists import WORD, lists, plain

# A sentence, and from where to where the names in it go.
Sentence = tuple[str, list[tuple[int, int]]]
_SLOT = re.compile(r"\{(\w+)\}")
_MARKED = re.compile("<([A-Z]):([^>]*)>")
_TESTS = HERE.parents[2] / "tests"
_LETTERS = ("as it is",) * 3 + ("small",) * 2 + ("first small",)
_KIN = (
    "moeder vader zoon dochter man vrouw zus broer oma opa buurman buurvrouw vriendin vriend collega oom tante "
    "kleinzoon kleindochter partner nicht neef schoonmoeder schoonzoon zwager kind buurmeisje buurjongen ouders"
).split()
_SOMEBODY = re.compile(
    rf"\b(?:(?P<own>(?:mijn|m'n|onze|haar|zijn) (?:{'|'.join(_KIN)}))"
    r"|(?P<title>mevr?\.?|mw\.?|mevrouw|meneer|dhr\.?|mhr\.?)|cliënte?|iemand"
    r"|een (?:mevrouw|meneer|jongen|meisje|vrouw|man|oudere dame|bewoner)"
    r"|de (?:buurman|buurvrouw|buren|bovenbuurman|onderbuurvrouw|bewoner))\b",
    re.I,
)
# Of our themes and lexicon: what residents say, and where else the languages stand.
_DUTCH = ("nl", "formal", "like")
_NO_SENTENCES = ("name", "english")


def invented(many: int, *, sources: list[Path], dice: Random) -> Iterator[Sentence]:
    """So many sentences: some three in five with a name in them."""
    weave = _Weaver(sources, dice)
    kinds = (weave.written, weave.two, weave.sample, weave.instead, weave.neutral, weave.abroad, weave.ordinary)
    for kind in dice.choices(kinds, weights=(30, 8, 10, 18, 4, 9, 21), k=many):
        yield kind()


class _Weaver:
    def __init__(self, sources: list[Path], dice: Random) -> None:
        self.dice, self.people = dice, People(dice)
        texts = list(chain.from_iterable(_texts(path) for path in sources))
        self.dutch = [text for key, text in texts if key in _DUTCH]
        self.foreign = [text for key, text in texts if key not in _DUTCH]
        self.with_somebody = [text for text in self.dutch if _SOMEBODY.search(text)]

    def written(self) -> Sentence:
        """A sentence of sentences.txt, filled."""
        dice, letters = self.dice, self.dice.choice(_LETTERS)
        text, spans, kept = "", [], 0
        pattern = dice.choice(_lines(HERE / "sentences.txt"))
        for slot in _SLOT.finditer(pattern):
            text += pattern[kept : slot.start()]
            filled = self._fill(slot[1], letters)
            if slot[1] in "NFS":
                spans.append((len(text), len(text) + len(filled)))
            text, kept = text + filled, slot.end()
        text += pattern[kept:]
        opens = dice.random() < 0.5 and not (spans and spans[0][0] == 0)
        return (text[:1].upper() + text[1:] if opens else text), spans

    def two(self) -> Sentence:
        """Such a sentence beside an ordinary one."""
        text, spans = self.written()
        other = self.dice.choice(self.dutch)
        if self.dice.random() < 0.5:
            return text + self.dice.choice((". ", ", ", ": ")) + other, spans
        before = other.rstrip(".!") + self.dice.choice((". ", ", ", "! "))
        return before + text, [(start + len(before), end + len(before)) for start, end in spans]

    def sample(self) -> Sentence:
        """A sentence of the tests, with other names."""
        line = self.dice.choice(_lines(_TESTS / "identity.txt"))
        text, spans, kept = "", [], 0
        for found in _MARKED.finditer(line):
            text += line[kept : found.start()]
            filled = self._other(found[2]) if found[1] == "N" else found[2]
            if found[1] == "N":
                spans.append((len(text), len(text) + len(filled)))
            text, kept = text + filled, found.end()
        return text + line[kept:], spans

    def instead(self) -> Sentence:
        """An ordinary sentence with a name where "my mother" or "somebody" stood, or behind it."""
        text = self.dice.choice(self.with_somebody)
        found = _SOMEBODY.search(text)
        assert found
        name = self.people.name(self.dice.choice("NNF"), letters=self.dice.choice(("as it is", "as it is", "small")))
        chance, kept = self.dice.random(), ""
        if found["title"] or (found["own"] and chance < 0.35):
            kept = f"{found.group()} "
        elif found["own"] and chance < 0.48:
            kept, name = f"{found.group()}, ", f"{name},"
        start = found.start() + len(kept)
        return text[: found.start()] + kept + name + text[found.end() :], [(start, start + len(name.rstrip(",")))]

    def neutral(self) -> Sentence:
        """A sentence of the tests about nobody."""
        return self.dice.choice(_lines(_TESTS / "neutral.txt")), []

    def abroad(self) -> Sentence:
        """A sentence in another language."""
        return self.dice.choice(self.foreign), []

    def ordinary(self) -> Sentence:
        """What a resident says about nobody, sometimes mistyped, sometimes two behind each other."""
        text = self.dice.choice(self.dutch)
        if self.dice.random() < 0.2:
            text = self._mistyped(text)
        if self.dice.random() < 0.15:
            text += ". " + self.dice.choice(self.dutch)
        return text, []

    def _fill(self, slot: str, letters: str) -> str:
        dice = self.dice
        if slot in "NFS":
            return self.people.name(slot, letters=letters)
        if slot == "P":
            return dice.choice(("06-", "06 ", "06", "+31 6 ")) + "".join(dice.choices("0123456789", k=8))
        if slot == "D":
            return f"{dice.randint(1, 28)}-{dice.randint(1, 12)}-{dice.randint(1930, 2020)}"
        street = self.people.street().capitalize()
        if slot == "A":
            return f"{street} {dice.randint(1, 260)}{dice.choice(('', '', '', 'a', '-2', 'b', ' hs'))}"
        filled = self.people.firm() if slot == "O" else self.people.place() if slot == "L" else street
        return filled.lower() if letters == "small" and dice.random() < 0.8 else filled

    def _other(self, name: str) -> str:
        """Another name of the same make."""
        words = name.split()
        if self.dice.random() < 0.15 or not all(ord(char) < 0x250 for char in name):
            return name
        first, last = self.people.person()
        key, known = plain(words[-1]), lists()
        other = f"{first} {last}" if len(words) > 1 else last if key in known.last and key not in known.first else first
        if plain(words[0].strip(".")) in cues.TITLES | {"de", "van"}:
            other = f"{words[0]} {self.dice.choice((first, last, last))}"
        return other.lower() if name.islower() or self.dice.random() < 0.15 else other

    def _mistyped(self, text: str) -> str:
        words = [word for word in WORD.finditer(text) if len(word.group()) > 4]
        if not words:
            return text
        word = self.dice.choice(words)
        at = self.dice.randrange(word.start() + 1, word.end() - 1)
        chance = self.dice.random()
        if chance < 0.4:
            return text[:at] + text[at + 1 :]
        if chance < 0.7:
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        return text[:at] + self.dice.choice("aeiourtn") + text[at + 1 :]


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a file of our themes or lexicon, each with its language."""
    for topic in tomllib.loads(path.read_text("utf-8")).values():
        for key, text in topic.items():
            if isinstance(text, str) and key not in _NO_SENTENCES:
                yield from ((key, line.strip()) for line in text.splitlines() if line.strip())


@cache
def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
