"""Who asked to hear what comes of it: the one link from a question to a theme, read for that one person only."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from wijkhuis.base.asked import asked_often
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.approaches.models import Approach, Hearing, Joiner, Step, Told
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.models import Listener, Theme

# Somebody who does not need it any more, or who is forgotten, is left in peace.
NOT_TOLD = (Question.Ending.WITHDRAWN, Question.Ending.DELETED)


def listening_questions(theme: Theme) -> QuerySet[Question]:
    """The questions of who said "tell me" on a signal of this theme; for telling them, never for a page."""
    listens = Listener.objects.filter(question=OuterRef("pk"), signal__theme_id=theme.pk)
    return Question.objects.filter(Exists(listens), forgotten_at=None).exclude(ending__in=NOT_TOLD)


def not_told_yet(told: Told) -> QuerySet[Question]:
    """Those of them who did not hear this piece of news."""
    heard = Hearing.objects.filter(told=told, question=OuterRef("pk"))
    return listening_questions(told.theme).filter(~Exists(heard)).order_by("pk")


def approaches_of(question: Question) -> QuerySet[Approach]:
    """The approaches of what somebody wanted to hear about, each with what comes next (`next_what`, `next_on`)."""
    return _approaches_of(question_id=question.pk)


@asked_often
def approaches_heard_of(*, question_id: int) -> QuerySet[Approach]:
    """The same, for a page that is opened often."""
    return _approaches_of(question_id=question_id)


def _approaches_of(*, question_id: int) -> QuerySet[Approach]:
    heard = Hearing.objects.filter(question=question_id, told__approach=OuterRef("pk"))
    asked = Joiner.objects.filter(approach=OuterRef("pk"), question=question_id)
    coming = Step.objects.there().filter(approach=OuterRef("pk"), done_on=None).order_by("by_on", "pk")
    joins = asked.filter(answer=Joiner.Answer.YES)
    about = Exists(_listens(question_id)) | Exists(heard) | Exists(joins)
    return (
        Approach.objects.filter(about)
        .select_related("theme__house")
        .annotate(
            listens=Exists(_listens(question_id)),
            was_asked=Exists(asked),
            joins=Exists(joins.filter(taken_off_on=None)),
            was_taken_off=Exists(joins.exclude(taken_off_on=None)),
            next_what=Subquery(coming.values("what")[:1]),
            next_on=Subquery(coming.values("by_on")[:1]),
        )
        .order_by("made_on", "pk")
    )


def can_be_asked(approach: Approach, *, contact: ContactWish | None) -> bool:
    """Whether somebody may still be asked to join: they listen, it runs, nobody asked, and they can be reached."""
    reachable = contact is not None and contact.way != ContactWish.Way.NONE
    asked: bool = getattr(approach, "was_asked", True)
    listens: bool = getattr(approach, "listens", False)
    return reachable and listens and not asked and approach.ended_on is None


def can_come_back(approach: Approach) -> bool:
    """Whether somebody who said no, or came off the list, may join after all: they say so themselves."""
    was_asked: bool = getattr(approach, "was_asked", False)
    joins: bool = getattr(approach, "joins", False)
    return was_asked and not joins and approach.ended_on is None


def _listens(question_id: int) -> QuerySet[Listener]:
    return Listener.objects.filter(question=question_id, signal__theme=OuterRef("theme_id"))
