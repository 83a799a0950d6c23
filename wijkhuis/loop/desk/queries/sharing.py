"""What goes along in a handover, exactly as the other side reads it."""

from collections.abc import Collection

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wijkhuis.base.clock import today
from wijkhuis.base.ui.dates import day_words
from wijkhuis.loop.desk.models import Conversation, Question, Shared

Line = tuple[str, str]


def name_of(question: Question, fields: Collection[str]) -> str:
    """How to call who asked, or 'somebody' when that was not shared or not said."""
    called = question.contact.called if question.contact and Shared.CALLED in fields else ""
    return called or _("somebody")


def shared_lines(question: Question, fields: Collection[str]) -> list[Line]:
    """What a partner sees: only the chosen fields that hold something, in a fixed order, each with its label."""
    values = _facts(question)
    if Shared.STORY in fields:
        values[Shared.STORY] = "\n".join(said(note) for note in question.conversations.all())
    return [(str(field.label), values[field]) for field in Shared if field in fields and values.get(field)]


def shareable(question: Question, *, known: Collection[str]) -> list[tuple[str, str]]:
    """The fields that hold something and that the sender knows, so that they can be chosen, with their label."""
    values = _facts(question)
    values[Shared.STORY] = "x" if question.conversations.exists() else ""
    return [(field.value, str(field.label)) for field in Shared if field in known and values.get(field)]


def said(note: Conversation) -> str:
    """One note on one line: the day, what was said, what was tried and what was not there."""
    parts = [
        note.words,
        _("Tried: %(what)s.") % {"what": note.tried.rstrip(".")} if note.tried else "",
        _("Not there: %(what)s.") % {"what": note.missing.rstrip(".")} if note.missing else "",
        _("This was enough.") if note.was_enough else "",
    ]
    day = day_words(localdate(note.held_at), today=today())
    return f"{day}: " + " ".join(part for part in parts if part)


def _facts(question: Question) -> dict[str, str]:
    contact = question.contact
    is_urgent = question.urgency != Question.Urgency.NORMAL
    facts = {
        Shared.WORDS.value: question.words,
        Shared.AREA.value: question.neighbourhood.name if question.neighbourhood else "",
        Shared.URGENCY.value: question.get_urgency_display() if is_urgent else "",
    }
    if contact:
        own = (Shared.CALLED, Shared.PHONE, Shared.EMAIL, Shared.POSTAL, Shared.STREET, Shared.FOR_WHOM)
        facts |= {field.value: getattr(contact, field.value) for field in own}
    return facts
