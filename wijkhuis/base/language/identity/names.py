"""Names of people in a text."""

import re

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.announced import cue_before, led
from wijkhuis.base.language.identity.beginnings import begins
from wijkhuis.base.language.identity.likely import likely_names
from wijkhuis.base.language.identity.lists import is_compound, plain
from wijkhuis.base.language.identity.runs import run
from wijkhuis.base.language.identity.signs import kinds
from wijkhuis.base.language.identity.spans import Kind, Span
from wijkhuis.base.language.identity.tokens import Token, read

# Chinese has no blanks between words: a surname of one sign and one or two more after "my name is".
_CHINESE = re.compile(
    r"(?:我叫|我名叫|我的名字是|名字是|姓名[::]?\s?|我是)(?P<name>[\u4e00-\u9fff]{2,3}?)(?=[,,。.;;::!!\s]|$|[的在想要来住有])"
)
_BETWEEN = re.compile(
    r"[\s,:;(/\-–]*(?:(?:geb(?:oren)?|tel(?:efoon)?|op|bel|mob(?:iel)?|nr|via)?\.?:?\s*)[\s(,:]*", re.I
)
_BESIDE = (Kind.PHONE, Kind.EMAIL, Kind.DATE_OF_BIRTH, Kind.ADDRESS, Kind.BSN)


def find_names(text: str, *, taken: list[Span], guessing: bool = True) -> list[Span]:
    """The names in a text, none within what was found before; titles such as "mevrouw" go with them."""
    tokens = read(text, taken=taken)
    known = kinds(tokens)
    found = [Span(*one.span("name"), Kind.NAME) for one in _CHINESE.finditer(text)]
    at, named = 0, set[int]()
    while at < len(tokens):
        end = _name_at(tokens, at, text=text, taken=taken)
        if end > at:
            first = _behind_capital(tokens, _with_particles(tokens, at))
            start = _with_title(tokens, _with_capital(tokens, first))
            found.append(Span(tokens[start].start, tokens[end - 1].end, Kind.NAME))
            named.update(range(start, end))
            _close(tokens[at:end])
        at = max(end, at + 1)
    if not guessing:
        return found
    likely = [
        Span(tokens[_behind_capital(tokens, at)].start, tokens[at].end, Kind.NAME)
        for at in likely_names(tokens, known, named)
    ]
    return _joined([*found, *likely], text) if likely else found


def _behind_capital(tokens: list[Token], at: int) -> int:
    """Where a surname begins that opens a sentence: "Van Haperen belt"."""
    before = at - 1
    opens = at > 0 and tokens[before].plain in cues.PARTICLES and tokens[before].capital and tokens[at].near
    return before if opens and tokens[at].capital and not tokens[before].closed else at


def _joined(spans: list[Span], text: str) -> list[Span]:
    """The same places in order; what only a blank or "van der" parts is one name."""
    joined: list[Span] = []
    for span in sorted(spans):
        between = text[joined[-1].end : span.start] if joined else "."
        if joined and between[:1].isspace() and set(plain(between).split()) <= cues.PARTICLES and "\n" not in between:
            span = Span(joined.pop().start, span.end, Kind.NAME)
        joined.append(span)
    return joined


def _name_at(tokens: list[Token], at: int, *, text: str, taken: list[Span]) -> int:
    """The index behind the name that begins at this word; the same index when none does."""
    if tokens[at].closed:
        return at
    cue = cue_before(tokens, at)
    if cue and led(tokens, at, cue):
        return run(tokens, at, led=True)
    if begins(tokens, at):
        end = run(tokens, at, led=False)
        if not _is_street(tokens, end):
            return end
        _close(tokens[at:end])
        return at
    return _beside(tokens, at, text=text, taken=taken)


def _close(tokens: list[Token]) -> None:
    for token in tokens:
        token.closed = True


def _is_street(tokens: list[Token], end: int) -> bool:
    """Whether the last word makes it the name of a street or a fund: "Jan de Wittstraat", "Jan Arends Fonds"."""
    last = tokens[end - 1]
    if not last.listed and last.plain.endswith(cues.STREET_ENDS):
        return True
    following = tokens[end] if end < len(tokens) else None
    return bool(following and following.near and following.capital and following.plain in cues.PUBLIC_AFTER)


def _with_particles(tokens: list[Token], at: int) -> int:
    """Where a surname begins with the small words before it: "de Vries", "van der Zee"; never "van" alone."""
    start = at
    while start and tokens[start].near and tokens[start - 1].plain in cues.PARTICLES and not tokens[start - 1].closed:
        start -= 1
    small = {token.plain for token in tokens[start:at]}
    surname = tokens[at].last and not tokens[at].first
    return start if surname and (tokens[start].opens or not small <= {"van", "in", "op", "uit", "het", "te"}) else at


def _with_capital(tokens: list[Token], at: int) -> int:
    """Where the name begins with a word in front that is also a verb: "met Lubbert Nijdam"."""
    if not at or not tokens[at].near:
        return at
    before = tokens[at - 1]
    if not tokens[at].capital:
        double = before.first and before.ours and before.public and tokens[at].sure and tokens[at].first
        return at - 1 if double and not before.closed else at
    plain = before.capital and not before.opens and not before.closed and not before.short_form and len(before.text) > 2
    other = before.public or before.plain in cues.NEVER or before.plain in cues.TITLES
    return at - 1 if plain and not other and before.plain not in cues.PUBLIC_BEFORE else at


def _with_title(tokens: list[Token], at: int) -> int:
    """Where the name begins with the titles before it: "dhr.", "mevrouw dr."."""
    while (
        at and tokens[at - 1].plain in cues.TITLES and tokens[at].gap.strip() in ("", ".") and not tokens[at - 1].closed
    ):
        at -= 1
    return at


def _beside(tokens: list[Token], at: int, *, text: str, taken: list[Span]) -> int:
    """A name right before or behind a telephone number or an address: a first name, or two words that no list knows."""
    end = at
    while end < len(tokens) and end - at < 4 and (end == at or tokens[end].near) and _unknown(tokens[end]):
        end += 1
    token = tokens[at]
    single = token.first or (
        token.new
        and not token.plain.endswith(cues.KIND_ENDS)
        and not token.short_form
        and not is_compound(token.plain)
        and token.plain not in cues.GREETINGS
    )
    alone = single and token.capital and not token.closed and len(token.text) > 2
    end = max(end, at + 1) if alone else end
    if end - at < 2 and not alone:
        return at
    before, behind = token.start, tokens[end - 1].end
    for span in taken:
        if span.type not in _BESIDE:
            continue
        if 0 <= span.start - behind <= 20 and _BETWEEN.fullmatch(text, behind, span.start):
            return end
        if 0 <= before - span.end <= 4 and _BETWEEN.fullmatch(text, span.end, before):
            return end
    return at


def _unknown(token: Token) -> bool:
    return (
        token.capital and not token.closed and not token.short_form and (token.new or token.listed) and not token.public
    )
