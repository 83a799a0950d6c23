"""From somebody's own words to one sentence about "iemand": by rules, and rather the quoted words than bad Dutch."""

import re

from wijkhuis.base.language.words import first_words, tidy
from wijkhuis.loop.signals.rules import asking, clauses, telling

AT_MOST = 140
_QUOTED = 100
QUOTES = ("Iemand zegt: “", "Iemand vraagt: “")


def propose(words: str) -> str:
    """One sentence made from words in which nothing identifies anybody any more; "" when they are not plain Dutch."""
    found = clauses.telling_first(tidy(words))
    if not found or not clauses.is_dutch(words) or clauses.is_learners(clauses.plain(words)):
        return ""
    for clause in found[:3]:
        if sentence := rewrite(clause):
            return sentence
    return quoted(found[0])


def rewrite(clause: str) -> str:
    """The clause in the third person, or "" when the rules do not surely know how."""
    clause = clauses.plain(clause)
    for attempt in (asking.asked, telling.told):
        for part in clauses.shorter_and_shorter(clause):
            sentence = _finish(attempt(part))
            if sentence:
                return sentence
    return ""


def quoted(clause: str) -> str:
    """The words themselves, as the words of somebody."""
    asks = clause.rstrip().endswith("?")
    words = first_words(clause, at_most=_QUOTED).replace("“", "‘").replace("”", "’").replace('"', "’")
    return f"{QUOTES[asks]}{words}”"


def _finish(sentence: str) -> str:
    sentence = " ".join(sentence.split()).strip(" ,;:-")
    if not sentence or not 12 <= len(sentence) <= AT_MOST or clauses.speaks_of_self(sentence):
        return ""
    sentence = re.sub(r"\s+([.,;:!?])", r"\1", sentence).rstrip(".!?…")
    sentence = re.sub(r"\bmet iemand\b(?! die)", "met een ander", sentence)
    return sentence[0].upper() + sentence[1:] + "."
