"""A text as words that know whether they could be a name."""

from dataclasses import dataclass
from itertools import pairwise

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.lists import WORD, Lists, lists, plain
from wijkhuis.base.language.identity.spans import Span

# From this share of capitals on they say nothing.
_MANY_CAPITALS = 0.6


@dataclass(slots=True)
class Token:
    """One word: its place, its folded letters, what stands between it and the word before, and what the lists say."""

    start: int
    end: int
    text: str
    plain: str
    gap: str
    capital: bool
    opens: bool
    first: bool
    last: bool
    ours: bool
    ordinary: bool
    public: bool
    # The first letter of a name: "R.", "R", and "r." with its point.
    initial: bool = False
    # Inside something that was found before, or in the name of a public place or person.
    closed: bool = False
    # In small letters in a sentence that is not Dutch: there it may be any word.
    doubtful: bool = False

    @property
    def near(self) -> bool:
        """Whether only blanks stand between this word and the one before."""
        gap = self.gap.rstrip("'’`") if self.plain in ("t", "s", "d", "n") else self.gap
        return bool(gap) and not gap.strip() and "\n" not in gap

    @property
    def listed(self) -> bool:
        """Whether it is in a list of names."""
        return self.first or self.last

    @property
    def sure(self) -> bool:
        """Whether it is a name and nothing else, as far as the lists know."""
        return self.listed and not self.ordinary and not self.public and self.plain not in cues.NEVER

    @property
    def new(self) -> bool:
        """Whether no list knows it."""
        return not self.listed and not self.ordinary and not self.public and self.plain not in cues.NEVER

    @property
    def short_form(self) -> bool:
        """Whether it looks like an abbreviation: UWV, WMO."""
        return len(self.text) <= 5 and len(self.text) > 1 and self.text.isupper()


def read(text: str, *, taken: list[Span]) -> list[Token]:
    """The words of a text, in order; what lies in a taken span is closed."""
    known, before = lists(), 0
    tokens: list[Token] = []
    for found in WORD.finditer(text):
        token = _token(found.group(), start=found.start(), gap=text[before : found.start()], known=known)
        token.closed = any(span.start < token.end and token.start < span.end for span in taken)
        token.opens = not tokens or _opens(token.gap, tokens[-1])
        tokens.append(token)
        before = found.end()
    for token, following in pairwise(tokens):
        small = len(token.text) == 1 and not token.capital and not token.gap[-1:].isdigit()
        token.initial = token.initial or (small and following.gap in (".", ". ") and following.plain != "")
    _close_phrases(tokens, known)
    if not any(token.plain in cues.DUTCH for token in tokens):
        for token in tokens:
            token.doubtful = not token.capital and (token.plain in cues.ABROAD or not token.ours)
    if _shouts(tokens):
        for token in tokens:
            token.capital, token.text = False, token.text.lower()
    return tokens


def _token(word: str, *, start: int, gap: str, known: Lists) -> Token:
    end, key = start + len(word), plain(word)
    for tail in ("'s", "'"):
        key = key.removesuffix(tail) if len(key) > len(tail) + 1 else key
    # "Ahmeds moeder"
    known_whole = key in known.first or key in known.last or key in known.ordinary or key in known.public
    if word[0].isupper() and key.endswith("s") and len(key) > 4 and not known_whole and key[:-1] in known.ours:
        key = key[:-1]
    if key.startswith(("d'", "l'", "o'")) and key not in known.last:
        key = key[2:]
    parts = [part for part in key.split("-") if part]
    if len(parts) > 1 and any(part not in cues.PARTICLES for part in parts):
        parts = [part for part in parts if part not in cues.PARTICLES]
    whole = key in known.first or key in known.last
    return Token(
        start=start,
        end=end,
        text=word,
        plain=key,
        gap=gap,
        capital=word[0].isupper() or (key.startswith(("al-", "el-", "ben-")) and word.split("-")[1][:1].isupper()),
        opens=False,
        first=key in known.first or ("-" in key and all(part in known.first for part in parts)),
        last=key in known.last or ("-" in key and not whole and any(part in known.last for part in parts)),
        ours=key in known.ours,
        ordinary=key in known.ordinary or ("-" in key and not whole and _some_word(parts, known)),
        public=key in known.public,
        initial=not gap[-1:].isdigit()
        and ((word.isupper() and len(word) == 1) or word in ("Th", "Chr", "Joh", "Ph", "IJ")),
    )


def _some_word(parts: list[str], known: Lists) -> bool:
    """Whether a part of a word with a hyphen is an ordinary word; of "Pieter-Bas" all parts are names."""
    names = all(part in known.first for part in parts) and any(part not in known.ordinary for part in parts)
    return not names and any(part in known.ordinary for part in parts)


def _opens(gap: str, before: Token) -> bool:
    """Whether a sentence begins here; the point of an abbreviation ends none."""
    if before.initial or before.plain in cues.SHORTENED:
        return any(sign in gap for sign in "!?:\n")
    return any(sign in gap for sign in '.!?:\n;•"“(')


def _close_phrases(tokens: list[Token], known: Lists) -> None:
    starts = {phrase[0] for phrase in known.phrases}
    for at, token in enumerate(tokens):
        if token.plain not in starts:
            continue
        for phrase in known.phrases:
            part = tokens[at : at + len(phrase)]
            if tuple(one.plain for one in part) == phrase:
                for one in part:
                    one.closed = True


def _shouts(tokens: list[Token]) -> bool:
    """Whether nearly everything has a capital, so that a capital says nothing."""
    words = [token for token in tokens if len(token.text) > 1]
    if len(words) >= 3 and all(token.text.isupper() for token in words):
        return True
    return len(words) >= 6 and sum(token.capital for token in words) > _MANY_CAPITALS * len(words)
