"""Who sees which questions. What you may not see does not exist."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.access import professional_of
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import has_role, house_ids_of, visible_households
from wijkhuis.house.people.models import Household, Role
from wijkhuis.loop.desk.models import (
    Answer,
    Discussion,
    DiscussionItem,
    Handover,
    Opening,
    Question,
    QuestionQuerySet,
    Shared,
)


def visible_questions(user: User) -> QuestionQuerySet:
    """Hosts and coordinators: their houses. Everybody at a desk: what they hold, wrote down or coordinate."""
    listed = house_ids_of(user, *people_rules.HOUSE_LIST_KINDS)
    return visible_to(listed, house_ids_of(user, *people_rules.DESK_KINDS), user_id=user.pk)


def visible_to(listed: list[int], at_a_desk: list[int], *, user_id: int) -> QuestionQuerySet:
    """The same for who has this number, sees the lists of some houses and works at the desk of some."""
    own = Q(holder_id=user_id) | Q(taken_down_by_id=user_id, closed_at=None) | Q(household__coordinator_id=user_id)
    seen = Q(house__pk__in=listed) | (Q(house__pk__in=at_a_desk) & own)
    return Question.objects.filter(seen, forgotten_at=None)


def was_theirs(user: User) -> QuestionQuerySet:
    """Forgotten questions of the houses whose list somebody sees, and those they held: that it is gone may be said."""
    of_the_house = Q(house_id__in=house_ids_of(user, *people_rules.HOUSE_LIST_KINDS))
    held = Q(holder_id=user.pk, house_id__in=house_ids_of(user, *people_rules.DESK_KINDS))
    return Question.objects.filter(of_the_house | held, forgotten_at__isnull=False)


def held_questions(user: User) -> QuestionQuerySet:
    """The open questions somebody holds, in all their houses: a part of what is visible to them."""
    return held_by(user.pk, at_a_desk=house_ids_of(user, *people_rules.DESK_KINDS))


def held_by(user_id: int, *, at_a_desk: list[int]) -> QuestionQuerySet:
    """The open questions of this person, where they work at the desk."""
    return Question.objects.held_by(user_id).filter(house__pk__in=at_a_desk, forgotten_at=None)


def listed_questions(user: User) -> QuestionQuerySet:
    """The questions on the list of the house: open ones, for those who see the whole house."""
    return listed_in(house_ids_of(user, *people_rules.HOUSE_LIST_KINDS))


def listed_in(house_ids: list[int]) -> QuestionQuerySet:
    """The questions on the lists of these houses."""
    return Question.objects.filter(house__pk__in=house_ids, forgotten_at=None)


def visible_handovers(user: User) -> QuerySet[Handover]:
    """What somebody or their house offered, and what is offered to them or to a function of their partner."""
    sent = Q(sender_id=user.pk) | Q(question__house_id__in=house_ids_of(user, *people_rules.HOUSE_LIST_KINDS))
    return Handover.objects.filter(sent | _offered_to(user)).filter(question__forgotten_at=None)


def offered_handovers(user: User) -> QuerySet[Handover]:
    """Handovers that wait for somebody's own yes or no."""
    if professional_of(user) is None:
        return Handover.objects.none()
    return Handover.objects.filter(_offered_to(user), ended_at=None)


def _offered_to(user: User) -> Q:
    professional = professional_of(user)
    if professional is None:
        return Q(pk__in=[])
    # A house where they have no role asks them by a link: whoever else keeps this face gives no account there.
    where_they_work = Q(question__house_id__in=house_ids_of(user, *people_rules.DESK_KINDS))
    to_the_function = Q(professional=None, partnership__partner_id=professional.partner_id)
    return where_they_work & (Q(professional_id=professional.pk) | to_the_function)


def is_assigned(user: User, question: Question) -> bool:
    """Whether looking at this question is somebody's own work: no reason is asked."""
    return (
        question.holder_id == user.pk
        or question.taken_down_by_id == user.pk
        or question.taken_up_at is None
        or (question.household is not None and question.household.coordinator_id == user.pk)
        or has_role(user, question.house_id, Role.Kind.COORDINATOR)
    )


def needs_reason(user: User, question: Question) -> bool:
    """Whether somebody must say why they look, because it is not their own work and they did not say so today."""
    if is_assigned(user, question):
        return False
    return not Opening.objects.filter(user=user, question=question, until__gt=clock.now()).exists()


def in_full_view(user: User, questions: Iterable[Question]) -> set[int]:
    """Which of these questions somebody may read without saying why; one query for all."""
    own = {question.pk for question in questions if is_assigned(user, question)}
    rest = [question.pk for question in questions if question.pk not in own]
    opened = Opening.objects.filter(user=user, question_id__in=rest, until__gt=clock.now())
    return own | set(opened.values_list("question_id", flat=True))


