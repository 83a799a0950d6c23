"""What in a sentence says who somebody is: one door, so that every way in is guarded alike."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from wijkhuis.base.language.words import fold, holds_bsn, without_name

_SURELY = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|(?:\+31|0031|0)[\s-]?(?:\d[\s.-]?){8,9}\b|"
    r"\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b|\b\d{4} ?[A-Z]{2}\b"
)
_ADDRESS = re.compile(r"\b[A-Z][\w’'-]*(?:straat|laan|weg|plein|kade|hof|singel|gracht|pad|dreef)\b(?: \d+\w*)?")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zà-ÿğışçöü]{2,}(?: [A-Z][a-zà-ÿğışçöü]+)?\b")


@dataclass(frozen=True)
class Found:
    """Words that may say who somebody is; sure when no confirmation can let them stand."""

    words: str
    is_sure: bool


def hidden(text: str, *, known: Collection[str] = ()) -> str:
    """The text with what identifies somebody taken out."""
    for value in known:
        if len(value.strip()) >= 3:
            text = without_name(text, value.strip())
    text = _SURELY.sub("…", text)
    return re.sub(r"\s*…\s*", " iemand ", _ADDRESS.sub("…", text)).strip()


def identity_in(sentence: str, *, known: Collection[str] = ()) -> list[Found]:
    """What still stands in a sentence, in order, each once."""
    found = [Found(one.group(), True) for one in _SURELY.finditer(sentence)]
    found += [Found(one.group(), False) for one in _ADDRESS.finditer(sentence)]
    found += [Found(one.group(), False) for one in _NAME.finditer(sentence)]
    found += [Found(value, True) for value in known if is_of(sentence, value)]
    if holds_bsn(sentence):
        found.append(Found("BSN", True))
    return list(dict.fromkeys(found))


def is_of(sentence: str, value: str) -> bool:
    """Whether a fact about somebody stands in the sentence, as words of their own."""
    value = fold(value).strip()
    return len(value) >= 3 and re.search(rf"(?<!\w){re.escape(value)}(?!\w)", fold(sentence)) is not None


def not_confirmed(found: Iterable[Found], confirmed: Collection[str]) -> list[Found]:
    """What must still be taken out: all that is sure, and what nobody said is no person."""
    said = {fold(words) for words in confirmed}
    return [one for one in found if one.is_sure or fold(one.words) not in said]
