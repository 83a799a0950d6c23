"""Words with a capital that no list knows: what around them says that they are somebody's name."""

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.lists import is_compound
from wijkhuis.base.language.identity.tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Between these and a word with a capital stands nothing but somebody's name: "heeft Sjuul", "dat Mo".
_BEFORE = _words(
    "kan is heeft wil mag moet gaat komt waar dat of wanneer als omdat want zegt volgens zoekt wie ken kent help helpt "
    "zie zag miste mist dag beste lieve geachte heb had was belde sprak samen ook vroeg hoorde van"
)
# Behind the first word of a sentence: what only a person does.
_ACTS = cues.SPEAKING | _words(
    "heeft kwam komt woont kent durft slaapt leest spreekt krijgt had wilde zorgt valt viel huilt eet kookt wacht helpt"
)
_ACTS_ARABIC = _words("تحتاج يحتاج تريد يريد تبحث يبحث تسال يسال تتصل يتصل تسكن يسكن عندها عنده تقول يقول تطلب يطلب")
_AFTER_I_ARABIC = _words("احتاج اريد أريد ابحث أبحث عندي اسكن أسكن ادور بدي محتاج محتاجة من و اتكلم اطلب")
_HELLO = _words(
    "moi hoi hallo hai hey hee hi dag goedemorgen goedemiddag goedenavond goeiemorgen goedendag salam selam"
)
# Around a strange word in small letters: "is delano ook", "kan ik delano opgeven".
_BEFORE_SMALL = _words("is kan heeft ben voor met van tegen bij door mag wil komt naar of dat")
_ENROL = _words("inschrijven opgeven aanmelden meenemen ophalen brengen")
_BEHIND_SMALL = _ENROL | _words("ook even van hier er nog al weer mee zijn vandaag morgen vanavond weet zegt uit")
_WAYS = _words("deur lijn telefoon balie")


def stands_out(tokens: list[Token], at: int) -> bool:
    """Whether a word that no list knows is a name, by what stands around it."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    if token.capital and token.listed and len(token.text) == 2 and before and not token.opens and not token.closed:
        return before.plain in _BEFORE and token.near and not token.text.isupper()
    if not token.capital:
        return _small(tokens, at) or _stands_in_script(tokens, at)
    if not _strange(token):
        return False
    if before and token.near and before.plain in (*cues.PUBLIC_BEFORE, "de", "het", "een", "die", "deze", "dit"):
        return False
    if _two(tokens, at):
        return True
    if token.opens:
        return _acts(tokens, at)
    if before and token.near and before.plain in ("en", "&") and at > 1:
        return tokens[at - 2].capital and (tokens[at - 2].listed or tokens[at - 2].new)
    if before and token.near:
        return before.plain in _BEFORE and not (before.plain == "van" and not before.opens)
    if at == 1 and token.gap.strip() == "," and before and before.plain in _HELLO:
        return True
    return token.gap.strip() == "," and at + 1 < len(tokens) and tokens[at + 1].gap.startswith(",")


def short_pair(tokens: list[Token], at: int) -> bool:
    """Two short words with a capital that are both names: "Li Na", "Mei Ling"."""
    if at + 1 >= len(tokens) or not tokens[at + 1].near:
        return False
    pair = tokens[at : at + 2]
    if not all(one.capital and one.listed and len(one.text) <= 6 and not one.closed for one in pair):
        return False
    if pair[1].public or any(one.text.isupper() for one in pair):
        return False
    third = tokens[at + 2].plain if at + 2 < len(tokens) else ""
    return pair[0].last or not pair[0].opens or third in _ACTS


def _strange(token: Token) -> bool:
    """Whether nothing known says what the word is: no name, no word, nothing made of two words, no abbreviation."""
    if not token.new or token.closed or token.short_form or len(token.text) < 3 or not token.text[1:].islower():
        return "-" in token.text and token.new and token.text[1:2].islower()
    if token.plain in cues.GREETINGS:
        return False
    ends = (*cues.KIND_ENDS, *cues.STREET_ENDS)
    return not is_compound(token.plain) and not token.plain.endswith(ends)


def _small(tokens: list[Token], at: int) -> bool:
    """A strange word in small letters where a name stands: two of them, before a verb at the start, "is delano ook"."""
    token = tokens[at]
    if token.ours and not token.capital and 0 < at < len(tokens) - 1 and tokens[at + 1].plain in _ENROL:
        return tokens[at - 1].plain == "ik"
    if not _strange_small(token):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and following.near and (_strange_small(following) or following.sure):
        return True
    if at == 0:
        return bool(following and following.near and following.plain in _ACTS | {"weet", "is"})
    before = tokens[at - 1]
    if not token.near:
        return bool(following and following.near and following.plain in _ACTS)
    if before.plain in _BEFORE_SMALL:
        if following is None or not following.near:
            return before.plain in ("voor", "tegen", "met", "ben") or before.opens
        return following.plain in _BEHIND_SMALL
    return before.plain == "ik" and following is not None and following.plain in _ENROL


def _strange_small(token: Token) -> bool:
    if token.capital or not token.new or token.doubtful or token.closed or len(token.text) < 4:
        return False
    return token.text.lower() != token.text.upper() and token.text.isalpha() and not is_compound(token.plain)


def _two(tokens: list[Token], at: int) -> bool:
    """Whether a second word of a name follows: "Florentien de Grient"."""
    behind = at + 1
    while behind < len(tokens) - 1 and tokens[behind].plain in cues.PARTICLES and tokens[behind].near:
        behind += 1
    if behind >= len(tokens) or not tokens[behind].near:
        return False
    other = tokens[behind]
    if not other.capital or other.closed or other.public or other.plain in cues.NEVER:
        return False
    return other.sure or other.last or _strange(other) or (behind > at + 1 and not other.short_form)


def _stands_in_script(tokens: list[Token], at: int) -> bool:
    """A name in a script without capitals: the first word, or behind "I am", and then a verb."""
    token = tokens[at]
    if token.text.lower() != token.text.upper() or token.closed or at + 1 >= len(tokens):
        return False
    if not (token.new or token.listed) or len(token.text) < 3:
        return False
    if at == 0:
        return tokens[1].plain in _ACTS_ARABIC
    return tokens[at - 1].plain in ("انا", "أنا") and tokens[at + 1].plain in _AFTER_I_ARABIC


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether what follows the first word of a sentence makes it somebody."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if not following.near:
        sign = following.gap.strip()
        return at == 0 and sign in (":", "(") and not following.capital
    if following.capital:
        return False
    if following.plain == "aan":
        return any(one.plain in _WAYS for one in tokens[at + 2 : at + 4])
    return following.plain in _ACTS