def may_work_on(user: User | None, question: Question) -> bool:
    """Whether somebody may change this question: it is visible and it is their work, or they said why."""
    if user is None or not visible_questions(user).filter(pk=question.pk).exists():
        return False
    return not needs_reason(user, question)


def shared_with(user: User, question: Question) -> set[str]:
    """Which facts somebody sees: everything, or what went along when a partner's professional said yes."""
    return fields_of(accepted_by(user, question))


def fields_of(accepted: Handover | None) -> set[str]:
    """Which facts go with the handover somebody said yes to; without one everything."""
    return set(accepted.fields) if accepted else set(Shared.values)


def knows_it_whole(user: User, question: Question) -> bool:
    """Whether somebody knows a question as the house does; a partner never has the resident's own way in."""
    return accepted_by(user, question) is None


def answers_shown(user: User, question: Question) -> QuerySet[Answer]:
    """The answers somebody sees: all, or without the story shared those since they said yes."""
    accepted = accepted_by(user, question)
    if accepted is None or Shared.STORY in accepted.fields:
        return question.answers.all()
    return question.answers.filter(given_at__gte=accepted.accepted_at)


def accepted_by(user: User, question: Question) -> Handover | None:
    """The handover by which somebody of a partner came to this question; None for who knows it from the house."""
    if has_role(user, question.house_id, *people_rules.HOUSE_LIST_KINDS) or question.taken_down_by_id == user.pk:
        return None
    return _said_yes(user.pk).filter(question=question).last()


def shared_fields(user: User) -> Subquery:
    """What went along when somebody said yes to a handover, for each question of a list; None when they never did."""
    return fields_shared_with(user.pk)


def fields_shared_with(user_id: int) -> Subquery:
    """The same, for who has this number."""
    return Subquery(_accepted(user_id).order_by("-offered_at", "-pk").values("fields")[:1])


def knows_the_words(listed: list[int], *, user_id: int) -> Q:
    """Questions of which somebody who sees the lists of some houses knows the words, and so may search them."""
    partly = _accepted(user_id).exclude(fields__contains=[Shared.WORDS.value])
    return Q(house__pk__in=listed) | Q(taken_down_by_id=user_id) | Q(~Exists(partly))


def _accepted(user_id: int) -> QuerySet[Handover]:
    return _said_yes(user_id).filter(question=OuterRef("pk"))


def _said_yes(user_id: int) -> QuerySet[Handover]:
    return Handover.objects.filter(professional__user_id=user_id, ending=Handover.Ending.ACCEPTED)


def rows_show(user: User, questions: Iterable[Question]) -> dict[int, set[str]]:
    """Which facts the rows of a list show, by question, for questions that were read with their shared fields."""
    houses, user_id, everything = house_ids_of(user, *people_rules.HOUSE_LIST_KINDS), user.pk, set(Shared.values)
    shows = {}
    for question in questions:
        shared = getattr(question, "shared_fields", None)
        whole = question.house_id in houses or question.taken_down_by_id == user_id or shared is None
        shows[question.pk] = everything if whole else set(shared or ())
    return shows


def may_take_down(user: User, house: House) -> bool:
    """Whether somebody may write down questions in this house."""
    return has_role(user, house, *people_rules.DESK_KINDS)


def readable_households(user: User) -> QuerySet[Household]:
    """Households somebody coordinates or oversees, and those in which they hold an open question."""
    # Who took over a part of a question did not hear with whom the person lives.
    holds = Question.objects.filter(
        ~Exists(_accepted(user.pk)), household=OuterRef("pk"), holder_id=user.pk, closed_at=None
    )
    at_a_desk = Q(house_id__in=house_ids_of(user, *people_rules.DESK_KINDS))
    overseen = Q(pk__in=visible_households(user).values("pk"))
    return Household.objects.filter(overseen | (at_a_desk & Exists(holds)))


def joinable_households(user: User) -> QuerySet[Household]:
    """Households whose name somebody may read to lay a question beside it: hosts know those of their house."""
    of_the_house = Q(house_id__in=house_ids_of(user, *people_rules.HOUSE_LIST_KINDS))
    return Household.objects.filter(of_the_house | Q(pk__in=readable_households(user).values("pk")), ended_on=None)


def visible_discussions(user: User) -> QuerySet[Discussion]:
    """Discussions of the houses where somebody sees the list."""
    return Discussion.objects.filter(house_id__in=house_ids_of(user, *people_rules.HOUSE_LIST_KINDS))


def visible_items(user: User) -> QuerySet[DiscussionItem]:
    """Items of visible discussions whose question is still there."""
    return DiscussionItem.objects.filter(
        Exists(visible_discussions(user).filter(pk=OuterRef("discussion_id"))), question__forgotten_at=None
    )
