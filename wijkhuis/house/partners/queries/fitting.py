"""How well somebody fits a question by what both are about, in whatever words or language it was asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from wijkhuis.base.language.meaning import encode
from wijkhuis.house.directory.queries.topics import topic_model
from wijkhuis.house.directory.rules.ranking import Numbers
from wijkhuis.house.partners.models import Professional

# From here on what somebody does as a whole is about the question; one word of it says less, so it must say it clearer.
WHOLE_FITS = 0.2
SUBJECT_FITS = 0.5
MOST_KNOWN = 5000
# What functions and subjects are about: many people have the same.
_known: dict[str, Numbers] = {}


@dataclass(frozen=True)
class Fit:
    """How much a question is about what somebody knows (0 to 1; 0 is not), and which subject of theirs it is."""

    share: float
    subject: str


NO_FIT = Fit(0.0, "")


def fits_of(people: Sequence[Professional], topics: Numbers) -> list[Fit]:
    """How well each of these people fits the topics of a question (t)."""
    known = _known_of({text for person in people for text in (_whole(person), *subjects_of(person))})
    return [_fit(person, known, topics) for person in people]


def subjects_of(person: Professional) -> list[str]:
    """What somebody can be asked about, one by one."""
    return [part.strip() for part in person.ask_me_about.split(",") if part.strip()]


def _fit(person: Professional, known: dict[str, Numbers], topics: Numbers) -> Fit:
    whole = float(known[_whole(person)] @ topics)
    clearest, subject = max(((float(known[one] @ topics), one) for one in subjects_of(person)), default=(0.0, ""))
    if whole < WHOLE_FITS and clearest < SUBJECT_FITS:
        return NO_FIT
    return Fit(max(whole, clearest), subject)


def _whole(person: Professional) -> str:
    return ". ".join([person.function, *subjects_of(person)])


def _known_of(texts: set[str]) -> dict[str, Numbers]:
    """How much each text is about each topic; what is new is understood at once and remembered."""
    known = {text: _known[text] for text in texts if text in _known}
    if new := sorted(texts - known.keys()):
        known |= zip(new, topic_model().of_entries(new, encode(new)), strict=True)
        if len(_known) + len(new) > MOST_KNOWN:
            _known.clear()
        _known.update(known)
    return known
