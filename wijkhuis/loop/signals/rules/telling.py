"""Statements: "ik" becomes "iemand", with the verb that belongs to it."""

import re

from wijkhuis.loop.signals.rules import dutch
from wijkhuis.loop.signals.rules.clauses import WORD, speaks_of_self

_PERSON = re.compile(
    r"^(?:(?:deze )?(?:mevrouw|meneer)|mevr\.?|mw\.?|mvr\.?|dhr\.?|hr\.?|buurtbewoner|bewoner|klant)\s+(?=\w)",
    re.IGNORECASE,
)
_TELEGRAM = re.compile(
    r"^(?:wil (?:graag|weten|hulp|uitleg|een)|vraagt|zoekt|snapt|begrijpt|durft|voelt zich|"
    r"heeft (?:hulp|moeite|last|geen|schulden|een))\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = {"en", "maar", "want", "dus"}
_HIS = "zijn of haar"
_WE_THINGS = set(
    "huis gezin blok gebouw trappenhuis portiek pleintje plein dak balkon kind toilet straatje hofje".split()
)


def told(clause: str) -> str:
    """The statement in the third person, or "" when it does not surely become good Dutch."""
    if clause.endswith("?"):
        return ""
    clause = clause.rstrip(".! ")
    if _PERSON.match(clause):
        clause = _PERSON.sub("Iemand ", clause)
        return (
            third(clause, spoke=True)
            if any(dutch.is_verb(word) or word == "vraagt" for word in WORD.findall(clause)[1:3])
            else ""
        )
    if _TELEGRAM.match(clause):
        return third(f"Iemand {clause[0].lower()}{clause[1:]}", spoke=True)
    said = third(clause)
    return said if _has_verb(said) else ""


def _has_verb(said: str) -> bool:
    words = [word.lower() for word in WORD.findall(said)]
    if "iemand" in words or any(dutch.is_verb(word) for word in words):
        return True
    of_a_thing = words[:1] and words[0] in ("iemands", "de", "het", "een", "er")
    return bool(of_a_thing) and any(word.endswith("t") and len(word) > 3 and word != "niet" for word in words[2:4])


def third(text: str, *, spoke: bool = False) -> str:
    """The text with every first person made a third; spoke: somebody was named before. "" when one cannot be."""
    tokens = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\s+|.", text, flags=re.DOTALL)
    words = [place for place, token in enumerate(tokens) if WORD.fullmatch(token)]
    low = [tokens[place].lower() for place in words]
    if "ik" in low and "we" in low:
        return ""
    rewriting = _Rewriting(low, spoke=spoke, gaps=_gaps(tokens, words))
    new = rewriting.run()
    if new is None:
        return ""
    for place, old, word in zip(words, low, new, strict=True):
        if word != old:
            tokens[place] = word.capitalize() if tokens[place][:1].isupper() and place == words[0] else word
    said = " ".join("".join(tokens).split())
    return "" if speaks_of_self(said) else said


def _gaps(tokens: list[str], words: list[int]) -> list[bool]:
    """Per word whether a comma or the like stands before it."""
    gaps, last = [], -1
    for place in words:
        gaps.append(bool("".join(tokens[last + 1 : place]).strip()))
        last = place
    return gaps


class _Rewriting:
    """One clause on its way to the third person, word by word."""

    def __init__(self, low: list[str], *, spoke: bool, gaps: list[bool]) -> None:
        self.low, self.new, self.spoke, self.gaps = low, list(low), spoke, gaps
        self.owner = spoke
        self.subject = False

    def run(self) -> list[str] | None:
        """The new words, or None when one of them cannot be said of somebody else."""
        for place, word in enumerate(self.low):
            handle = (
                getattr(self, f"_{word}", None) if word in ("ik", "mijn", "me", "mij", "we", "onze", "ons") else None
            )
            if handle and not handle(place):
                return None
            if word in ("mezelf", "mijzelf"):
                self.new[place] = "zichzelf"
            if word in _CLAUSE_ENDS or self.gaps[place]:
                self._go_on(place)
        return self.new

    def _ik(self, place: int) -> bool:
        verb = self._verb_of(place)
        if verb is None:
            return False
        self.new[verb] = dutch.with_somebody(self.low[verb])
        goes_on = self.subject and verb == place + 1 and place and self.low[place - 1] in ("en", "maar")
        self.new[place] = "" if goes_on else "die" if self.spoke else "iemand"
        self.spoke = self.owner = self.subject = True
        return True

    def _verb_of(self, place: int) -> int | None:
        before = place - 1
        if place and not self.gaps[place] and dutch.is_verb_with_ik(self.low[before], surely=False):
            return before
        after = place + 1
        opens = place == 0 or self.low[before] in _CLAUSE_ENDS or self.gaps[place]
        if after < len(self.low) and not self.gaps[after]:
            if dutch.is_verb_with_ik(self.low[after], surely=not opens):
                return after
            if (
                opens
                and self.low[after] not in dutch.NO_VERB
                and self.low[after].isalpha()
                and len(self.low[after]) > 2
            ):
                return after
        return None if opens else self._last_verb(after)

    def _last_verb(self, start: int) -> int | None:
        """Behind "dat", "omdat", "waar" the verb stands at the end."""
        end = next(
            (p for p in range(start, len(self.low)) if self.gaps[p] or self.low[p] in _CLAUSE_ENDS), len(self.low)
        )
        found = [p for p in range(start, end) if dutch.is_verb_with_ik(self.low[p]) and not dutch.is_past(self.low[p])]
        if found:
            return found[-1]
        past = [p for p in range(start, end) if dutch.is_past(self.low[p])]
        if past:
            return past[-1]
        last = end - 1
        joined = last >= start and (
            dutch.ends_in_a_verb_with_ik(self.low[last]) or dutch.is_verb_with_ik(self.low[last], surely=False)
        )
        return last if joined else None

    def _go_on(self, place: int) -> None:
        """ "…, en weet niet": the same person goes on without being named again."""
        at = place + 1 if self.low[place] in _CLAUSE_ENDS else place
        following = self.low[at + 1] if at + 1 < len(self.low) else ""
        if (
            self.subject
            and at < len(self.low)
            and following not in ("ik", "we")
            and dutch.is_verb_with_ik(self.low[at])
        ):
            self.new[at] = dutch.with_somebody(self.low[at])

    def _mijn(self, place: int) -> bool:
        noun = self._noun_behind(place)
        if noun is None:
            return False
        later = "ik" in self.low[place:]
        if not self.owner and not later:
            self.new[place] = "iemands"
            self.owner = True
            return True
        if not self.owner:
            # "Sinds mijn man er niet meer is, voel ik me alleen": who feels so is not the husband.
            if noun not in dutch.RELATIVES or self.low[0] not in ("sinds", "nu", "omdat", "toen", "als", "sindsdien"):
                return False
            self.new[place], self.owner, self.spoke = "iemands", True, True
            return True
        self.new[place] = _HIS if noun in dutch.RELATIVES else dutch.article(noun)
        return True

    def _noun_behind(self, place: int) -> str | None:
        words = self.low[place + 1 : place + 3]
        if len(words) < 2 or self.gaps[place + 2]:
            return words[0] if words else None
        first, second = words
        noun = first in dutch.RELATIVES or first.endswith("je") or dutch.is_verb(second) or second in dutch.NO_NOUN
        return second if first.endswith("e") and not noun else first

    def _me(self, place: int) -> bool:
        """ "Ik voel me alleen", "ik maak me zorgen": of the one who acts; otherwise it is said of another."""
        near = range(max(0, place - 3), place)
        if not any(self.low[p] == "ik" for p in near):
            return False
        self.new[place] = "zich"
        return True

    def _mij(self, place: int) -> bool:
        before = self.low[place - 1] if place else ""
        if before in ("bij", "voor", "aan", "met", "naar", "van", "naast", "boven", "onder", "achter") and self.owner:
            self.new[place] = "hem of haar"
            return True
        return self._me(place)

    def _we(self, place: int) -> bool:
        self.new[place] = "ze" if self.spoke else "bewoners"
        self.spoke = self.owner = True
        return True

    def _onze(self, place: int) -> bool:
        return self._ours(place, "de")

    def _ours(self, place: int, instead: str) -> bool:
        noun = self._noun_behind(place)
        own = noun in dutch.RELATIVES
        self.new[place] = "hun" if self.owner else "iemands" if own else instead
        self.owner = self.owner or own
        return noun is not None

    def _ons(self, place: int) -> bool:
        following = self.low[place + 1] if place + 1 < len(self.low) else ""
        if following in _WE_THINGS:
            return self._ours(place, "het")
        self.new[place] = "zich"
        return "we" in self.low[max(0, place - 2) : place]
