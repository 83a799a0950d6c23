"""Questions: what somebody asks becomes what somebody seeks or wants to know."""

import re

from wijkhuis.loop.signals.rules import telling
from wijkhuis.loop.signals.rules.dutch import BEFORE_A_VERB, is_infinitive, is_verb_with_ik, with_somebody

_WHO_HELPS = r"(?:u|je|jij|jullie|iemand|er iemand|iemand van jullie|iemand hier)"
_HELP = re.compile(
    rf"^(?:(?:kunt|kan|kun|kunnen|wilt|wil|willen|zou|zouden|zoudt) {_WHO_HELPS}(?: (?:kunnen|willen))?"
    r"|wie (?:kan|wil))"
    r"(?: (?:mij|me|ons|mijn \w+))?(?: (?:misschien|even|alstublieft|a\.u\.b\.|graag))*"
    r" (?:(?:mee)?helpen|een handje helpen)(?: (?P<how>met|bij|om))? (?P<rest>.+)$",
    re.IGNORECASE,
)
_HELP_END = re.compile(
    rf"^(?:(?:kunt|kan|kun|kunnen|wilt|wil|willen|zou) {_WHO_HELPS}|wie (?:kan|wil))(?: (?:mij|me|ons))?"
    r" (?P<small>(?:misschien |even |alstublieft )*)(?:met|bij) (?P<rest>.+?) (?:mee)?helpen(?: met (?P<more>.+))?$",
    re.IGNORECASE,
)
_WITH_ME = re.compile(
    rf"^(?:(?:kunt|kan|kun|kunnen|wilt|wil|willen|zou) {_WHO_HELPS}|wie (?:kan|wil))(?: (?:mij|me|ons))?"
    r"(?: (?:misschien|even|alstublieft|ook))* (?P<rest>.+)$",
    re.IGNORECASE,
)
_IS_THERE = re.compile(
    r"^(?:is|zijn|bestaat|hebben|heeft|hebt)(?: (?:er|jullie|u|je|iemand))"
    r"(?: (?:hier|ook|misschien|nog|in de (?:buurt|wijk)|bij jullie|"
    r"toevallig|al|ergens))* (?P<rest>.+)$",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"^heb ik (?:nog |ook |eigenlijk )*recht op (?P<rest>.+)$", re.IGNORECASE)
_WORD = (
    r"waar|hoe|wat|wie|wanneer|waarom|waarmee|bij wie|naar wie|met wie|aan wie|welke \w+|hoeveel(?: \w+)?|tot wanneer"
)
_MODAL = re.compile(rf"^(?:(?P<ask>{_WORD}) )?(?P<verb>kan|moet|mag|kun|wil) ik (?P<rest>.+)$", re.IGNORECASE)
_DO_YOU_KNOW = re.compile(
    r"^(?:weet|weten|kunt|kan|kun|wie weet) ?(?:u|je|jij|jullie|iemand|een van jullie)?"
    r"(?: (?:mij|me))?(?: (?:misschien|toevallig))?"
    rf"(?: (?:vertellen|zeggen|uitleggen))? (?P<rest>(?:{_WORD}|of)\b.+)$",
    re.IGNORECASE,
)
_HOW = re.compile(rf"^(?P<ask>{_WORD}) (?P<verb>\w+) ik (?:nou |nu |dan |toch )?(?P<rest>.+)$", re.IGNORECASE)
_BEFORE_NOUN = set(
    "de het een mijn zijn haar hun die deze dit dat geen andere veel wat meer van voor met zonder".split()
)
_BEHIND_A_VERB = set("als om met voor nu want zodat zonder naar tegen in bij op aan uit over van en of tot".split())
_NOUNS = set(
    "mensen kinderen ouders buren dingen spullen brieven kleren ratten muizen kosten kleinkinderen papieren".split()
)
_NO_THING = re.compile(r"^(?:ik|we|mij|wel|het|dat|dit|daar|al|gehoord|recht|nu)\b", re.IGNORECASE)
_MOVE = {"uitleggen": "uitleg over", "invullen": "het invullen van", "aanvragen": "het aanvragen van"}


def asked(clause: str) -> str:
    """What somebody asks, as a sentence about somebody; "" when the rules do not know this way of asking."""
    if not clause.endswith("?") and not re.match(
        r"(?:kunt|kan|kun|wie|is er|zijn er|weet|waar|hoe|heeft) ", clause, re.IGNORECASE
    ):
        return ""
    clause = clause.rstrip("?. ")
    for attempt in (_help, _right, _knows, _modal, _how, _there, _done_for):
        if sentence := attempt(clause):
            return sentence
    return ""


