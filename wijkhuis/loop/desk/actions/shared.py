"""What every action of the desk begins with."""

from datetime import timedelta

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.models import Question

# The same once more within a moment is no second word: somebody pressed twice.
PRESSED_TWICE = timedelta(minutes=1)


def lock(question: Question) -> Question:
    """The question as it is now, held by this transaction until it ends; what was read before may be old."""
    return (
        Question.objects.select_for_update(of=("self",))
        .select_related("house", "contact", "household")
        .get(pk=question.pk)
    )


def open_and_mine(question: Question, *, by: Actor) -> Question:
    """Lock an open question that the actor may work on."""
    question = mine(question, by=by)
    demand(question.is_open, _("This question has ended. Open it again if there is more to do."))
    return question


def mine(question: Question, *, by: Actor) -> Question:
    """Lock a question that the actor may work on."""
    question = lock(question)
    demand(question.forgotten_at is None, _("This question was deleted."))
    demand(access.may_work_on(by.user, question), _("First say why you look at this question."), error=NotYours)
    return question


def mine_or_the_residents(question: Question, *, by: Actor) -> Question:
    """Lock a question that the actor may work on, or that belongs to the resident who came through their own link."""
    if by.user is not None or by.label != RESIDENT.label:
        return mine(question, by=by)
    question = lock(question)
    demand(question.forgotten_at is None, _("This question was deleted."))
    return question


def person(by: Actor) -> User:
    """Who acts, where it must be somebody with an account."""
    if by.user is None:
        raise NotYours(_("You do not work in this house."))
    return by.user


def house_words(sentence: str, **facts: object) -> str:
    """A sentence that is kept, in the language of the house, whatever language the person who acts reads."""
    with translation.override(settings.LANGUAGE_CODE):
        return gettext(sentence) % facts if facts else gettext(sentence)


def colleague(user: User, question: Question) -> None:
    """Stop when somebody does not work at the desk of the question's house."""
    demand(access.may_take_down(user, question.house), _("This person does not work at this house."))
