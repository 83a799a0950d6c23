"""What a partner does with a question after saying yes: note, plan, answer, or give it back to the house."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.actions.follow_up import plan_follow_up
from wijkhuis.loop.desk.actions.handover import back_to_sender, end_offer, keep_link_open
from wijkhuis.loop.desk.actions.hold import plan
from wijkhuis.loop.desk.actions.shared import house_words, lock
from wijkhuis.loop.desk.models import Answer, Conversation, Handover, Question
from wijkhuis.loop.desk.queries import partner_work


@transaction.atomic
def partner_notes(handover: Handover, *, words: str, by: Actor) -> Conversation:
    """Keep a few words of the partner in the story of the question."""
    question = _held_by_partner(handover, by)
    demand(bool(clean_words(words)), _("Write down at least one word."))
    note = Conversation.objects.create(
        question=question,
        words=clean_words(words)[:5000],
        speaker=Conversation.Speaker.PARTNER,
        rung="professional",
        by=by.user,
        held_at=clock.now(),
    )
    keep_link_open(handover, next_on=question.next_on)
    record("desk.partner_noted", question, by=by)
    return note


@transaction.atomic
def partner_plans(handover: Handover, *, next_step: str, next_on: date, by: Actor) -> Question:
    """Keep the partner's next step."""
    question = _held_by_partner(handover, by)
    plan(question, next_step=next_step, next_on=next_on)
    keep_link_open(handover, next_on=next_on)
    record("desk.next_step_planned", question, by=by)
    return question


@transaction.atomic
def partner_answers(handover: Handover, *, words: str, by: Actor) -> Answer:
    """Keep what the partner did; later the house asks the resident how it went."""
    question = _held_by_partner(handover, by)
    demand(bool(clean_words(words)), _("Write in a few words what you did."))
    answer = Answer.objects.create(
        question=question,
        kind=Answer.Kind.PROFESSIONAL,
        words=clean_words(words)[:5000],
        professional=handover.professional,
        given_by=by.user,
        given_by_partner=handover.professional,
        given_at=clock.now(),
    )
    plan_follow_up(question, enough_rung="professional", by=by)
    keep_link_open(handover, next_on=question.next_on)
    return answer


@transaction.atomic
def partner_gives_back(handover: Handover, *, words: str, by: Actor) -> Question:
    """Give the question back to the person of the house who handed it over, with a word why."""
    question = _held_by_partner(handover, by)
    demand(bool(clean_words(words)), _("Write in one sentence why. That helps the resident on."))
    Conversation.objects.create(
        question=question,
        words=clean_words(words)[:5000],
        speaker=Conversation.Speaker.PARTNER,
        by=by.user,
        held_at=clock.now(),
    )
    _return(question, handover)
    gave_back = gettext_noop("%(partner)s gave this back: look further")
    _plan_return(question, gave_back, handover)
    record("desk.question_given_back", question, by=by)
    return question


@transaction.atomic
def give_back_held(handovers: QuerySet[Handover], *, by: Actor) -> int:
    """A partner leaves: what they hold by these handovers goes back to who handed it over. How many questions?

    Who calls this checked who may.
    """
    held = partner_work.held_through(handovers)
    for handover in held:
        question = lock(handover.question)
        _return(question, handover)
        # What was answered waits for the word of the resident, on the day that was planned.
        if question.answered_at is None:
            _plan_return(question, gettext_noop("%(partner)s left: look further"), handover)
        record("desk.question_given_back", question, by=by)
    # What ended stays with the face, so that the account knows no more of it than before.
    for handover in partner_work.ended_with(handovers):
        ended = lock(handover.question)
        ended.holder, ended.holder_partner = None, handover.professional
        ended.save(update_fields=["holder", "holder_partner"])
    return len(held)


@transaction.atomic
def withdraw_offers(handovers: QuerySet[Handover], *, by: Actor) -> int:
    """A partner leaves: what waits for their yes or no is with the sender again. How many offers? As above."""
    offers = list(partner_work.waiting(handovers))
    for offer in offers:
        question = lock(offer.question)
        offer.refresh_from_db(fields=["ended_at"])
        if not offer.is_open:
            continue
        end_offer(offer, Handover.Ending.WITHDRAWN)
        gone = gettext_noop("Find other help: %(partner)s is not there any more")
        back_to_sender(question, house_words(gone, partner=offer.partnership.partner))
        record("desk.handover_withdrawn", question, by=by)
    return len(offers)


def _return(question: Question, handover: Handover) -> None:
    """Let the house hold a locked question again, and close the link of the partner."""
    works_here = access.may_take_down(handover.sender, question.house)
    question.holder = handover.sender if works_here else question.house.first_holder or handover.sender
    question.holder_partner = None
    question.save(update_fields=["holder", "holder_partner"])
    Handover.objects.filter(pk=handover.pk).update(link_until=clock.now(), code_digest="")


def _plan_return(question: Question, step: str, handover: Handover) -> None:
    plan(question, next_step=house_words(step, partner=handover.partnership.partner), next_on=clock.today())


def _held_by_partner(handover: Handover, by: Actor) -> Question:
    question = lock(handover.question)
    accepted = handover.ending == Handover.Ending.ACCEPTED
    by_link = by.user is None and by.label == f"partner:{handover.pk}"
    holds = question.holder_partner_id == handover.professional_id if by_link else question.holder == by.user
    demand(accepted and holds and (by_link or by.user is not None), _("You do not hold this question."), error=NotYours)
    demand(question.is_open, _("This question has ended. Open it again if there is more to do."))
    return question
