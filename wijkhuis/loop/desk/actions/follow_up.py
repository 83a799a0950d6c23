"""Asking afterwards whether it is solved. The resident's word decides."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk import access, rules
from wijkhuis.loop.desk.actions import telling
from wijkhuis.loop.desk.actions.close import close
from wijkhuis.loop.desk.actions.hold import end_links
from wijkhuis.loop.desk.actions.shared import PRESSED_TWICE, house_words, lock, mine_or_the_residents, open_and_mine
from wijkhuis.loop.desk.models import FollowUp, Handover, Question, Rung


@transaction.atomic
def mark_answered(question: Question, *, enough_rung: str = "", has_heard: bool = False, by: Actor) -> FollowUp:
    """Say that the question is answered for now, and tell the resident unless they heard; later we ask how it went."""
    question = open_and_mine(question, by=by)
    return plan_follow_up(question, enough_rung=enough_rung, has_heard=has_heard, by=by)


def plan_follow_up(question: Question, *, enough_rung: str = "", has_heard: bool = False, by: Actor) -> FollowUp:
    """Plan the follow-up of a locked question; who calls this checked who may."""
    waiting = question.handovers.filter(ended_at=None).exists()
    demand(not waiting, _("A partner still has to answer. Take it back first."))
    _end_open(question, FollowUp.Ending.OVERTAKEN)
    due = rules.follow_up_is_due(clock.today(), days=question.house.follow_up_days)
    follow_up = FollowUp.objects.create(question=question, due_on=due)
    is_news = question.answered_at is None
    question.answered_at = question.last_contact_at = clock.now()
    question.next_step, question.next_on = house_words(gettext_noop("Ask how it went")), due
    if enough_rung in Rung.values:
        question.enough_rung = enough_rung
    if has_heard:
        question.to_tell_at = None
    elif is_news:
        bring_the_news(question)
    question.save(update_fields=["answered_at", "last_contact_at", "next_step", "next_on", "enough_rung", "to_tell_at"])
    record("desk.question_answered", question, by=by)
    return follow_up


@transaction.atomic
def mark_told(question: Question, *, by: Actor) -> Question:
    """Say that somebody told the resident the news; then only the follow-up waits."""
    question = open_and_mine(question, by=by)
    demand(question.to_tell_at is not None, _("They know it already."))
    question.to_tell_at, question.last_contact_at = None, clock.now()
    follow_up = question.follow_ups.filter(ended_at=None).first()
    if follow_up:
        question.next_step, question.next_on = house_words(gettext_noop("Ask how it went")), follow_up.due_on
    question.save(update_fields=["to_tell_at", "last_contact_at", "next_step", "next_on"])
    record("desk.news_told", question, by=by)
    return question


@transaction.atomic
def ask_how_it_went(follow_up: FollowUp, *, by: Actor = SYSTEM) -> bool:
    """Write the resident when they chose a way that goes out by itself; otherwise somebody calls. Tells which."""
    question = lock(follow_up.question)
    demand(question.is_open and follow_up.ended_at is None, _("This follow-up is over."))
    if follow_up.asked_at is not None or telling.did_not_arrive(question, template=telling.FOLLOW_UP):
        return False
    message = telling.tell_resident(question, template=telling.FOLLOW_UP)
    if message is None:
        return False
    wait_for_word(question)
    record("desk.follow_up_asked", question, by=by)
    return True


def wait_for_word(question: Question) -> None:
    """A message asks how it went: the next step of a locked question is the word of the resident."""
    question.follow_ups.filter(ended_at=None, asked_at=None).update(asked_at=clock.now())
    question.next_step = house_words(gettext_noop("Wait for their answer: did it help?"))
    question.next_on = clock.today() + timedelta(days=rules.PATIENCE_DAYS)
    question.to_tell_at = None
    question.save(update_fields=["next_step", "next_on", "to_tell_at"])


@transaction.atomic
def ask_by_phone(follow_up: FollowUp, *, by: Actor = SYSTEM) -> None:
    """Our question how it went did not arrive: somebody calls, when there is a number."""
    question = lock(follow_up.question)
    demand(question.is_open and follow_up.ended_at is None, _("This follow-up is over."))
    lost = follow_up.asked_at is not None and telling.did_not_arrive(question, template=telling.FOLLOW_UP)
    demand(lost and is_called(question), _("There is nobody to call about this."))
    call_instead(question)
    record("desk.follow_up_by_phone", question, by=by)


def call_instead(question: Question) -> None:
    """Let a person of the house ask a locked question how it went, because no message does."""
    question.follow_ups.filter(ended_at=None).update(asked_at=None)
    question.next_step = house_words(gettext_noop("Call and ask how it went"))
    question.next_on = clock.today()
    question.save(update_fields=["next_step", "next_on"])


@transaction.atomic
def answer_follow_up(question: Question, *, outcome: str, words: str = "", by: Actor) -> Question:
    """Keep the word of the resident: solved ends it, 'a little' and 'no' open it again on the next rung."""
    question = mine_or_the_residents(question, by=by)
    demand(outcome in FollowUp.Outcome.values, _("Choose one of the four answers."))
    if _just_said(question, outcome, words=clean_words(words), by=by):
        return question
    moves = outcome == FollowUp.Outcome.SOLVED or not _is_opened_again(question)
    corrected = None if moves else _last_word(question)
    waiting = question.follow_ups.filter(ended_at=None).first()
    follow_up = corrected or waiting or FollowUp(question=question, due_on=clock.today())
    follow_up.asked_at = follow_up.asked_at or clock.now()
    follow_up.outcome, follow_up.answered_by = outcome, by.user
    follow_up.words = clean_words(words)[:2000] or follow_up.words
    follow_up.ended_at, follow_up.ending = clock.now(), FollowUp.Ending.ANSWERED
    follow_up.save()
    question.last_contact_at, question.to_tell_at = clock.now(), None
    question.save(update_fields=["last_contact_at", "to_tell_at"])
    record("desk.follow_up_answered", question, by=by)
    if moves:
        _act_on(question, outcome, by=by)
    return question


@transaction.atomic
def end_without_word(follow_up: FollowUp, *, on: date, by: Actor = SYSTEM) -> None:
    """End a question nobody could be asked about, or who did not answer, after enough patience."""
    question = lock(follow_up.question)
    demand(question.is_open and follow_up.ended_at is None, _("This follow-up is over."))
    demand(rules.patience_is_over(follow_up.due_on, on=on), _("There is still time to ask."))
    asked = follow_up.asked_at is not None
    demand(asked or not is_called(question), _("Somebody still has to call about this."))
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


def bring_the_news(question: Question) -> None:
    """Send word that there is an answer; where nobody can be written to, that is the next step of a person."""
    if telling.tell_news(question):
        question.to_tell_at = None
        return
    question.to_tell_at = clock.now()
    if question.contact and question.contact.phone:
        question.next_step = house_words(gettext_noop("Call: there is an answer"))
        question.next_on = clock.add_working_days(clock.today(), 1)
    else:
        question.next_step = house_words(gettext_noop("Tell them when they come by: there is an answer"))


def is_called(question: Question) -> bool:
    """Whether somebody calls: that was asked, or there is a number and no message from here arrives."""
    contact = question.contact
    if contact is None or not contact.phone:
        return False
    by_message = contact.way in telling.CHANNELS and not telling.arrives(question, template=telling.FOLLOW_UP)
    return contact.way == ContactWish.Way.PHONE or by_message


def _is_opened_again(question: Question) -> bool:
    """Whether the house already looks further; a second 'no' then changes the last word and moves nothing."""
    looks_further = question.is_open and question.answered_at is None and not question.ended_before
    return looks_further and question.times_reopened > 0


def _just_said(question: Question, outcome: str, *, words: str, by: Actor) -> bool:
    """Whether the same was said a moment ago: "I do not know" pressed twice would end a question."""
    if rules.reopens(outcome):
        return False
    lately = question.follow_ups.filter(ended_at__gt=clock.now() - PRESSED_TWICE, ending=FollowUp.Ending.ANSWERED)
    same = lately.filter(outcome=outcome, answered_by=by.user).last()
    return same is not None and words in ("", same.words)


def _last_word(question: Question) -> FollowUp | None:
    last = question.follow_ups.filter(ending=FollowUp.Ending.ANSWERED).last()
    return None if last is None or last.outcome == FollowUp.Outcome.SOLVED else last


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


def open_on_added_words(question: Question, *, by: Actor) -> None:
    """Open a locked question that had ended, on the rung where it was, so that somebody reads what was added."""
    _find_a_holder(question)
    question.ended_before = question.ending
    question.closed_at, question.ending, question.answered_at = None, "", None
    question.next_step = house_words(gettext_noop("Read what was added"))
    question.next_on = clock.add_working_days(clock.today(), 1)
    question.save()
    record("desk.question_reopened", question, by=by)


@transaction.atomic
def end_as_before(question: Question, *, by: Actor) -> Question:
    """End a question again as it had ended, when the words that opened it ask for nothing more."""
    question = open_and_mine(question, by=by)
    demand(bool(question.ended_before), _("This question is open already."))
    close(question, ending=question.ended_before, by=by)
    return question


def _open_again(question: Question, *, by: Actor) -> None:
    _end_open(question, FollowUp.Ending.OVERTAKEN)
    _find_a_holder(question)
    withdrawn = question.ending == Question.Ending.WITHDRAWN
    question.ended_before, question.to_tell_at = "", None
    if not withdrawn:
        question.rung = rules.next_rung(question.rung)
    question.enough_rung = ""
    question.closed_at, question.ending, question.answered_at = None, "", None
    question.times_reopened += 1
    again = gettext_noop("Ask what is needed now: it was no longer needed, and is open again")
    further = gettext_noop("Look further together: it is not solved yet")
    question.next_step = house_words(again if withdrawn else further)
    question.next_on = clock.add_working_days(clock.today(), 1)
    question.last_contact_at = clock.now()
    question.save()
    record("desk.question_reopened", question, by=by)


def _find_a_holder(question: Question) -> None:
    """Who held it goes on; by a link nobody hears of this: then who handed it over. Who left: the house itself."""
    if question.holder_partner_id:
        said_yes = question.handovers.filter(ending=Handover.Ending.ACCEPTED).select_related("sender").last()
        question.holder, question.holder_partner = said_yes.sender if said_yes else None, None
        end_links(question)
    left = question.holder is not None and not access.may_take_down(question.holder, question.house)
    if (left or question.holder is None) and question.house.first_holder:
        question.holder = question.house.first_holder


def _end_open(question: Question, ending: str) -> None:
    question.follow_ups.filter(ended_at=None).update(ended_at=clock.now(), ending=ending)
