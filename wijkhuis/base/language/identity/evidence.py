"""Why a word is taken for the beginning of a name: what was said before it, what follows, or a list."""

from enum import Enum

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.tokens import Token

_ENDINGS = (
    "ovic", "evic", "ski", "ska", "sky", "skyi", "skiy", "wicz", "czyk", "czak", "enko", "chuk", "oglu", "yan", "escu", "eanu", "ova", "eva", "ovski",
    "poulos", "zadeh", "stra", "inga", "aoui", "singh", "pour", "nejad", "zade", "mariam", "michael", "dimedjo", "wirjo", "pawiro",
)
# Who or what somebody is, not how they are called: "Nederlanders", "Kantonees", "Trajectbegeleider".
_KINDS = ("ees", "isch", "ische", "aans", "aanse", "ese", "ers", "iers", "ienne", "iense", "en", "ing", "begeleider", "dienst", "school", "werker", "groep", "teit", "schap", "medewerker", "kundige", "ster", "ant")
_VERB_LIKE = ("t", "te", "de", "en", "ing", "je", "heid", "lijk", "ig", "s")


class Cue(Enum):
    """What announced a name."""

    INTRODUCED = "mijn naam is"
    TITLE = "mevrouw"
    GREETED = "groetjes"
    RELATED = "mijn dochter"
    SPEAKING = "u spreekt met"
    LIGHT = "voor"


def cue_before(tokens: list[Token], at: int) -> Cue | None:
    """What in front of this word announces a name, if anything."""
    if at == 0:
        return None
    token, before = tokens[at], tokens[at - 1]
    gap = token.gap.strip()
    if before.plain in cues.TITLES and gap in ("", "."):
        return Cue.TITLE
    if _ends_with(tokens, at, cues.INTRODUCES) and gap in ("", ":", ".", "=", "-", "'", '"'):
        return Cue.INTRODUCED
    if before.plain in cues.GREETINGS and gap in ("", ",", ".", "!", ":", "-", ".,", "(", "/"):
        return Cue.GREETED
    if before.plain in cues.RELATIONS and gap in ("", ",", "(", ":", "-"):
        return Cue.RELATED
    if _ends_with(tokens, at, cues.SPEAKS) and gap in ("", ":", "."):
        light = before.plain in cues.LIGHT and not _long_cue(tokens, at) and not (before.plain == "met" and before.opens)
        return Cue.LIGHT if light else Cue.SPEAKING
    return None


def led(tokens: list[Token], at: int, cue: Cue) -> bool:
    """Whether the word after such an announcement can be a name."""
    token = tokens[at]
    if token.plain in cues.PARTICLES and not (token.capital and token.first):
        return _led_particle(tokens, at, cue)
    if token.initial and token.capital:
        return _initials(tokens, at)
    last_words = len(tokens) - at <= 3 or not tokens[at + 1].near
    if token.capital:
        return _led_capital(token, cue, last_words=last_words)
    return _led_small(token, cue, before=tokens[at - 1], last_words=last_words)


def _led_particle(tokens: list[Token], at: int, cue: Cue) -> bool:
    """ "mevrouw de Wit", "met van Dijk": something that can be a surname follows."""
    behind = at
    while behind < len(tokens) - 1 and tokens[behind].plain in cues.PARTICLES and behind - at < 4:
        behind += 1
    token = tokens[behind]
    if token.capital:
        fits = token.last or token.new
        return fits and (cue in (Cue.TITLE, Cue.INTRODUCED, Cue.GREETED) or (token.last and tokens[at].capital))
    return cue in (Cue.TITLE, Cue.INTRODUCED) and token.last and token.plain not in cues.NEVER


def _led_capital(token: Token, cue: Cue, *, last_words: bool) -> bool:
    if any(token.plain.endswith(end) for end in cues.STREET_ENDS) and not token.sure:
        return False
    if token.public:
        return token.first and cue in (Cue.INTRODUCED, Cue.TITLE) or token.last and cue is Cue.TITLE
    if token.plain in cues.NEVER:
        certain = cue in (Cue.INTRODUCED, Cue.RELATED) or (cue in (Cue.GREETED, Cue.SPEAKING) and last_words)
        return (token.first and certain) or (token.last and cue is Cue.TITLE)
    if token.short_form and not token.listed:
        return False
    if cue is Cue.LIGHT:
        return token.first and not token.opens
    if cue is Cue.GREETED and token.opens and not last_words:
        return token.sure
    return token.listed or (token.new and (cue in (Cue.INTRODUCED, Cue.TITLE) or not token.plain.endswith(_KINDS)))


