"""The words a signal is about, proposed from its sentence."""

from itertools import pairwise

from wijkhuis.loop.signals.rules.clauses import WORD
from wijkhuis.loop.signals.rules.dutch import NO_NOUN, RELATIVES, is_infinitive, is_verb

AT_MOST = 3
_BEFORE = set("de het een geen van naar met over op in voor bij aan zonder heeft zoekt snapt mist".split())
_EMPTY = (
    NO_NOUN
    | RELATIVES
    | set("iemand iemands hulp iets niets geld keer dag week maand jaar buurt vraag plek ander".split())
)


def topics_of(sentence: str) -> list[str]:
    """At most three words a sentence seems to be about, in its order; the worker changes them at will."""
    words = WORD.findall(sentence)
    found = []
    for before, word in pairwise(words):
        plain = word.lower()
        thing = before.lower() in _BEFORE and plain not in _EMPTY | _BEFORE and len(word) > 2
        if (
            thing
            and not is_verb(plain)
            and not (plain.endswith("e") and len(plain) < 7)
            and not is_infinitive(plain[:-1])
        ):
            found.append(word if word.isupper() else plain)
    return list(dict.fromkeys(found))[:AT_MOST]


def typed_topics(text: str) -> list[str]:
    """Topic words as somebody typed them, with commas between."""
    words = [" ".join(part.split())[:40] for part in text.replace(";", ",").split(",")]
    return list(dict.fromkeys(word for word in words if word))[:5]
