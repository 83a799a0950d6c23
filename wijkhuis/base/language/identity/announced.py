"""What people say just before a name, and whether the word after it can be one."""

from enum import Enum

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.lists import is_compound
from wijkhuis.base.language.identity.runs import initials
from wijkhuis.base.language.identity.tokens import Token

_STATES = frozenset("wordt moet kan is mag wil zit heeft doet".split())


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
        light = (
            before.plain in cues.LIGHT and not _long_cue(tokens, at) and not (before.plain == "met" and before.opens)
        )
        return Cue.LIGHT if light else Cue.SPEAKING
    return None


def led(tokens: list[Token], at: int, cue: Cue) -> bool:
    """Whether the word after such an announcement can be a name."""
    token = tokens[at]
    if token.plain in cues.PARTICLES and not (token.capital and token.first):
        return _led_particle(tokens, at, cue)
    if token.initial:
        return initials(tokens, at)
    last_words = len(tokens) - at <= 3 or not tokens[at + 1].near
    if token.capital:
        formal = tokens[at - 1].plain in cues.FORMAL
        following = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].near else None
        if _of_somebody(tokens, at, cue) or _says_i_am(tokens, at):
            return True
        return _led_capital(token, cue, following=following, formal=formal, last_words=last_words)
    if cue is Cue.RELATED and _own(tokens, at) and _small_and_acts(tokens, at):
        return True
    return _led_small(token, cue, before=tokens[at - 1], last_words=last_words)


def _says_i_am(tokens: list[Token], at: int) -> bool:
    """ "soy Nayeli", "ben Gökçe": a strange word with a capital after "I am" in another language."""
    return tokens[at - 1].plain in cues.I_AM and tokens[at].new and not tokens[at].plain.endswith(cues.NATIONS)


def _own(tokens: list[Token], at: int) -> bool:
    """Whether the relation before is somebody's: "mijn zus", "onze buurman"."""
    return at > 1 and tokens[at - 2].plain in cues.POSSESSIVES


def _of_somebody(tokens: list[Token], at: int, cue: Cue) -> bool:
    """Whether a word with a capital is a name by its place: "huisarts Verstegen", "meneer Bij", "mijn zus Beer"."""
    token, before = tokens[at], tokens[at - 1]
    if token.opens or token.public or token.short_form or token.plain.endswith((*cues.STREET_ENDS, *cues.NATIONS)):
        return False
    if token.plain in cues.NEVER:
        return cue is Cue.TITLE and before.plain in cues.FORMAL and not before.capital
    if cue is Cue.RELATED:
        return before.plain in cues.CALLED_BY_NAME or _own(tokens, at)
    return cue is Cue.TITLE


def _small_and_acts(tokens: list[Token], at: int) -> bool:
    """Whether a word in small letters behind "mijn zoon" is a name: of our list, or strange with a verb behind it."""
    token = tokens[at]
    if token.plain in cues.NEVER or token.plain in cues.BARE or token.public or not token.near:
        return False
    if token.first and token.ours:
        return True
    strange = token.new and len(token.text) > 3 and not token.doubtful and not is_compound(token.plain)
    follows = at + 1 < len(tokens) and tokens[at + 1].plain in (cues.PERSON_VERBS | _STATES)
    return strange and follows


def _led_particle(tokens: list[Token], at: int, cue: Cue) -> bool:
    """ "mevrouw de Wit", "met van Dijk": something that can be a surname follows."""
    behind = at
    if cue is Cue.GREETED and tokens[at].plain in cues.PLACES:
        return False
    while behind < len(tokens) - 1 and tokens[behind].plain in cues.PARTICLES and behind - at < 4:
        behind += 1
    token = tokens[behind]
    if token.capital:
        fits = token.last or token.new
        return fits and (cue in (Cue.TITLE, Cue.INTRODUCED, Cue.GREETED) or (token.last and tokens[at].capital))
    return cue in (Cue.TITLE, Cue.INTRODUCED) and token.last and token.plain not in cues.NEVER


def _two_new(token: Token, following: Token | None) -> bool:
    """Two words with capitals that no list knows: "voor Marvelyn Girigorie"."""
    if following is None or not following.capital or following.short_form:
        return False
    return token.new and (following.new or following.last) and not token.plain.endswith(cues.NATIONS)


def _led_capital(token: Token, cue: Cue, *, following: Token | None, formal: bool, last_words: bool) -> bool:
    if any(token.plain.endswith(end) for end in cues.STREET_ENDS) and not token.sure:
        return False
    if token.public:
        return (token.first and cue in (Cue.INTRODUCED, Cue.TITLE)) or (token.last and cue is Cue.TITLE)
    if token.plain in cues.NEVER:
        certain = cue in (Cue.INTRODUCED, Cue.RELATED, Cue.SPEAKING) or (cue is Cue.GREETED and last_words)
        certain = certain or bool(cue is Cue.LIGHT and following and following.plain in ("op", "terug", "even", "maar"))
        return (token.first and certain) or (token.last and cue is Cue.TITLE)
    if token.short_form and not token.listed:
        return False
    if cue is Cue.LIGHT:
        return not token.opens and (token.first or _two_new(token, following))
    if cue is Cue.GREETED and token.opens and not last_words:
        return token.sure
    if cue is Cue.INTRODUCED or (cue is Cue.TITLE and formal):
        return True
    new = cue in (Cue.INTRODUCED, Cue.TITLE) or not token.plain.endswith(cues.KIND_ENDS)
    return token.listed or (token.new and (new or _two_new(token, following) or (cue is Cue.GREETED and last_words)))


def _led_small(token: Token, cue: Cue, *, before: Token, last_words: bool) -> bool:
    if token.text.lower() == token.text.upper() and cue in (Cue.RELATED, Cue.TITLE):
        return token.first or (cue is Cue.TITLE and token.new and len(token.text) > 2)
    if token.sure:
        return cue is not Cue.LIGHT or (token.first and len(token.text) > 2)
    if token.plain in cues.NEVER or token.public:
        return False
    if cue is Cue.INTRODUCED:
        return token.listed or (token.new and len(token.text) > 2)
    if cue is Cue.TITLE:
        if before.plain not in cues.FORMAL:
            return token.first and token.ours
        return token.last or (token.new and len(token.text) > 3 and not token.plain.endswith(cues.VERB_ENDS))
    if cue is Cue.SPEAKING and before.plain != "is":
        return token.first and token.ours
    if cue is Cue.GREETED:
        return (token.first or token.new) and last_words and not token.gap.strip(" ,-")
    return False


def _ends_with(tokens: list[Token], at: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    words = tuple(token.plain for token in tokens[max(0, at - 4) : at])
    return any(words[-size:] in phrases for size in range(1, len(words) + 1))


def _long_cue(tokens: list[Token], at: int) -> bool:
    words = tuple(token.plain for token in tokens[max(0, at - 4) : at])
    return any(words[-size:] in cues.SPEAKS for size in range(2, len(words) + 1))