def _led_small(token: Token, cue: Cue, *, before: Token, last_words: bool) -> bool:
    if token.sure:
        return cue is not Cue.LIGHT or (token.first and len(token.text) > 2)
    if token.plain in cues.NEVER or token.public:
        return False
    if cue is Cue.INTRODUCED:
        return token.listed or (token.new and len(token.text) > 2)
    if cue is Cue.TITLE:
        if before.plain not in cues.FORMAL:
            return token.first and token.ours
        return token.last or (token.new and len(token.text) > 3 and not token.plain.endswith(_VERB_LIKE))
    if cue is Cue.GREETED:
        return (token.first or token.new) and last_words and not token.gap.strip(" ,-")
    return False


def begins(tokens: list[Token], at: int) -> bool:
    """Whether a name begins here without an announcement."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].near and not tokens[at + 1].closed else None
    if _is_public(tokens, at, following):
        return False
    if token.initial and token.capital:
        return _initials(tokens, at)
    if token.short_form and not (following and following.text.isupper() and following.listed):
        return False
    if token.plain in cues.PARTICLES and not token.sure:
        return _particle_and_name(tokens, at)
    if token.sure:
        return _enough(token, following)
    return _weak(tokens, at, following)


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
    after = tokens[at - 1].plain if at else ""
    if token.first and token.capital and not token.opens and token.plain not in cues.NEVER and not token.public:
        if after not in ("de", "het", "een", "'t", "deze", "dit", "die", "dat"):
            return True
    if token.new and token.capital and not token.opens and len(token.text) > 5 and token.plain.endswith(_ENDINGS):
        return True
    if following is None:
        return False
    if token.capital and token.opens and not token.short_form and token.plain not in cues.NEVER:
        if token.first and following.plain in cues.SPEAKING and not following.capital:
            return True
        if token.last and following.plain in cues.CALLING:
            return True
        if token.new and following.plain in cues.CALLING and not token.plain.endswith(_KINDS):
            return True
    if token.first and _surname_follows(tokens, at, following):
        return True
    return _pair(tokens, at, following)


def _pair(tokens: list[Token], at: int, following: Token) -> bool:
    """Two words with capitals of which the second is a surname or looks like one."""
    token = tokens[at]
    if not (token.capital and following.capital) or token.short_form or not (token.new or token.first):
        return False
    if token.plain in cues.NEVER or token.public:
        return False
    if following.sure or (following.new and following.plain.endswith(_ENDINGS)):
        return True
    third = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 2].near else None
    speaks = third is not None and third.plain in cues.SPEAKING and not third.capital
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
        return token.capital and surname.capital and (between or not surname.first) and not (token.opens and surname.sure)
    if token.capital and surname.capital:
        return True
    if between:
        return token.ours or surname.sure
    return surname.sure or (token.ours and not token.capital and not surname.capital and len(token.text) > 2)


def _initials(tokens: list[Token], at: int) -> bool:
    """ "R. Bos", "J.P. de Wit", "M Yilmaz"."""
    if at and tokens[at - 1].plain in cues.LISTS_OF_LETTERS:
        return False
    behind, points = at, False
    while behind < len(tokens) - 1 and (tokens[behind].initial or tokens[behind].plain in cues.PARTICLES):
        behind += 1
        if not (tokens[behind].near or tokens[behind].gap in (".", ". ", ".-", "-", "'", "’")):
            return False
        points = points or tokens[behind].gap.startswith(".")
    token = tokens[behind]
    if token.closed or token.short_form or token.plain in cues.NEVER and not (token.capital and token.last and points):
        return False
    if points:
        return token.last or (token.capital and token.new)
    return token.last and token.capital and (token.sure or behind > at + 1)


def _particle_and_name(tokens: list[Token], at: int) -> bool:
    """ "Van Dijk belt", "el Idrissi": a particle and a surname with a capital."""
    behind = at
    while behind < len(tokens) - 1 and tokens[behind].plain in cues.PARTICLES and tokens[behind + 1].near and behind - at < 4:
        behind += 1
    token = tokens[behind]
    if behind == at or not token.last or token.closed or token.public:
        return False
    if tokens[at].capital:
        return token.capital and not token.first or token.capital and token.sure and not tokens[at].opens
    return token.sure and tokens[at].plain in ("el", "al", "ait", "ben", "bin", "ould", "oulad", "abu")


def _is_public(tokens: list[Token], at: int, following: Token | None) -> bool:
    """Whether what stands beside it makes it a building, a firm or a street."""
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


def _ends_with(tokens: list[Token], at: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    words = tuple(token.plain for token in tokens[max(0, at - 4) : at])
    return any(words[-size:] in phrases for size in range(1, len(words) + 1))


def _long_cue(tokens: list[Token], at: int) -> bool:
    words = tuple(token.plain for token in tokens[max(0, at - 4) : at])
    return any(words[-size:] in cues.SPEAKS for size in range(2, len(words) + 1))
