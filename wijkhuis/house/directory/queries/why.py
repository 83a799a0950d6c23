"""Why something was found, in one line of plain words."""

from django.utils.translation import gettext as _

from wijkhuis.base.language.words import first_words
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.rules.words import first_match, matching_word

# Words that stand in half of all descriptions: that somebody said them too is no reason.
SAYS_LITTLE = frozenset(
    """
    adres afspraak alleen avond avonden bellen buren buurt drie help helpen helpt huis hulp iemands kind kinderen
    maand maanden mail middag middagen morgen ochtend ochtenden samen tachtig thuis tien together twaalf twintig
    uren uur vandaag vier vijf vrouw week weken wijk zes zeven
    """.split()
)


def why_entry(entry: Entry, words: list[str], *, topic: str = "") -> str:
    """One line: what it helps with, for whom and where; what the person said comes first.

    `topic` is what both the question and the entry are about, when no word of the question stands in the entry.
    """
    parts = [_what(entry, words, topic), _for_whom(entry, words), _where(entry)]
    return ", ".join(part for part in parts if part)


def _what(entry: Entry, words: list[str], understood: str) -> str:
    # Of a bare name we do not say what it helps with.
    understood = understood if entry.topics or entry.description else ""
    topic = first_match(entry.topics, words) or understood
    said = "" if topic else matching_word(entry.description, [word for word in words if word not in SAYS_LITTLE])
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
