"""How a question stands, in plain words for the person who asked it."""

from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from wijkhuis.base import clock
from wijkhuis.base.ui.dates import day_words
from wijkhuis.loop.desk.models import FollowUp, Handover, Question

# Steps that the house plans by itself, as they were written in the language of that moment.
OWN_STEPS = {
    gettext_noop("Think along and find out who can help"): gettext_noop("We find out who can help you with this."),
    gettext_noop("Look further together: it is not solved yet"): gettext_noop("We look further together with you."),
    gettext_noop("Ask what is needed now: it was no longer needed, and is open again"): gettext_noop(
        "We look further together with you."
    ),
    gettext_noop("Read what was added"): gettext_noop("We read what you added."),
}


@dataclass(frozen=True)
class Standing:
    """One sentence how it stands, what happens next, and who holds it."""

    state: str
    sentence: str
    next: str
    who: str = ""
    step: str = ""
    asks_how_it_went: bool = False


OUTCOMES = [
    (FollowUp.Outcome.SOLVED, gettext_lazy("Yes, it is solved")),
    (FollowUp.Outcome.PARTLY, gettext_lazy("A little")),
    (FollowUp.Outcome.NOT, gettext_lazy("No, not yet")),
    (FollowUp.Outcome.UNKNOWN, gettext_lazy("I don't know")),
]


def standing_of(question: Question) -> Standing:
    """How a question stands now; two queries."""
    offer = question.handovers.filter(ended_at=None).select_related("partnership__partner", "professional__partner")
    follow_up = question.follow_ups.filter(ended_at=None)
    return how_it_stands(question, offer=offer.first(), follow_up=follow_up.first(), on=clock.today())


def how_it_stands(question: Question, *, offer: Handover | None, follow_up: FollowUp | None, on: date) -> Standing:
    """The standing of a question with its open offer and its open follow-up, if there are any."""
    if not question.is_open:
        return _ended(question)
    if follow_up is not None:
        return _answered(question, follow_up, on)
    if offer is not None:
        return _offered(question, offer, on)
    if question.taken_up_at is None:
        return _new(question, on)
    return _worked_on(question, on)


def _ended(question: Question) -> Standing:
    sentences = {
        Question.Ending.SOLVED: _("Your question is solved. We are glad about that."),
        Question.Ending.NOT_ASKED: _("You got an answer. We could not ask you whether it helped."),
        Question.Ending.UNKNOWN: _("You got an answer. We do not know whether it helped."),
        Question.Ending.WITHDRAWN: _("You told us that you do not need help with this any more."),
    }
    sentence = sentences.get(Question.Ending(question.ending), _("This question has ended."))
    return Standing("ended", sentence, _("Is there still something to do? Then open your question again."))


def _answered(question: Question, follow_up: FollowUp, on: date) -> Standing:
    sentence = _("You got an answer from us.")
    if follow_up.asked_at or follow_up.due_on <= on:
        now = _("We would like to hear whether it helped.")
        return Standing("asked", sentence, now, question.holder_introduction, asks_how_it_went=True)
    later = _("We ask you how it went: %(day)s.") % {"day": day_words(follow_up.due_on, today=on)}
    return Standing("answered", sentence, later, question.holder_introduction)


def _offered(question: Question, offer: Handover, on: date) -> Standing:
    sentence = _("We asked %(who)s to help you.") % {"who": offer.to_whom}
    answer = _("They say yes or no by %(day)s.") % {"day": day_words(offer.answer_by, today=on)}
    return Standing("offered", sentence, answer, question.holder_introduction)


def _new(question: Question, on: date) -> Standing:
    sentence = _("Your question has arrived. Nobody has taken it up yet.")
    if question.is_late(on=on):
        return Standing("new", sentence, _("This takes longer than we want. Do call us."), question.holder_introduction)
    read = _("Somebody of the house reads it by %(day)s.") % {"day": _next_day(question, on)}
    return Standing("new", sentence, read, question.holder_introduction)


def _worked_on(question: Question, on: date) -> Standing:
    sentence = _("%(who)s is working on your question.") % {"who": _first_name(question)}
    if question.is_late(on=on):
        late = _("We wanted to be further by now (%(day)s). Do call us.")
        step = late % {"day": _next_day(question, on)}
    else:
        step = _("You hear from us, or we take the next step, by %(day)s.") % {"day": _next_day(question, on)}
    return Standing("working", sentence, step, question.holder_introduction, step_words(question.next_step))


def step_words(step: str) -> str:
    """The next step as somebody wrote it; steps the house plans by itself in the language of the page."""
    for words, told in OWN_STEPS.items():
        if step in {words, *_in_dutch(words)}:
            return _(told)
    return step


def _in_dutch(words: str) -> set[str]:
    said = set()
    for language in ("nl", "nl-informal"):
        with translation.override(language):
            said.add(_(words))
    return said


def _next_day(question: Question, on: date) -> str:
    return day_words(question.next_on or on, today=on)


def _first_name(question: Question) -> str:
    who = question.holder or question.holder_partner
    return who.first_name if who else question.house.name
