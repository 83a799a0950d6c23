"""What in a sentence says who somebody is: one door, so that every way in is guarded alike."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from wijkhuis.base.language.identity import Kind, find_identity, without_identity
from wijkhuis.base.language.identity.known import find_known
from wijkhuis.base.language.words import fold

# A street or an organisation can look like a person; a telephone number cannot look like anything else.
_MAY_BE_NO_PERSON = (Kind.NAME, Kind.ADDRESS)


@dataclass(frozen=True)
class Found:
    """Words that may say who somebody is; sure when no confirmation can let them stand."""

    words: str
    is_sure: bool


def hidden(text: str, *, known: Collection[str] = ()) -> str:
    """The text with what identifies somebody taken out."""
    return without_identity(text, known=known)


def identity_in(sentence: str, *, known: Collection[str] = ()) -> list[Found]:
    """What still stands in a sentence, in order, each once; what is written about the person is always sure."""
    found = []
    for span in find_identity(sentence, known=known):
        words = sentence[span.start : span.end]
        sure = span.type not in _MAY_BE_NO_PERSON or any(True for _one in find_known(words, known=known))
        found.append(Found(words, sure))
    return list(dict.fromkeys(found))


def not_confirmed(found: Iterable[Found], confirmed: Collection[str]) -> list[Found]:
    """What must still be taken out: all that is sure, and what nobody said is no person."""
    said = {fold(words) for words in confirmed}
    return [one for one in found if one.is_sure or fold(one.words) not in said]
