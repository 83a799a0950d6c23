"""The story of a question in sentences."""

from collections.abc import Callable, Collection
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkhuis.base.clock import today
from wijkhuis.base.ui.dates import day_words
from wijkhuis.house.partners.models import Professional
from wijkhuis.loop.desk.models import Answer, Conversation, DiscussionItem, FollowUp, Handover, Question, Shared
from wijkhuis.loop.desk.queries.story import Moment

Event = dict[str, Any]
# Beside what was shared of a question: who of the key people was named is for who works in the house.
KEY_PEOPLE = "key_people"


def events_of(question: Question, moments: list[Moment], *, fields: Collection[str], since: Any = None) -> list[Event]:
    """The story as its reader may see it; without the story shared, only what happened since they said yes."""
    told: list[Event] = []
    for moment in moments:
        if moment.kind != "asked" and Shared.STORY not in fields and since and moment.at < since:
            continue
        tell = TELL.get(moment.kind)
        told += tell(moment.what, fields) if tell else []
    if question.closed_at:
        told.append({"when": question.closed_at, "what": _ended(question), "kind": "done"})
    return sorted(told, key=lambda event: event["when"])


def _ended(question: Question) -> str:
    return _("The question ended: %(how)s.") % {"how": question.get_ending_display()}


def _asked(question: Question, fields: Collection[str]) -> list[Event]:
    how = question.get_channel_display()
    who = question.taken_down_by
    sentence = _("Asked %(how)s.") % {"how": how}
    if who:
        sentence = _("Asked %(how)s. %(who)s wrote it down.") % {"how": how, "who": who.first_name}
    words = question.words if Shared.WORDS in fields else ""
    return [{"when": question.asked_at, "what": sentence, "words": words, "kind": "said"}]


def _conversation(note: Conversation, fields: Collection[str]) -> list[Event]:
    speakers = {
        Conversation.Speaker.RESIDENT: _("The resident added something."),
        Conversation.Speaker.PARTNER: _("The partner wrote a note."),
    }
    by = note.by.first_name if note.by else _("Somebody")
    spoke = _("%(who)s talked about: %(rung)s.") if note.rung else _("%(who)s wrote a note.")
    sentence = speakers.get(Conversation.Speaker(note.speaker)) or spoke % {"who": by, "rung": note.get_rung_display()}
    parts = [
        sentence,
        _("Tried: %(what)s.") % {"what": note.tried.rstrip(".")} if note.tried else "",
        _("Not there: %(what)s.") % {"what": note.missing.rstrip(".")} if note.missing else "",
        _("This was enough.") if note.was_enough else "",
    ]
    return [{"when": note.held_at, "what": " ".join(filter(None, parts)), "words": note.words, "kind": "said"}]


def _answer(answer: Answer, fields: Collection[str]) -> list[Event]:
    giver = answer.given_by or answer.given_by_partner
    who = giver.first_name if giver else _("Somebody")
    thing = answer.entry or answer.professional or (answer.key_person if KEY_PEOPLE in fields else None)
    named = thing.introduction if isinstance(thing, Professional) else thing.name if thing else ""
    sentence = _("%(who)s answered (%(kind)s).") % {"who": who, "kind": answer.get_kind_display()}
    known = answer.outcome != Answer.Outcome.NOT_KNOWN
    outcome = answer.get_outcome_display().capitalize() + "." if known else ""
    return [
        {
            "when": answer.given_at,
            "what": " ".join(filter(None, [sentence, f"{named}." if named else "", outcome])),
            "words": answer.words,
            "kind": "done" if answer.outcome == Answer.Outcome.HELPED else "said",
            "url": reverse("desk:outcome", args=[answer.question_id, answer.pk]),
            "action": _("Change") if known else _("Did it help?"),
        }
    ]


def _handover(handover: Handover, fields: Collection[str]) -> list[Event]:
    labels = dict(Shared.choices)
    along = ", ".join(str(labels[field]) for field in handover.fields if field in labels) or _("nothing")
    names = {"who": handover.sender.first_name, "whom": handover.to_whom, "what": along}
    asked = _("%(who)s asked %(whom)s to take this up. What went along: %(what)s.") % names
    events: list[Event] = [{"when": handover.offered_at, "what": asked, "words": handover.note, "kind": "said"}]
    if handover.ended_at:
        kind = "done" if handover.ending == Handover.Ending.ACCEPTED else "needs-you"
        events.append({"when": handover.ended_at, "what": _became(handover), "words": handover.reason, "kind": kind})
    return events


def _became(handover: Handover) -> str:
    names = {"whom": handover.short_name, "who": handover.sender.first_name, "tip": handover.suggestion}
    said = {
        Handover.Ending.ACCEPTED: _("%(whom)s said yes."),
        Handover.Ending.DECLINED: _("%(whom)s said no."),
        Handover.Ending.WITHDRAWN: _("%(who)s took the handover back."),
        Handover.Ending.OVERDUE: _("%(whom)s did not answer in time."),
    }[Handover.Ending(handover.ending)] % names
    return " ".join(filter(None, [said, _("Tip: %(tip)s") % names if handover.suggestion else ""]))


def _follow_up(follow_up: FollowUp, fields: Collection[str]) -> list[Event]:
    sentence = _("Is it solved? “%(answer)s”") % {"answer": follow_up.get_outcome_display()}
    kind = "done" if follow_up.outcome == FollowUp.Outcome.SOLVED else "needs-you"
    return [{"when": follow_up.ended_at, "what": sentence, "words": follow_up.words, "kind": kind}]


def _discussed(item: DiscussionItem, fields: Collection[str]) -> list[Event]:
    return [{"when": item.discussed_at, "what": _("Looked at in a discussion:"), "words": item.agreed, "kind": "said"}]


def _step(step: Any, fields: Collection[str]) -> list[Event]:
    names = {"who": step.who, "what": step.what, "day": day_words(step.by_on, today=today()) if step.by_on else ""}
    sentence = _("Agreed in the discussion: %(who)s: %(what)s, before %(day)s.")
    if not step.by_on:
        sentence = _("Agreed in the discussion: %(who)s: %(what)s.")
    when = step.item.discussed_at or step.question.asked_at
    return [{"when": when, "what": sentence % names, "kind": "done" if step.done_at else "said"}]


TELL: dict[str, Callable[[Any, Collection[str]], list[Event]]] = {
    "asked": _asked,
    "conversation": _conversation,
    "answer": _answer,
    "handover": _handover,
    "follow_up": _follow_up,
    "discussed": _discussed,
    "step": _step,
}
