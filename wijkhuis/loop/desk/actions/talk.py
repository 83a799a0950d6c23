"""The conversation along the ladder, and the answers."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import RESIDENT, Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.house.directory.actions import count_choice
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.partners.models import Professional
from wijkhuis.loop.desk.actions.follow_up import open_on_added_words
from wijkhuis.loop.desk.actions.shared import PRESSED_TWICE, mine, mine_or_the_residents, open_and_mine
from wijkhuis.loop.desk.models import Answer, Conversation, Question, Rung

NOTED = ("rung", "words", "tried", "missing", "was_enough")


@transaction.atomic
def note_conversation(
    question: Question,
    *,
    rung: str = "",
    words: str = "",
    tried: str = "",
    missing: str = "",
    was_enough: bool = False,
    by: Actor,
) -> Conversation:
    """Keep what was said at a rung, what was tried, whether it was enough, and what was not there."""
    question = mine(question, by=by)
    demand(not rung or rung in Rung.values, _("Choose a rung of the ladder."))
    note = Conversation(
        question=question,
        rung=rung,
        words=clean_words(words),
        tried=clean_words(tried)[:500],
        missing=clean_words(missing)[:500],
        was_enough=was_enough,
        by=by.user,
        held_at=clock.now(),
    )
    demand(bool(note.words or note.tried or note.missing or was_enough), _("Write down at least one word."))
    if same := _just_noted(note):
        return same
    note.save()
    if rung:
        question.rung = rung
    if rung and was_enough:
        question.enough_rung = rung
    _touch(question, "rung", "enough_rung")
    record("desk.conversation_noted", question, by=by)
    return note


@transaction.atomic
def give_answer(
    question: Question,
    *,
    kind: str = Answer.Kind.INFORMATION,
    words: str = "",
    entry: Entry | None = None,
    professional: Professional | None = None,
    key_person: KeyPerson | None = None,
    by: Actor,
) -> Answer:
    """Give one of perhaps several answers, linked to what it points to."""
    question = open_and_mine(question, by=by)
    demand(kind in Answer.Kind.values, _("Choose what kind of answer this is."))
    has_content = bool(clean_words(words)) or any((entry, professional, key_person))
    demand(has_content, _("Write the answer, or choose something from the neighbourhood."))
    answer = Answer.objects.create(
        question=question,
        kind=kind,
        words=clean_words(words),
        entry=entry,
        professional=professional,
        key_person=key_person,
        given_by=by.user,
        given_at=clock.now(),
    )
    if entry and by.user:
        count_choice(entry, words=question.words, house=question.house, user=by.user)
    _touch(question)
    record("desk.answer_given", question, by=by)
    return answer


@transaction.atomic
def say_outcome(answer: Answer, *, outcome: str, by: Actor) -> Answer:
    """Keep what became of one answer."""
    mine(answer.question, by=by)
    demand(outcome in Answer.Outcome.values, _("Choose what became of it."))
    answer.outcome, answer.outcome_at = outcome, clock.now()
    answer.save(update_fields=["outcome", "outcome_at"])
    record("desk.answer_outcome_said", answer.question, by=by)
    return answer


@transaction.atomic
def add_words(question: Question, *, words: str, by: Actor) -> Conversation:
    """Let the resident add words through their own link; somebody reads them on the next working day at the latest."""
    demand(by.user is None and by.label == RESIDENT.label, _("You do not work in this house."), error=NotYours)
    question = mine_or_the_residents(question, by=by)
    words = clean_words(words)
    demand(bool(words), _("Write down at least one word."))
    demand(len(words) <= 5000, _("This is longer than we can keep. Make it shorter, in a few sentences."))
    demand(question.conversations.count() < 200, _("There is no more room here. Call us or come by."))
    note = Conversation.objects.create(
        question=question, words=words, speaker=Conversation.Speaker.RESIDENT, held_at=clock.now()
    )
    question.words_added_at = clock.now()
    if question.is_open:
        question.next_on = min(question.next_on or clock.today(), clock.add_working_days(clock.today(), 1))
    else:
        open_on_added_words(question, by=by)
    _touch(question, "words_added_at", "next_on")
    record("desk.words_added", question, by=by)
    return note


def _just_noted(note: Conversation) -> Conversation | None:
    """The same note of the same person a moment ago: somebody pressed twice."""
    lately = note.question.conversations.filter(by=note.by, held_at__gt=note.held_at - PRESSED_TWICE)
    return lately.filter(**{name: getattr(note, name) for name in NOTED}).first()


def _touch(question: Question, *fields: str) -> None:
    question.last_contact_at = clock.now()
    question.save(update_fields=["last_contact_at", *fields])
