"""Words with a capital that no list knows: what around them says that they are somebody's name."""

from wijkhuis.base.language.identity import cues
from wijkhuis.base.language.identity.lists import is_compound
from wijkhuis.base.language.identity.tokens import Token

# Between these and a word with a capital stands nothing but somebody's name: "heeft Sjuul", "dat Mo".
_BEFORE = frozenset(
    (
        "kan is heeft wil mag moet gaat komt waar dat of wanneer als omdat want zegt volgens zoekt wie ken kent help helpt "
        "zie zag miste mist dag beste lieve geachte heb had was belde sprak samen ook vroeg hoorde van"
    ).split()
)
# Behind the first word of a sentence: what only a person does.
_ACTS = cues.SPEAKING | frozenset(
    "heeft kwam komt woont kent durft slaapt leest spreekt krijgt had wilde zorgt valt viel huilt eet kookt wacht helpt".split()
)
_ACTS_ARABIC = frozenset("تحتاج يحتاج تريد يريد تبحث يبحث تسال يسال تتصل يتصل تسكن يسكن عندها عنده تقول يقول تطلب يطلب".split())
_AFTER_I_ARABIC = frozenset("احتاج اريد أريد ابحث أبحث عندي اسكن أسكن ادور بدي محتاج محتاجة من و اتكلم اطلب".split())
_WAYS = frozenset("deur lijn telefoon balie".split())


def stands_out(tokens: list[Token], at: int) -> bool:
    """Whether a word that no list knows is a name, by what stands around it."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    if token.capital and token.listed and len(token.text) == 2 and before and not token.opens and not token.closed:
        return before.plain in _BEFORE and token.near and not token.text.isupper()
    if not token.capital or not _strange(token):
        return _stands_in_script(tokens, at)
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
    listed_in_commas = token.gap.strip() == "," and at + 1 < len(tokens) and tokens[at + 1].gap.startswith(",")
    return listed_in_commas


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
    ends = (*cues.KIND_ENDS, *cues.STREET_ENDS)
    return not is_compound(token.plain) and not token.plain.endswith(ends)


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
