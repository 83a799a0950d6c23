"""Why something was found, in one line of plain words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from wijkhuis.base.language.words import first_words, fold
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.rules.words import content_words, is_same_word


def why_entry(entry: Entry, words: list[str]) -> str:
    """One line: what it helps with, for whom and where; what the person said comes first."""
    parts = [_what(entry, words), _for_whom(entry, words), _where(entry)]
    return ", ".join(part for part in parts if part)


def first_match(items: Iterable[str], words: list[str]) -> str:
    """The first item that holds one of the words, or nothing."""
    return next((item for item in items if _matching(item, words)), "")


def _what(entry: Entry, words: list[str]) -> str:
    topic = first_match(entry.topics, words)
    said = "" if topic else _matching(entry.description, words)
    if said:
        return _("about “%(word)s”") % {"word": said}
    topic = topic or next(iter(entry.topics), "")
    if not topic:
        return first_words(entry.description, at_most=60) or entry.organisation
    return _sentence(entry.kind) % {"topic": topic}


def _sentence(kind: str) -> str:
    return {
        Entry.Kind.GROUP: _("a group for %(topic)s"),
        Entry.Kind.MEETING_PLACE: _("a place to meet, for %(topic)s"),
    }.get(Entry.Kind(kind), _("helps with %(topic)s"))


def _for_whom(entry: Entry, words: list[str]) -> str:
    audience = first_match(entry.audience, words) or next(iter(entry.audience), "")
    return _("for %(audience)s") % {"audience": audience} if audience else ""


def _where(entry: Entry) -> str:
    place = entry.neighbourhood.name if entry.neighbourhood else entry.area
    return _("in %(place)s") % {"place": place} if place else _("for the whole city")


def _matching(text: str, words: list[str]) -> str:
    """The first word of a text, as written there, that looks like one of the words."""
    for written in text.split():
        clean = written.strip(".,;:!?()\"'“”‘’")
        for folded in content_words(fold(clean)):
            if any(is_same_word(folded, word) for word in words):
                return clean
    return ""
