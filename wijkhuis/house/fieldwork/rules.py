"""Who gives and does assignments, what is asked on the way, and how long a call stays open."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.words import fold
from wijkhuis.house.people.models import Role
from wijkhuis.house.people.rules import MANAGE_KINDS, STAFF_KINDS

# Who makes assignments and goes through what was found.
SUPERVISOR_KINDS = STAFF_KINDS - {Role.Kind.VOLUNTEER}
# Who can do an assignment with an account of their own.
DOER_KINDS = STAFF_KINDS | {Role.Kind.RESIDENT_OWNER}
CALL_CLOSER_KINDS = MANAGE_KINDS

ENTRIES_CHOSEN = 10
ENTRIES_OFFERED = 30
DAYS_TO_DO_IT = 14
CALL_STAYS_OPEN = timedelta(days=60)
CALL_IS_KEPT = timedelta(days=365)
ASSIGNMENT_IS_KEPT = timedelta(days=365)

WORD = re.compile(r"[^\W_]+")
# Between a first name and a last one, and before a last one.
BETWEEN = frozenset("van de der den het ten ter te el al bin ben".split())
TITLES = frozenset("mevrouw mevr mw meneer mijnheer dhr hr heer familie fam buurvrouw buurman".split())

# To begin a talk with; no questionnaire.
STARTERS = (
    _("What brings you here?"),
    _("What would you miss when this was not here?"),
    _("Whom do you know that should come here as well?"),
)
VISIT = (
    _("What happens here, and who comes?"),
    _("How do you come in, also with a wheelchair or a pram?"),
    _("What did you hear that is not on the map yet?"),
)
TALKS = 3


def names(words: str, *, name: str, reaches: Iterable[str]) -> bool:
    """Whether somebody is named: by their first name or their last, or by a number or address where they are reached.

    A first name with another last name behind it is somebody else. In doubt a line too many is deleted.
    """
    first, *last = [word for word in WORD.findall(fold(name)) if word not in BETWEEN] or [""]
    if _says_first(words, first, last) or _says_last(words, last):
        return True
    numbers = [re.sub(r"\D", "", reach) for reach in reaches]
    addresses = [fold(reach.strip()) for reach in reaches if "@" in reach]
    told = re.sub(r"\D", "", words)
    return any(len(one) >= 8 and one[-8:] in told for one in numbers) or any(one in fold(words) for one in addresses)


def _says_first(words: str, first: str, last: Sequence[str]) -> bool:
    """Whether a line holds a first name, not followed by a last name that is not theirs."""
    if len(first) < 2:
        return False
    told = [(one, fold(one.group())) for one in WORD.finditer(words)]
    for at, (_one, word) in enumerate(told):
        if word == first and not (last and _is_somebody_else(words, told[at:], last)):
            return True
    return False


def _is_somebody_else(words: str, told: Sequence[tuple[re.Match[str], str]], last: Sequence[str]) -> bool:
    """Whether what follows a first name on the same breath is a last name, and another one."""
    before = told[0][0]
    for one, word in told[1:]:
        # "Fatma van de Kade" may be where she lives.
        if words[before.end() : one.start()].strip(" -") or word == "van":
            return False
        if word not in BETWEEN:
            return one.group().istitle() and word not in last
        before = one
    return False


def _says_last(words: str, last: Sequence[str]) -> bool:
    """Whether a line holds a last name: with a capital, for a baker is no Baker, or behind a title."""
    told = WORD.findall(words)
    plain = [word for word in map(fold, told) if word not in BETWEEN]
    titled = {word for title, word in pairwise(plain) if title in TITLES}
    capital = {fold(word) for word in told if word[0].isupper()}
    return any(len(word) > 2 and word in titled | capital for word in last)


def closes_by_itself(asked_on: date) -> date:
    """The day on which a call that nobody closed closes by itself."""
    return asked_on + CALL_STAYS_OPEN
