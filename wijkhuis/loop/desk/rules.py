"""The policy of the desk. Values in, decisions out."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone

from wijkhuis.base import clock
from wijkhuis.base.language.words import fold
from wijkhuis.loop.desk.models import FollowUp, Rung, Shared

LADDER = (Rung.SELF, Rung.OWN_PEOPLE, Rung.NEIGHBOURHOOD, Rung.PROFESSIONAL)
# What goes along in a handover when the sender chooses nothing: as little as possible.
SHARED_BY_DEFAULT = (Shared.WORDS,)
# Days the house waits for somebody to come in, or for an answer to its message, before the question ends.
PATIENCE_DAYS = 14
# Days a link to a partner who said yes keeps working after the day of their next step.
LINK_GRACE_DAYS = 30
CODE_TRIES = 5
# Words of address that tell nobody who it is.
NO_NAMES = frozenset("mevrouw mevr meneer dhr mijnheer familie fam van den der het een ten ter weg".split())
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
CODE_LENGTH = 6


def is_code(text: str) -> bool:
    """Whether this may be the code of a slip."""
    return len(text) == CODE_LENGTH and set(text) <= set(CODE_ALPHABET)


def next_rung(rung: str) -> Rung:
    """The rung after this one; the professional is the last."""
    place = LADDER.index(Rung(rung))
    return LADDER[min(place + 1, len(LADDER) - 1)]


def reopens(outcome: str) -> bool:
    """Whether this word of the resident opens the question again: 'a little' and 'no' do."""
    return outcome in {FollowUp.Outcome.PARTLY, FollowUp.Outcome.NOT}


def answer_is_due(offered_on: date, *, working_days: int) -> date:
    """The last day on which a partner answers a handover (Dutch working days)."""
    return clock.add_working_days(offered_on, working_days)


def reminder_is_due(answer_by: date, *, on: date) -> bool:
    """Whether a partner is reminded: from the working day before the answer is due."""
    return clock.add_working_days(answer_by, -1) <= on


def follow_up_is_due(answered_on: date, *, days: int) -> date:
    """The day on which we ask how it went; moved to the next working day, so that somebody can call."""
    due = answered_on + timedelta(days=days)
    return due if clock.is_working_day(due) else clock.add_working_days(due, 1)


def patience_is_over(due_on: date, *, on: date) -> bool:
    """Whether we waited long enough for a word and the question ends without one."""
    return on > due_on + timedelta(days=PATIENCE_DAYS)


def may_reopen_discussion(closed_at: datetime | None, *, on: date) -> bool:
    """Whether a closed discussion may be opened again: on the same day."""
    return closed_at is not None and timezone.localtime(closed_at).date() == on


def may_forget(last_contact_on: date, *, keep_months: int, on: date) -> bool:
    """Whether a question was kept long enough after the last contact."""
    return clock.add_months(last_contact_on, keep_months) <= on


def what_needs_a_human(
    *, is_mine: bool, is_open: bool, is_offered: bool, is_answered: bool, asks_today: bool, has_answer: bool
) -> str:
    """The one main action at a question: reopen, take, wait, ask, later, answered or answer."""
    if not is_open:
        return "reopen"
    if asks_today:
        return "ask"
    if is_offered:
        return "wait"
    if not is_mine:
        return "take"
    if is_answered:
        return "later"
    return "answered" if has_answer else "answer"


def telling_words(facts: Iterable[str], *, text: str) -> list[str]:
    """The words of somebody's name, street, address or e-mail that stand in a text; for a phone the figures count."""
    said = set(re.findall(r"[\w@.+-]+", fold(text)))
    said |= {word.strip(".-+") for word in said}
    figures = re.sub(r"\D", "", text)
    found = []
    for fact in facts:
        number = re.sub(r"\D", "", fact)
        if len(number) >= 8 and number[-8:] in figures:
            found.append(fact)
            continue
        words = [word.strip(".,") for word in fact.split()]
        found += [word for word in words if len(word) > 2 and fold(word) in said and fold(word) not in NO_NAMES]
    return list(dict.fromkeys(found))
