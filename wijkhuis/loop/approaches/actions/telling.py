"""Telling back: everybody who said "tell me" hears what became of it, once per piece of news."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.queue import leave_work
from wijkhuis.loop.agenda.models import Decision
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions.shared import clean, lock, person
from wijkhuis.loop.approaches.jobs import tell_everybody
from wijkhuis.loop.approaches.models import Approach, Hearing, Told
from wijkhuis.loop.approaches.queries.decided import answers_to_tell, decisions_to_tell
from wijkhuis.loop.desk import access as desk


@dataclass(frozen=True)
class News:
    """What is told, as it will be read: in Dutch, and in other languages of residents by code."""

    words: str
    other_words: Mapping[str, str]


def read_first(
    approach: Approach, *, words: str, moment: str, other_words: Mapping[str, str] | None = None, by: Actor
) -> News:
    """The news as they will read it; what would be refused when it is sent is refused now."""
    demand(access.may_work_on(by.user, approach), _("This is for the people of this approach."), error=NotYours)
    said = clean(words, at_most=1500)
    demand(bool(said), _("Write in a few plain words what became of it."))
    demand(moment in Told.Moment.values, _("Choose why you tell it now."))
    ended = moment != Told.Moment.ENDED or approach.ended_on is not None
    demand(ended, _("First end the approach with what became of it."))
    twice = approach.told.filter(words=said).exists()
    demand(not twice, _("You told this already. Nobody hears the same twice."))
    known = {
        code: clean(text, at_most=1500, language=code)
        for code, text in (other_words or {}).items()
        if code in languages()
    }
    return News(said, {code: text for code, text in known.items() if text})


@transaction.atomic
def tell_back(
    approach: Approach, *, words: str, moment: str, other_words: Mapping[str, str] | None = None, by: Actor
) -> Told:
    """Keep what became of it in plain words, and leave telling it to the worker; the same words go once."""
    approach = lock(approach, by=by)
    news = read_first(approach, words=words, moment=moment, other_words=other_words, by=by)
    told = Told.objects.create(
        approach=approach,
        words=news.words,
        moment=moment,
        other_words=dict(news.other_words),
        written_by=person(by),
        told_at=clock.now(),
    )
    leave_work(tell_everybody, once=f"told:{told.pk}", told_id=told.pk)
    record("approaches.told_back", approach, by=by)
    return told


def tell_of_decisions() -> int:
    """Leave telling what was decided or answered about themes that people want to hear of; gives how much news.

    The words are those everybody reads. Never of fewer than five people, and only what can not be taken back any more.
    """
    news = [(one, Told.Moment.DECIDED) for one in decisions_to_tell(now=clock.now())]
    news += [(one, Told.Moment.ANSWERED) for one in answers_to_tell(now=clock.now())]
    return sum(_tell_of(decision, moment) for decision, moment in news)


@transaction.atomic
def _tell_of(decision: Decision, moment: Told.Moment) -> int:
    words = decision.answer if moment == Told.Moment.ANSWERED else decision.why
    told, is_new = Told.objects.get_or_create(
        decision=decision,
        moment=moment,
        defaults={"words": words, "written_by": decision.written_by, "told_at": clock.now()},
    )
    if is_new:
        leave_work(tell_everybody, once=f"told:{told.pk}", told_id=told.pk)
    return int(is_new)


@transaction.atomic
def say_told(hearing: Hearing, *, by: Actor) -> Hearing:
    """Say that a colleague told it, by phone or at the desk."""
    hearing = Hearing.objects.select_for_update(of=("self",)).select_related("question__house").get(pk=hearing.pk)
    demand(desk.may_work_on(by.user, hearing.question), _("First say why you look at this question."), error=NotYours)
    if hearing.told_on is None:
        hearing.told_on, hearing.told_by = clock.today(), by.user
        hearing.save(update_fields=["told_on", "told_by"])
        record("approaches.news_told", hearing.question, by=by)
    return hearing


def languages() -> list[str]:
    """The other languages of residents in which news may be written."""
    return [code for code in settings.RESIDENT_LANGUAGES if code != "nl"]
