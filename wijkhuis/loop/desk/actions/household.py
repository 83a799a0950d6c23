"""Several questions of one household side by side, with their agreement."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import RuleBroken, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.house.people import actions as people
from wijkhuis.house.people.models import Household
from wijkhuis.loop.desk.actions.shared import mine
from wijkhuis.loop.desk.models import Question


@transaction.atomic
def start_household(
    question: Question, *, called: str, coordinator: User, agreed_with: str, agreed_on: date, by: Actor
) -> Household:
    """Begin a household with this question: who agreed and how, and who coordinates."""
    question = mine(question, by=by)
    demand(question.household is None, _("This question already lies with a household."))
    demand(agreed_on <= clock.today(), _("They cannot have agreed in the future."))
    refuse_bsn(called, agreed_with)
    household = people.make_household(
        question.house, called=called, coordinator=coordinator, agreed_with=agreed_with, agreed_on=agreed_on, by=by
    )
    return join_household(question, household=household, agreed=True, by=by).household or household


@transaction.atomic
def join_household(question: Question, *, household: Household, agreed: bool, by: Actor) -> Question:
    """Lay a question beside the other questions of a household; the person who asked agreed."""
    question = mine(question, by=by)
    demand(agreed, _("Ask whether they agree. Without agreement the question stays by itself."))
    demand(household.house_id == question.house_id, _("This household belongs to another house."))
    demand(household.ended_on is None, _("This household has ended."))
    question.household = household
    question.save(update_fields=["household"])
    record("desk.household_joined", question, by=by)
    return question


@transaction.atomic
def leave_household(question: Question, *, by: Actor) -> Question:
    """Take a question out of its household again."""
    question = mine(question, by=by)
    household = question.household
    if household is None:
        raise RuleBroken(_("This question stands by itself."))
    question.household = None
    question.save(update_fields=["household"])
    if not Question.objects.filter(household=household).exists():
        household.delete()
    record("desk.household_left", question, by=by)
    return question
