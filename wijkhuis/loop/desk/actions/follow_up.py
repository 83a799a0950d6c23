"""Asking afterwards whether it is solved. The resident's word decides."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.loop.desk import rules
from wijkhuis.loop.desk.actions import telling
from wijkhuis.loop.desk.actions.close import close
from wijkhuis.loop.desk.actions.shared import house_words, lock, mine_or_the_residents, open_and_mine
from wijkhuis.loop.desk.models import FollowUp, Question, Rung


@transaction.atomic
def mark_answered(question: Question, *, enough_rung: str = "", by: Actor) -> FollowUp:
    """Say that the question is answered for now; later we ask how it went."""
    question = open_and_mine(question, by=by)
    return plan_follow_up(question, enough_rung=enough_rung, by=by)


def plan_follow_up(question: Question, *, enough_rung: str = "", by: Actor) -> FollowUp:
    """Plan the follow-up of a locked question; who calls this checked who may."""
    waiting = question.handovers.filter(ended_at=None).exists()
    demand(not waiting, _("A partner still has to answer. Take it back first."))
    _end_open(question, FollowUp.Ending.OVERTAKEN)
    due = rules.follow_up_is_due(clock.today(), days=question.house.follow_up_days)
    follow_up = FollowUp.objects.create(question=question, due_on=due)
    question.answered_at = question.last_contact_at = clock.now()
    question.next_step, question.next_on = house_words(gettext_noop("Ask how it went")), due
    if enough_rung in Rung.values:
        question.enough_rung = enough_rung
    question.save(update_fields=["answered_at", "last_contact_at", "next_step", "next_on", "enough_rung"])
    record("desk.question_answered", question, by=by)
    return follow_up


@transaction.atomic
def ask_how_it_went(follow_up: FollowUp, *, by: Actor = SYSTEM) -> bool:
    """Write the resident when they chose a way that goes out by itself; otherwise somebody calls. Tells which."""
    question = lock(follow_up.question)
    demand(question.is_open and follow_up.ended_at is None, _("This follow-up is over."))
    if follow_up.asked_at is not None:
        return False
    message = telling.tell_resident(question, template="desk/follow_up")
    if message is None:
        return False
    follow_up.asked_at = clock.now()
    follow_up.save(update_fields=["asked_at"])
    question.next_step = house_words(gettext_noop("Wait for their answer: did it help?"))
    question.next_on = clock.today() + timedelta(days=rules.PATIENCE_DAYS)
    question.save(update_fields=["next_step", "next_on"])
    record("desk.follow_up_asked", question, by=by)
    return True


@transaction.atomic
def answer_follow_up(question: Question, *, outcome: str, words: str = "", by: Actor) -> Question:
    """Keep the word of the resident: solved ends it, 'a little' and 'no' open it again on the next rung."""
    question = mine_or_the_residents(question, by=by)
    demand(outcome in FollowUp.Outcome.values, _("Choose one of the four answers."))
    follow_up = question.follow_ups.filter(ended_at=None).first() or FollowUp(question=question, due_on=clock.today())
    follow_up.asked_at = follow_up.asked_at or clock.now()
    follow_up.outcome, follow_up.words, follow_up.answered_by = outcome, clean_words(words)[:2000], by.user
    follow_up.ended_at, follow_up.ending = clock.now(), FollowUp.Ending.ANSWERED
    follow_up.save()
    question.last_contact_at = clock.now()
    record("desk.follow_up_answered", question, by=by)
    _act_on(question, outcome, by=by)
    return question


@transaction.atomic
def end_without_word(follow_up: FollowUp, *, on: date, by: Actor = SYSTEM) -> None:
    """End a question nobody could be asked about, or who did not answer, after enough patience."""
    question = lock(follow_up.question)
    demand(question.is_open and follow_up.ended_at is None, _("This follow-up is over."))
    demand(rules.patience_is_over(follow_up.due_on, on=on), _("There is still time to ask."))
    asked = follow_up.asked_at is not None
    follow_up.ended_at, follow_up.ending = clock.now(), FollowUp.Ending.NOT_ASKED
    follow_up.save(update_fields=["ended_at", "ending"])
    close(question, ending=Question.Ending.UNKNOWN if asked else Question.Ending.NOT_ASKED, by=by)


@transaction.atomic
def reopen(question: Question, *, by: Actor) -> Question:
    """Open a question again, with one tap, on the next rung of the ladder."""
    question = mine_or_the_residents(question, by=by)
    demand(not question.is_open or question.answered_at is not None, _("This question is open already."))
    _open_again(question, by=by)
    return question


@transaction.atomic
def give_back(question: Question, *, words: str, by: Actor) -> Question:
    """Keep what somebody would like to do for others. Never asked before it is solved, never a condition."""
    question = mine_or_the_residents(question, by=by)
    demand(question.ending == Question.Ending.SOLVED, _("We ask this only when a question is solved."))
    question.gives_back = clean_words(words)[:1000]
    question.save(update_fields=["gives_back"])
    record("desk.gives_back", question, by=by)
    return question


def _act_on(question: Question, outcome: str, *, by: Actor) -> None:
    earlier = question.follow_ups.filter(outcome=FollowUp.Outcome.UNKNOWN).count()
    if rules.reopens(outcome):
        _open_again(question, by=by)
    elif outcome == FollowUp.Outcome.SOLVED:
        question.enough_rung = question.enough_rung or question.rung
        question.save(update_fields=["enough_rung"])
        close(question, ending=Question.Ending.SOLVED, by=by)
    elif earlier <= 1 and question.is_open:
        plan_follow_up(question, by=by)
    else:
        close(question, ending=Question.Ending.UNKNOWN, by=by)


def _open_again(question: Question, *, by: Actor) -> None:
    _end_open(question, FollowUp.Ending.OVERTAKEN)
    if not question.holder_id and not question.holder_partner_id:
        question.holder = question.house.first_holder
    question.rung = rules.next_rung(question.rung)
    question.enough_rung = ""
    question.closed_at, question.ending, question.answered_at = None, "", None
    question.times_reopened += 1
    question.next_step = house_words(gettext_noop("Look further together: it is not solved yet"))
    question.next_on = clock.add_working_days(clock.today(), 1)
    question.last_contact_at = clock.now()
    question.save()
    record("desk.question_reopened", question, by=by)


def _end_open(question: Question, ending: str) -> None:
    question.follow_ups.filter(ended_at=None).update(ended_at=clock.now(), ending=ending)
