"""Why a word that nothing announced is the beginning of a name: a list, what follows, or both."""

import re

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.runs import initials
from wijkhuis.base.language.identity.tokens import Token
from wijkhuis.base.language.identity.unlisted import short_pair, stands_out

# Behind the first word of a sentence: "Roos, 34, zoekt", "Wil (78)", "Els uit de flat", "Mees van 6", "Joke hier".
_AGE = re.compile(r",? ?\(?\d{1,3}\)?(?: jaar)?[\s,)]")
_OF = ("uit", "van", "hier", "en", "met")
_ARTICLES = ("de", "het", "een", "'t", "deze", "dit", "die", "dat")


def begins(tokens: list[Token], at: int) -> bool:
    """Whether a name begins here without an announcement."""
    token = tokens[at]
    if is_public(tokens, at):
        return False
    following = _following(tokens, at)
    if token.initial:
        return initials(tokens, at)
    if token.short_form and not (following and following.text.isupper() and following.listed):
        return False
    if token.plain in cues.PARTICLES and not token.sure:
        return _particle_and_name(tokens, at)
    if token.sure and _enough(token, following):
        return True
    if short_pair(tokens, at) or stands_out(tokens, at):
        return True
    return not token.sure and _weak(tokens, at, following)


def _enough(token: Token, following: Token | None) -> bool:
    """Whether membership of a list is enough."""
    if token.capital:
        return len(token.text) > 2 or (token.ours and following is not None and following.last)
    if token.doubtful and token.plain in cues.ABROAD:
        return False
    if token.doubtful or not _has_case(token):
        return following is not None and following.listed
    if token.first:
        return len(token.text) > (2 if token.ours else 3)
    return len(token.text) > 4


def _weak(tokens: list[Token], at: int, following: Token | None) -> bool:
    """A word that is also something else, or that no list knows."""
    token = tokens[at]
    article = at > 0 and tokens[at - 1].plain in _ARTICLES
    within = token.capital and not token.opens
    if within and token.first and not article and token.plain not in cues.NEVER and not token.public:
        return True
    if within and token.new and len(token.text) > 5 and token.plain.endswith(cues.SURNAME_ENDS):
        return True
    if token.capital and token.opens and _presented(tokens, at):
        return True
    if following is None:
        return False
    if token.capital and token.opens and not token.short_form and _does(token, following):
        return True
    if token.first and _surname_follows(tokens, at, following):
        return True
    return _pair(tokens, at, following)


def _presented(tokens: list[Token], at: int) -> bool:
    """Whether what follows the first word of a sentence tells who that is: an age, where they live, "hier"."""
    token = tokens[at]
    if token.short_form or token.public:
        return False
    if at + 1 >= len(tokens):
        # The last word, behind the end of a sentence: a signature.
        return at > 0 and token.first and token.plain not in cues.NEVER
    if at == 0 and tokens[1].gap.startswith(":"):
        return token.ours and token.plain not in cues.NEVER
    following, here = tokens[at + 1], tokens[at + 1].plain == "hier"
    stops = at + 2 >= len(tokens) or tokens[at + 2].gap.strip() in (",", ".", "!", ":", "?", "-")
    if here and stops and following.near and (token.new or token.first):
        return True
    if not token.ours or token.plain in cues.BARE or (token.plain in cues.NEVER and token.plain != "wil"):
        return False
    if _AGE.match(following.gap):
        return True
    if following.plain == "en":
        other = tokens[at + 2] if at + 2 < len(tokens) else None
        return other is not None and (other.capital or other.plain == "ik")
    return following.near and following.plain in _OF and token.plain != "wil"


def _does(token: Token, following: Token) -> bool:
    """Whether the first word of a sentence does what only a person does: "Roos belt"."""
    if following.capital or token.plain in cues.BARE:
        return False
    if token.plain in cues.NEVER:
        does = following.plain in cues.SPEAKING or (token.plain == "wil" and following.plain in cues.THIRD)
        return does and token.ours
    if token.first and following.plain in cues.SPEAKING:
        return True
    if token.ours and following.plain in cues.THIRD and token.plain not in cues.BARE:
        return True
    unlike = (*cues.KIND_ENDS, "er", "aar", "ent", "eur")
    if token.new and not token.plain.endswith(unlike):
        return following.plain in cues.SPEAKING
    return token.last and following.plain in cues.CALLING


def _pair(tokens: list[Token], at: int, following: Token) -> bool:
    """Two words with capitals of which the second is a surname or looks like one."""
    token = tokens[at]
    if not (token.capital and following.capital) or token.short_form or not (token.new or token.listed):
        return False
    if token.public:
        return False
    third = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 2].near else None
    speaks = third is not None and third.plain in cues.SPEAKING and not third.capital
    if token.plain in cues.NEVER or following.plain in cues.NEVER:
        return speaks and token.listed and following.listed
    if following.sure or (following.new and following.plain.endswith(cues.SURNAME_ENDS)):
        return True
    return speaks and (following.new or following.last)


def _surname_follows(tokens: list[Token], at: int, following: Token) -> bool:
    """A first name that is also a word, with a surname behind it: "roos de vries", "Wil Bakker"."""
    token, behind = tokens[at], at + 1
    while behind < len(tokens) - 1 and tokens[behind].plain in cues.PARTICLES and tokens[behind + 1].near:
        behind += 1
    surname = tokens[behind]
    between = behind > at + 1
    if not surname.last or surname.closed or surname.plain in cues.NEVER or surname.public:
        return False
    if token.plain in cues.NEVER or token.public:
        return (
            token.capital and surname.capital and (between or not surname.first) and not (token.opens and surname.sure)
        )
    if token.capital and surname.capital:
        return True
    if between:
        return token.ours or surname.sure
    return surname.sure or (token.ours and not token.capital and not surname.capital and len(token.text) > 2)


def _particle_and_name(tokens: list[Token], at: int) -> bool:
    """ "Van Dijk belt", "el Idrissi": a particle and a surname with a capital."""
    behind = at
    while (
        behind < len(tokens) - 1
        and tokens[behind].plain in cues.PARTICLES
        and tokens[behind + 1].near
        and behind - at < 4
    ):
        behind += 1
    token = tokens[behind]
    arabic = tokens[at].plain in ("el", "al", "ait", "ben", "bin", "ould", "oulad", "abu")
    if (
        arabic
        and tokens[at].capital
        and behind == at + 1
        and token.capital
        and (token.new or token.listed)
        and not token.closed
    ):
        return True
    if behind == at or not token.last or token.closed or token.public:
        return False
    if tokens[at].capital:
        return (token.capital and not token.first) or (token.capital and token.sure and not tokens[at].opens)
    return token.sure and arabic


def _following(tokens: list[Token], at: int) -> Token | None:
    behind = at + 1
    return tokens[behind] if behind < len(tokens) and tokens[behind].near and not tokens[behind].closed else None


def is_public(tokens: list[Token], at: int) -> bool:
    """Whether a word, or what stands beside it, is a building, a firm or a street."""
    following = _following(tokens, at)
    if at and tokens[at].near and tokens[at - 1].plain in cues.PUBLIC_BEFORE and not tokens[at].first:
        return True
    if at and tokens[at].near and tokens[at - 1].plain in cues.PUBLIC_BEFORE and tokens[at].capital:
        return True
    if following is None:
        return False
    part = following.capital and following.plain.endswith(cues.STREET_ENDS) and not following.last
    return part or (following.plain in cues.PUBLIC_AFTER and not following.last)


def _has_case(token: Token) -> bool:
    return token.text.lower() != token.text.upper()
