"""Keeping briefly: what the house forgets by itself, and what it knows about one person."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import SYSTEM, Actor, record_each
from wijkhuis.base.trail.people import Kept
from wijkhuis.loop.desk import rules
from wijkhuis.loop.desk.actions.close import forget_question
from wijkhuis.loop.desk.models import Discussion, Question
from wijkhuis.loop.desk.queries.person import everything_about, everything_beside


def questions_kept_long_enough() -> QuerySet[Question]:
    """Questions whose last contact lies longer ago than their house keeps them; open ones wait for their holder."""
    due = Question.objects.filter(forgotten_at=None, closed_at__isnull=False).select_related("house")
    today = clock.today()
    due = due.filter(last_contact_at__date__lte=clock.add_months(today, -1))
    old = [
        question.pk
        for question in due.only("last_contact_at", "house__keep_months")
        if rules.may_forget(localdate(question.last_contact_at), keep_months=question.house.keep_months, on=today)
    ]
    return Question.objects.filter(pk__in=old).order_by("pk")


def forget_what_was_kept_long_enough(*, by: Actor = SYSTEM) -> Iterator[Question]:
    """Forget questions one by one, each in a transaction of its own: stopping halfway loses nothing."""
    for question in questions_kept_long_enough():
        yield forget_question(question, by=by)
    oldest = clock.add_months(clock.today(), -24)
    Discussion.objects.filter(held_on__lt=oldest).exclude(present="").update(present="")


def show_everything(questions: QuerySet[Question], *, kept: Iterable[Kept] = (), by: Actor) -> list[dict[str, Any]]:
    """Everything the house knows about one person (inzage): their questions, and what is kept without one.

    Looking is written down per question, and per thing that is kept without one.
    """
    found, beside = list(questions), list(kept)
    record_each("desk.person_shown", [*found, *(one.about for one in beside)], by=by)
    return [everything_about(question) for question in found] + everything_beside(beside)
