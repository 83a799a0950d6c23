"""What somebody would like to do for others, and that the house talks about it with them."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.loop.desk.actions.shared import mine, mine_or_the_residents
from wijkhuis.loop.desk.models import Question


@transaction.atomic
def give_back(question: Question, *, words: str, by: Actor) -> Question:
    """Keep what somebody would like to do for others. Never asked before it is solved, never a condition."""
    question = mine_or_the_residents(question, by=by)
    demand(question.ending == Question.Ending.SOLVED, _("We ask this only when a question is solved."))
    question.gives_back = clean_words(words)[:1000]
    question.talked_at = question.talked_by = None
    question.save(update_fields=["gives_back", "talked_at", "talked_by"])
    record("desk.gives_back", question, by=by)
    return question


@transaction.atomic
def talk_about_giving_back(question: Question, *, by: Actor) -> Question:
    """Say that somebody talked with a resident about what they would like to do for others."""
    question = mine(question, by=by)
    demand(bool(question.gives_back), _("They said nothing about this."))
    demand(question.talked_at is None, _("Somebody talked about it already."))
    question.talked_at, question.talked_by = clock.now(), by.user
    question.save(update_fields=["talked_at", "talked_by"])
    record("desk.talked_about_giving_back", question, by=by)
    return question
