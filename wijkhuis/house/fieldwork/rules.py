"""Who gives and does assignments, what is asked on the way, and how long a call stays open."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

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
    """Whether somebody is named: by their first or whole name, or by a number or address where they are reached.

    Somebody else of that name is meant now and then; then a line too many is deleted.
    """
    first = WORD.findall(fold(name))[:1]
    if any(len(word) > 1 and word in WORD.findall(fold(words)) for word in first):
        return True
    numbers = [re.sub(r"\D", "", reach) for reach in reaches]
    addresses = [fold(reach.strip()) for reach in reaches if "@" in reach]
    told = re.sub(r"\D", "", words)
    return any(len(one) >= 8 and one[-8:] in told for one in numbers) or any(one in fold(words) for one in addresses)


def closes_by_itself(asked_on: date) -> date:
    """The day on which a call that nobody closed closes by itself."""
    return asked_on + CALL_STAYS_OPEN
