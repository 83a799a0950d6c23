"""How far a name goes once it has begun: first names, letters, "van der", surnames."""

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.tokens import Token

_MOST_WORDS = 7
# Letters and particles in front of a surname: "J.P.M. van der".
MOST_INITIALS = 12


def run(tokens: list[Token], at: int, *, led: bool) -> int:
    """Where a name that begins at this word ends (the index behind it); `led` when something announced it."""
    place, words = at, 0
    while place < len(tokens) and place - at < _MOST_WORDS:
        token = tokens[place]
        if token.closed or (place > at and not _joined(tokens, place)):
            break
        behind = _behind_particles(tokens, place)
        if behind > place and not (
            place == at and token.capital and token.first and not _surname(tokens, behind, started=place > at)
        ):
            if not _surname(tokens, behind, started=place > at):
                break
            place, words = behind + 1, words + 1
        elif token.initial:
            place += 1
        elif place == at or words == 0 or goes_on(token, before=tokens[place - 1], words=words, led=led):
            place, words = place + 1, words + 1
        else:
            break
    return place if words else at


def goes_on(token: Token, *, before: Token, words: int, led: bool) -> bool:
    """Whether a word is still part of the name that the word before belongs to."""
    if token.plain in cues.NEVER or token.public:
        if not token.capital:
            return token.public and token.last and before.sure and before.first and not before.capital
        return before.capital and (token.last or (token.first and not token.public))
    if any(token.plain.endswith(end) for end in cues.STREET_ENDS) and not token.sure:
        return False
    if token.capital:
        named = words == 1 and before.first and before.capital and not before.ordinary
        return token.listed or ((token.new or named) and not (token.short_form and not before.short_form))
    if token.sure:
        return True
    if before.capital or words > 1:
        return False
    if token.last and before.first and before.plain not in cues.NEVER:
        return True
    return token.new and len(token.text) > 3 and (led or (before.sure and before.first and not token.doubtful))


def _joined(tokens: list[Token], place: int) -> bool:
    """Whether a word hangs on the one before: a blank between them, or the point of a first letter."""
    if tokens[place].near:
        return True
    return tokens[place - 1].initial and tokens[place].gap in (".", ". ", ".-", "-")


def _behind_particles(tokens: list[Token], place: int) -> int:
    """The index of the first word that is not "van", "de", "el" and so on; the same index when there is none."""
    behind = place
    while behind < len(tokens) - 1 and behind - place < 4 and tokens[behind].plain in cues.PARTICLES:
        nearby = tokens[behind + 1]
        if nearby.closed or not (nearby.near or nearby.gap in (".", ". ", "/", "'", "’")):
            return place
        behind += 1
    only_place = behind - place == 1 and tokens[place].plain in cues.PLACES
    return place if only_place else behind


def _surname(tokens: list[Token], place: int, *, started: bool) -> bool:
    """Whether a word can follow "van" or "de" in a name."""
    if place >= len(tokens):
        return False
    token = tokens[place]
    if (token.public and not token.last) or token.closed:
        return False
    if token.capital:
        return (started or token.listed or not token.ordinary) and not token.short_form
    return token.last and token.plain not in cues.NEVER


def initials(tokens: list[Token], at: int) -> bool:
    """ "R. Bos", "J.P. de Wit", "M Yilmaz"."""
    if at and tokens[at - 1].plain in cues.LISTS_OF_LETTERS:
        return False
    behind, points = at, False
    last = min(len(tokens) - 1, at + MOST_INITIALS)
    while behind < last and (tokens[behind].initial or tokens[behind].plain in cues.PARTICLES):
        behind += 1
        if not (tokens[behind].near or tokens[behind].gap in (".", ". ", ".-", "-", "'", "’")):
            return False
        points = points or tokens[behind].gap.startswith(".")
    letters = "".join(one.plain for one in tokens[at:behind] if one.initial)
    inside = at > 0 and tokens[at - 1].initial and tokens[at].gap.startswith(".")
    short = letters in ("ps", "bv", "nb") if tokens[at].capital else letters in cues.ABBREVIATIONS
    if short or inside:
        return False
    token = tokens[behind]
    if (
        token.closed
        or token.short_form
        or (token.plain in cues.NEVER and not (token.capital and points and (token.last or behind > at + 2)))
    ):
        return False
    if points:
        return token.last or (token.capital and (token.plain not in cues.NEVER or behind > at + 2))
    if behind > at + 1 and tokens[at + 1].initial and tokens[at + 1].capital:
        return token.capital
    return token.last and token.capital and (token.sure or behind > at + 1)
