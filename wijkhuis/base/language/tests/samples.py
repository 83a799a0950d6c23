"""The sentences of this folder, with what must be found in them."""

import re
from pathlib import Path
from typing import NamedTuple

from wijkhuis.base.language.identity import Kind, Span

HERE = Path(__file__).parent
_MARKED = re.compile("<([A-Z]):([^>]*)>")
_KINDS = {
    "N": Kind.NAME,
    "P": Kind.PHONE,
    "E": Kind.EMAIL,
    "I": Kind.IBAN,
    "B": Kind.BSN,
    "D": Kind.DATE_OF_BIRTH,
    "L": Kind.LICENSE_PLATE,
    "A": Kind.ADDRESS,
}


class Sample(NamedTuple):
    """A sentence, and the places in it that say who somebody is."""

    text: str
    expected: list[Span]


def samples() -> list[Sample]:
    """The sentences with something in them."""
    return [_sample(line) for line in _lines("identity.txt")]


def missed() -> list[Sample]:
    """The sentences in which not everything is found yet."""
    return [_sample(line) for line in _lines("missed.txt")]


def neutral() -> list[str]:
    """The sentences with nothing in them."""
    return _lines("neutral.txt")


def _sample(line: str) -> Sample:
    text, expected, kept = "", [], 0
    for found in _MARKED.finditer(line):
        text += line[kept : found.start()]
        expected.append(Span(len(text), len(text) + len(found[2]), _KINDS[found[1]]))
        text += found[2]
        kept = found.end()
    return Sample(text + line[kept:], expected)


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def covered(expected: Span, text: str, found: list[Span]) -> float:
    """Which part of the letters and digits of an expected place was found, of whatever kind."""
    letters = [place for place in range(expected.start, expected.end) if text[place].isalnum()]
    return sum(any(span.start <= place < span.end for span in found) for place in letters) / len(letters)