def _help(clause: str) -> str:
    found = _HELP.match(clause)
    if found and (found["how"] or "").lower() == "om":
        return _seeks("hulp om", found["rest"])
    if found and not found["rest"].startswith("te "):
        return _helped_with(found["rest"])
    found = _HELP_END.match(clause)
    return _helped_with(f"{found['rest']} {found['more'] or ''}".strip()) if found else ""


def _helped_with(rest: str) -> str:
    """ "een formulier invullen" becomes "hulp bij het invullen van een formulier"."""
    words = rest.split()
    if len(words) > 2 and is_infinitive(words[-1]) and words[-2] not in _BEFORE_NOUN:
        return _seeks(f"hulp bij het {words[-1]} van", " ".join(words[:-1]))
    return _seeks("hulp bij", rest)


def _right(clause: str) -> str:
    found = _RIGHT.match(clause)
    return _third(f"Iemand vraagt of die recht heeft op {found['rest']}") if found else ""


def _knows(clause: str) -> str:
    found = _DO_YOU_KNOW.match(clause)
    return _third(f"Iemand vraagt {found['rest']}") if found else ""


def _modal(clause: str) -> str:
    """ "Waar kan ik goedkoop een fiets krijgen" becomes "Iemand vraagt waar die goedkoop een fiets kan krijgen"."""
    found = _MODAL.match(clause)
    rest = telling.third(found["rest"], spoke=True) if found else ""
    if not found or not rest:
        return ""
    verb = "kan" if found["verb"].lower() == "kun" else found["verb"].lower()
    words = rest.split()
    at = _whole_verb(words)
    if at is None:
        return ""
    said = " ".join([*words[:at], verb, *words[at:]])
    return f"Iemand vraagt {(found['ask'] or 'of').lower()} die {said}"


def _whole_verb(words: list[str]) -> int | None:
    """Where the whole verbs begin that a modal verb stands before; None when that is not sure."""
    for place, word in enumerate(words):
        last = place + 1 == len(words) or words[place].endswith(",") or words[place + 1].lower() in _BEHIND_A_VERB
        before = words[place - 1].lower() if place else ""
        if word == "terecht" and last:
            return place + 1
        noun = before in _BEFORE_NOUN or before.endswith("e") or word.lower() in _NOUNS
        if last and is_infinitive(word.rstrip(",")) and not noun:
            start = place
            while start and is_infinitive(words[start - 1]) and words[start - 1].lower() not in _NOUNS:
                start -= 1
            return start
    return None


def _how(clause: str) -> str:
    """ "Hoe vraag ik een vergunning aan" becomes "Iemand vraagt hoe die een vergunning aanvraagt"."""
    found = _HOW.match(clause)
    if not found or not is_verb_with_ik(found["verb"], surely=False):
        return ""
    rest = telling.third(found["rest"], spoke=True)
    verb = with_somebody(found["verb"])
    words = rest.split()
    if not words or "," in rest:
        return ""
    if words[-1] in BEFORE_A_VERB:
        verb = words.pop() + verb
    return f"Iemand vraagt {found['ask'].lower()} die {' '.join([*words, verb])}"


def _there(clause: str) -> str:
    found = _IS_THERE.match(clause)
    if not found or _NO_THING.match(found["rest"]):
        return ""
    return _seeks("", re.sub(r" (?:voor|aan|met|bij) (?:mij|me|ons)$", "", found["rest"]))


def _done_for(clause: str) -> str:
    """ "Kan iemand mij de brief uitleggen" becomes "Iemand vraagt of een ander de brief kan uitleggen"."""
    found = _WITH_ME.match(clause)
    if not found:
        return ""
    rest = telling.third(found["rest"], spoke=True)
    words = rest.split()
    if "," in rest or len(words) < 2 or not is_infinitive(words[-1]):
        return ""
    if words[-1] in _MOVE and words[0] in ("de", "het", "een", "deze", "dit", "die"):
        return f"Iemand zoekt hulp bij {_MOVE[words[-1]]} {' '.join(words[:-1])}".replace("hulp bij uitleg", "uitleg")
    at = _whole_verb(words)
    return f"Iemand zoekt een ander die {' '.join([*words[:at], 'kan', *words[at:]])}" if at is not None else ""


def _seeks(what: str, rest: str) -> str:
    rest = telling.third(rest, spoke=True)
    return f"Iemand zoekt {what} {rest}" if rest else ""


def _third(sentence: str) -> str:
    head, _space, rest = sentence.partition(" ")
    rest = telling.third(rest, spoke=True)
    return f"{head} {rest}" if rest else ""
