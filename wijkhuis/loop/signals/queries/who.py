"""Who stands behind a signal, as well as is known: only ever turned into a one-way token, never kept."""

from django.utils.timezone import localdate

from wijkhuis.base.accounts.models import User
from wijkhuis.base.language.words import fold
from wijkhuis.base.messages.addresses import usable
from wijkhuis.base.messages.models import Channel
from wijkhuis.base.messages.rules import Address
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.models import RoundNote


def identity_of(question: Question) -> str:
    """Who asked: the telephone, else the e-mail address, else name and street here, else one for all of that day."""
    contact = question.contact
    if contact and (phone := usable(Address(Channel.SMS, contact.phone))):
        return f"phone {phone.to}"
    if contact and (email := usable(Address(Channel.EMAIL, contact.email))):
        return f"email {fold(email.to)}"
    if contact and contact.called.strip():
        name = " ".join(fold(f"{contact.called} {contact.street}").split())
        return f"house {question.house_id} called {name}"
    # Nameless walk-ins of one day count as one, so that numbers are never too high.
    return f"house {question.house_id} on {localdate(question.asked_at).isoformat()}"


def identity_of_staff(user: User) -> str:
    """A colleague who noticed something."""
    return f"user {user.pk}"


def identity_of_note(note: RoundNote) -> str:
    """Whom a pair spoke: one conversation is one voice."""
    return f"round {note.pair.round_id} pair {note.pair_id} note {note.pk}"
