"""What speaks for or against a word being part of somebody's name, as short marks that a weight can be learned for."""

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.lists import is_compound
from wijkhuis.base.language.identity.tokens import Token

# Beyond the sentence.
_EDGE = "."
_LONG = 12
# So many words to each side say which language it is: a whole question, and of a very long text the part around.
AROUND = 400


def kinds(tokens: list[Token]) -> list[str]:
    """Of each word what it is, as far as lists know: a name, a title, an ordinary word, something nobody knows."""
    return [_kind(token) for token in tokens]


def candidate(token: Token, kind: str) -> bool:
    """Whether a word can be weighed at all: it has letters with capitals and is no title, particle or number."""
    street = kind[0] in "xcw" and token.plain.endswith(cues.STREET_ENDS)
    return kind[0] in "fsbxcowNu" and len(token.text) > 1 and token.text.lower() != token.text.upper() and not street


def signs(tokens: list[Token], at: int, kinds: list[str]) -> list[str]:
    """The marks of one word: its kind, its letters, its place and its neighbours; some fifty."""
    token, kind = tokens[at], kinds[at]
    shape = _shape(token)
    before, behind = _word(tokens, kinds, at - 1), _word(tokens, kinds, at + 1)
    left, right = _kinded(tokens, kinds, at - 1), _kinded(tokens, kinds, at + 1)
    further, beyond = _kinded(tokens, kinds, at - 2), _kinded(tokens, kinds, at + 2)
    gap = _gap(tokens, at)
    after = _gap(tokens, at + 1)
    me = f"{kind}{shape}"
    near = tokens[max(0, at - AROUND) : at + AROUND]
    tongue = "nl" if any(one.plain in cues.DUTCH for one in near) else "xx"
    found = [
        "*",
        f"m {me}",
        f"ml {me} {gap} {left}",
        f"mr {me} {after} {right}",
        f"mlr {me} {left} {right}",
        f"mll {me} {further} {left}",
        f"mrr {me} {right} {beyond}",
        f"g {me} {gap} {after}",
        f"l {me} {tongue}",
        f"lb {me} {tongue} {at == 0} {left}",
        f"b {before}",
        f"a {behind}",
        f"mb {me} {gap} {before}",
        f"ma {me} {after} {behind}",
        f"mba {me} {before} {behind}",
        f"bb {_word(tokens, kinds, at - 2)} {before}",
        f"kbb {kind[0]} {_word(tokens, kinds, at - 2)} {before}",
        f"aa {behind} {_word(tokens, kinds, at + 2)}",
        f"b2 {kind[0]} {_word(tokens, kinds, at - 2)}",
        f"a2 {kind[0]} {_word(tokens, kinds, at + 2)}",
        f"len {kind[0]} {min(len(token.plain), _LONG)}",
        f"ab {me} {at == 0}{at + 1 == len(tokens)}",
    ]
    if kind[0] in "fsbxcou":
        found += _letters(token.plain, kind[0])
    return found


def _letters(word: str, kind: str) -> list[str]:
    """The beginning, the end and all threes of letters of a word."""
    framed = f"^{word}$"
    ends = [f"e{size} {word[-size:]}" for size in (1, 2, 3, 4, 5) if len(word) >= size]
    starts = [f"s{size} {word[:size]}" for size in (2, 3, 4) if len(word) >= size]
    threes = {f"t {framed[place : place + size]}" for size in (3, 4) for place in range(len(framed) - size + 1)}
    return [*ends, *starts, *threes, f"ek {kind} {word[-3:]}"]


def _kind(token: Token) -> str:
    if token.closed:
        return "D"
    if token.initial:
        return "I"
    if token.plain in cues.TITLES:
        return "T"
    if token.plain in cues.PARTICLES and not token.sure:
        return "P"
    if token.plain in cues.RELATIONS:
        return "R"
    if token.public:
        return "u"
    if token.plain in cues.NEVER:
        return "N"
    if token.ordinary:
        return "o" + ("f" if token.first else "") + ("s" if token.last else "") if token.listed else "w"
    if token.listed:
        return "b" if token.first and token.last else "f" if token.first else "s"
    return "c" if is_compound(token.plain) else "x"


def _shape(token: Token) -> str:
    if token.doubtful:
        return "?"
    if not token.capital:
        return "a"
    if token.short_form:
        return "X"
    return "A" + ("^" if token.opens else "") + ("-" if "-" in token.text else "")


def _word(tokens: list[Token], kinds: list[str], at: int) -> str:
    if not 0 <= at < len(tokens):
        return _EDGE
    return "#" if kinds[at] == "D" else tokens[at].plain


def _kinded(tokens: list[Token], kinds: list[str], at: int) -> str:
    if not 0 <= at < len(tokens):
        return _EDGE
    return kinds[at] + ("A" if tokens[at].capital else "a")


def _gap(tokens: list[Token], at: int) -> str:
    """What stands between two words: nothing but blanks is "_"."""
    if not 0 < at < len(tokens):
        return _EDGE
    gap = "".join("9" if char.isdigit() else char for char in tokens[at].gap if not char.isspace())
    return gap[:2] or "_"
