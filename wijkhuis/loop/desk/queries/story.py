"""The story of one question, from top to bottom in time, and who looked at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wijkhuis.base.asked import asked_often
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.queries import failed_messages
from wijkhuis.loop.desk.models import AgreedStep, Answer, Conversation, DiscussionItem, FollowUp, Handover, Question

MOST_LOOKS = 100
LOOKS = ("desk.question_looked_at", "desk.question_listed", "desk.question_opened_with_reason", "desk.handover_read")


@dataclass(frozen=True)
class Moment:
    """One thing that happened: kind is asked, conversation, answer, handover, follow_up, waiting, discussed or step."""

    kind: str
    at: datetime
    what: Any


# Most questions are told in a few words: what is not there is not read.
WHAT_THERE_IS = """
    select 'conversations' where exists (select from desk_conversation where question_id = %(pk)s)
    union all select 'answers' where exists (select from desk_answer where question_id = %(pk)s)
    union all select 'handovers' where exists (select from desk_handover where question_id = %(pk)s)
    union all select 'follow_ups' where exists (select from desk_followup where question_id = %(pk)s)
    union all select 'discussions' where exists (
      select from desk_discussionitem where question_id = %(pk)s and agreed <> '')
    union all select 'agreed_steps' where exists (select from desk_agreedstep where question_id = %(pk)s)"""


def story_of(question: Question) -> list[Moment]:
    """Everything that was said, tried, answered, offered and agreed, oldest first; one query and one for each kind."""
    with connection.cursor() as cursor:
        cursor.execute(WHAT_THERE_IS, {"pk": question.pk})
        there = {kind for (kind,) in cursor.fetchall()}
    moments = [Moment("asked", question.asked_at, question)]
    for kind, read in READERS.items():
        moments += read(question) if kind in there else []
    return sorted(moments, key=lambda moment: moment.at)


def _conversations(question: Question) -> list[Moment]:
    return [Moment("conversation", note.held_at, note) for note in _said_about(question_id=question.pk)]


@asked_often
def _said_about(*, question_id: int) -> QuerySet[Conversation]:
    return Conversation.objects.filter(question=question_id).select_related("by")


def _answers(question: Question) -> list[Moment]:
    return [Moment("answer", answer.given_at, answer) for answer in _answers_to(question_id=question.pk)]


@asked_often
def _answers_to(*, question_id: int) -> QuerySet[Answer]:
    return Answer.objects.filter(question=question_id).select_related(
        "given_by", "given_by_partner__partner", "entry", "professional__partner", "key_person"
    )


def _handovers(question: Question) -> list[Moment]:
    return [Moment("handover", handover.offered_at, handover) for handover in _offers_of(question_id=question.pk)]


@asked_often
def _offers_of(*, question_id: int) -> QuerySet[Handover]:
    offers = Handover.objects.filter(question=question_id)
    return offers.select_related("partnership__partner", "professional__partner", "sender")


def _follow_ups(question: Question) -> list[Moment]:
    moments = []
    for follow_up in _asked_how_it_went(question_id=question.pk):
        if follow_up.outcome and follow_up.ended_at:
            moments.append(Moment("follow_up", follow_up.ended_at, follow_up))
        elif not follow_up.ended_at:
            moments.append(Moment("waiting", question.answered_at or question.asked_at, follow_up))
    return moments


@asked_often
def _asked_how_it_went(*, question_id: int) -> QuerySet[FollowUp]:
    return FollowUp.objects.filter(question=question_id)


def _discussions(question: Question) -> list[Moment]:
    items = question.discussion_items.exclude(agreed="").filter(discussed_at__isnull=False)
    return [Moment("discussed", item.discussed_at, item) for item in items if item.discussed_at]


def _agreed_steps(question: Question) -> list[Moment]:
    steps = _steps_for(question_id=question.pk)
    return [Moment("step", step.item.discussed_at or question.asked_at, step) for step in steps]


@asked_often
def _steps_for(*, question_id: int) -> QuerySet[AgreedStep]:
    return AgreedStep.objects.filter(question=question_id).select_related("item__discussion")


READERS = {
    "conversations": _conversations,
    "answers": _answers,
    "handovers": _handovers,
    "follow_ups": _follow_ups,
    "discussions": _discussions,
    "agreed_steps": _agreed_steps,
}


def with_what_surrounds_it(questions: QuerySet[Question], *, house_ids: list[int]) -> QuerySet[Question]:
    """Questions with which messages failed and on which discussion they are, in the same query."""
    failed = failed_messages(house_ids=house_ids).filter(about_kind="question", about_id=OuterRef("pk"))
    # What did not arrive at an address that was changed since says nothing any more.
    since = Coalesce(OuterRef("reach_changed_at"), OuterRef("asked_at"))
    failed = failed.filter(Q(template__startswith="desk/handover") | Q(written_at__gte=since))
    planned = DiscussionItem.objects.filter(question=OuterRef("pk"), discussed_at=None, discussion__closed_at=None)
    return questions.annotate(
        failed_templates=ArraySubquery(failed.order_by().values("template")),
        discussed_on=Subquery(planned.order_by("pk").values("discussion__held_on")[:1]),
    )


@dataclass(frozen=True)
class Surroundings:
    """What the story says about now: an open offer or who holds it by a link, when we ask, steps, and any answer."""

    offer: Handover | None
    by_link: Handover | None
    asks_on: date | None
    steps: list[AgreedStep]
    has_answer: bool


def surroundings(question: Question, moments: list[Moment]) -> Surroundings:
    """What stands open, read from the moments of the story; no queries."""
    offers = [moment.what for moment in moments if moment.kind == "handover" and moment.what.is_open]
    linked = [one.what for one in moments if one.kind == "handover" and _holds_by_link(one.what, question)]
    waiting = [moment.what for moment in moments if moment.kind == "waiting"]
    return Surroundings(
        offer=offers[0] if offers else None,
        by_link=linked[-1] if linked else None,
        asks_on=waiting[0].due_on if waiting else None,
        steps=[moment.what for moment in moments if moment.kind == "step"],
        has_answer=any(moment.kind == "answer" for moment in moments),
    )


def _holds_by_link(handover: Handover, question: Question) -> bool:
    said_yes = handover.ending == Handover.Ending.ACCEPTED and bool(handover.link_digest)
    return said_yes and question.is_open and handover.professional_id == question.holder_partner_id


def who_looked(question: Question) -> Sequence[JournalLine]:
    """Who looked at a question and when, the last hundred, newest first; the resident sees them too. Lists count."""
    return list(_looks_at(question_id=question.pk))


@asked_often
def _looks_at(*, question_id: int) -> QuerySet[JournalLine]:
    # The last ones first, and who that was after it: of a question that stands on lists there are thousands.
    looks = JournalLine.objects.filter(about_kind="question", about_id=question_id, action__in=LOOKS)
    last = looks.order_by("-at").values("pk")[:MOST_LOOKS]
    shown = JournalLine.objects.filter(pk__in=last).select_related("actor").order_by("-at")
    return shown.only("at", "action", "actor_label", "actor__first_name", "actor__function")
