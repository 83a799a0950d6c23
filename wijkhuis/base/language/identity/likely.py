"""Words that no rule knows as a name and that are one all the same, by weights learned from invented sentences.

`./huis learn_names` learns them again, from our own themes and lists of names; see `learning/`.
"""

from functools import cache

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.beginnings import is_public
from wijkhuis.base.language.identity.lists import DATA
from wijkhuis.base.language.identity.signs import candidate, signs
from wijkhuis.base.language.identity.tokens import Token

WEIGHTS = DATA / "weights.txt"
# The logarithm of the odds that is enough: with a capital, at the start of a sentence, in small letters, and for a word
# that is also something else in small letters. Beside a name less will do.
_CAPITAL, _OPENS, _SMALL, _PLAIN = -1.0, 0.5, -0.5, 1.5
# A town or a firm is hardly ever somebody.
_PUBLIC = 4.0
_LESS = 3.0
_STRANGE = ("x", "f", "s", "b", "c")


@cache
def weights() -> dict[str, float]:
    """What each mark says for (above zero) or against a name."""
    lines = WEIGHTS.read_text("utf-8").splitlines()
    return {mark: float(weight) for weight, mark in (line.split("\t", 1) for line in lines)}


def likely_names(tokens: list[Token], kinds: list[str], named: set[int]) -> list[int]:
    """The places of words that are probably part of a name; `named` are those of which it is known already."""
    scores = {
        at: _weigh(tokens, at, kinds)
        for at, token in enumerate(tokens)
        if not token.closed and candidate(token, kinds[at]) and not is_public(tokens, at)
    }
    chosen = {at for at, score in scores.items() if score > _needed(tokens[at], kinds[at])}
    named = named | chosen
    for order in (sorted(scores), sorted(scores, reverse=True)):
        for at in order:
            if (
                at not in named
                and _continues(tokens, at, named)
                and scores[at] > _needed(tokens[at], kinds[at]) - _LESS
            ):
                chosen.add(at)
                named.add(at)
    return sorted(chosen)


def _weigh(tokens: list[Token], at: int, kinds: list[str]) -> float:
    known = weights()
    return sum(known.get(mark, 0.0) for mark in signs(tokens, at, kinds))


def _needed(token: Token, kind: str) -> float:
    if kind == "u":
        return _PUBLIC
    if token.capital:
        return _OPENS if token.opens and kind not in ("f", "s", "b") else _CAPITAL
    return _SMALL if kind in _STRANGE and len(token.text) > 2 else _PLAIN


def _continues(tokens: list[Token], at: int, named: set[int]) -> bool:
    """Whether a name stands right before or behind this word, perhaps with "van" or "el" between."""
    before = at - 1
    while before > 0 and tokens[before].plain in cues.PARTICLES and tokens[before + 1].near:
        before -= 1
    direct = before == at - 1 or tokens[at].capital or tokens[at].last
    if direct and before in named and tokens[before + 1].near and tokens[at].near:
        return True
    return at + 1 in named and tokens[at + 1].near
