"""The story of a question as the resident reads it, what went along to whom, and who looked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.ui.dates import day_words
from wijkhuis.loop.desk.models import AgreedStep, Answer, Conversation, FollowUp, Handover, Question, Shared
from wijkhuis.loop.desk.queries.story import Moment

FACTS = {
    Shared.WORDS: gettext_lazy("your question in your own words"),
    Shared.CALLED: gettext_lazy("how you want to be called"),
    Shared.PHONE: gettext_lazy("your phone number"),
    Shared.EMAIL: gettext_lazy("your e-mail address"),
    Shared.POSTAL: gettext_lazy("your address"),
    Shared.STREET: gettext_lazy("your street"),
    Shared.FOR_WHOM: gettext_lazy("for whom it is"),
    Shared.AREA: gettext_lazy("your neighbourhood"),
    Shared.URGENCY: gettext_lazy("how urgent it is"),
    Shared.STORY: gettext_lazy("what was said and tried"),
}

# What people of the house and partners write, and how functions are called, on a page in whatever language.
HOUSE_SPEAKS = "nl"


@dataclass(frozen=True)
class Event:
    """One thing that happened: when, one sentence, and the words that were said."""

    when: datetime
    what: str
    words: str = ""
    kind: str = "said"
    # In which language the words are, so that they are read aloud as they sound.
    lang: str = HOUSE_SPEAKS
    is_said_by_resident: bool = False


@dataclass(frozen=True)
class PassedOn:
    """What was passed on to whom, and what became of it."""

    to_whom: str
    facts: Sequence[str]
    outcome: str
    asks: str = ""
    note: str = ""
    reason: str = ""


@dataclass
class Looker:
    """Somebody who looked, and on which days."""

    who: str
    days: list[str] = field(default_factory=list)


def told(moments: Iterable[Moment], *, language: str) -> list[Event]:
    """What happened, oldest first, in sentences to the person who asked and whose words are in this language."""
    tellers = {
        "asked": _asked,
        "conversation": _said,
        "answer": _answered,
        "handover": _offered,
        "follow_up": _went,
        "step": _agreed,
    }
    events = [tellers[moment.kind](moment) for moment in moments if moment.kind in tellers]
    return [replace(event, lang=language) if event.is_said_by_resident else event for event in events]


def passed_on(moments: Iterable[Moment], *, on: date) -> list[PassedOn]:
    """Every offer to a partner: which facts went along, and whether they said yes."""
    return [_passed(moment.what, on) for moment in moments if moment.kind == "handover"]


def lookers(lines: Iterable[JournalLine], handovers: Iterable[Handover], *, on: date) -> list[Looker]:
    """Who looked and on which days, the last one first; somebody on one day counts once."""
    partners = {f"partner:{handover.pk}": handover.to_whom for handover in handovers}
    found: dict[str, Looker] = {}
    for line in lines:
        who = line.actor.introduction if line.actor else partners.get(line.actor_label, _("somebody of the house"))
        looker = found.setdefault(who, Looker(who))
        day = day_words(timezone.localtime(line.at).date(), today=on)
        if day not in looker.days:
            looker.days.append(day)
    return list(found.values())


def _asked(moment: Moment) -> Event:
    question: Question = moment.what
    return Event(
        moment.at, _("You asked %(house)s:") % {"house": question.house.name}, question.words, is_said_by_resident=True
    )


def _said(moment: Moment) -> Event:
    note: Conversation = moment.what
    if note.speaker == Conversation.Speaker.RESIDENT:
        return Event(moment.at, _("You added:"), note.words, is_said_by_resident=True)
    who = note.by.introduction if note.by else _("The partner")
    lines = [note.words]
    lines += [_("Tried: %(words)s") % {"words": note.tried}] if note.tried else []
    lines += [_("This was not there: %(words)s") % {"words": note.missing}] if note.missing else []
    lines += [_("This was enough.")] if note.was_enough else []
    return Event(moment.at, _("%(who)s wrote down:") % {"who": who}, "\n".join(filter(None, lines)))


def _answered(moment: Moment) -> Event:
    answer: Answer = moment.what
    giver = answer.given_by or answer.given_by_partner
    who = giver.introduction if giver else _("The house")
    lines = [answer.words]
    if answer.entry:
        entry = answer.entry
        lines.append(", ".join(filter(None, [entry.name, entry.address, entry.phone, entry.website])))
    if answer.professional and answer.professional != answer.given_by_partner:
        lines.append(", ".join(filter(None, [answer.professional.introduction, answer.professional.phone])))
    if answer.key_person:
        # Their name is for who works in the house only.
        lines.append(_("Somebody in the neighbourhood. The house knows who."))
    words = "\n".join(filter(None, lines))
    return Event(moment.at, _("%(who)s gave you an answer:") % {"who": who}, words, "done")


def _offered(moment: Moment) -> Event:
    handover: Handover = moment.what
    asked = _("%(sender)s asked %(who)s to help you.")
    return Event(moment.at, asked % {"sender": handover.sender.first_name, "who": handover.to_whom})


def _went(moment: Moment) -> Event:
    follow_up: FollowUp = moment.what
    said = _("We asked whether it helped. You said: %(outcome)s.") % {"outcome": follow_up.get_outcome_display()}
    kind = "done" if follow_up.outcome == FollowUp.Outcome.SOLVED else "said"
    return Event(moment.at, said, follow_up.words, kind, is_said_by_resident=True)


def _agreed(moment: Moment) -> Event:
    step: AgreedStep = moment.what
    agreed = _("People who can help talked about your question. They agreed: %(who)s, %(what)s.")
    return Event(moment.at, agreed % {"who": step.who, "what": step.what}, kind="done" if step.done_at else "said")


def _passed(handover: Handover, on: date) -> PassedOn:
    outcomes = {
        "": _("They say yes or no by %(day)s.") % {"day": day_words(handover.answer_by, today=on)},
        Handover.Ending.ACCEPTED: _("They said yes."),
        Handover.Ending.DECLINED: _("They could not help with this."),
        Handover.Ending.WITHDRAWN: _("We took this back."),
        Handover.Ending.OVERDUE: _("We got no answer in time."),
    }
    facts = [str(FACTS[Shared(name)]) for name in handover.fields]
    asks = _("what %(sender)s asks of them:") % {"sender": handover.sender.first_name} if handover.note else ""
    return PassedOn(handover.to_whom, facts, outcomes[handover.ending], asks, handover.note, handover.reason)
