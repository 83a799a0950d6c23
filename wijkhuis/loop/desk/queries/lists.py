"""The lists of a house: what needs a human first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import Asked, asked_often
from wijkhuis.base.language.words import tidy
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.access import professional_of
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import house_ids_of, roles_of
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.models import FollowUp, Handover, Question, QuestionQuerySet

PAGE = 30
# What a row shows and no more: a list of thirty is thirty times seven records.
ON_A_ROW = (
    "house_id",
    "words",
    "asked_at",
    "next_step",
    "next_on",
    "taken_up_at",
    "taken_down_by_id",
    "closed_at",
    "ending",
    "words_added_at",
    "to_tell_at",
    "contact__called",
    "contact__phone",
    "contact__way",
    "holder__first_name",
    "holder_partner__first_name",
    "holder_partner__partner__name",
    "neighbourhood__name",
)

# By hand: Django takes longer to write this than PostgreSQL to answer it. The conditions are those of the views.
VIEWS = ("all", "new", "late", "partner", "follow_up", "unseen")
COUNTED = ("id", "taken_up_at", "next_on", "holder_partner_id", "looked_at", "answered_at")
COUNTS = """
    select count(*),
      count(*) filter (where taken_up_at is null),
      count(*) filter (where next_on < %s),
      count(*) filter (where holder_partner_id is not null or exists (
        select from desk_handover where question_id = listed.id and ended_at is null)),
      count(*) filter (where exists (
        select from desk_followup where question_id = listed.id and ended_at is null and due_on <= %s)),
      count(*) filter (where looked_at < %s and answered_at is null)
    from ({listed}) listed"""


@dataclass(frozen=True)
class Carrier:
    """Somebody at a desk, what they carry there and in all their houses, and the limit they set themselves."""

    user: User
    carries: int
    limit: int | None
    everywhere: int = 0

    @property
    def introduction(self) -> str:
        """Who it is and how much they carry, as a choice: 'Mina, gastvrouw (12 vragen, grens 10)'."""
        carries = ngettext("%(number)s question", "%(number)s questions", self.carries) % {"number": self.carries}
        limit = _("limit %(limit)s") % {"limit": self.limit} if self.limit is not None else ""
        return f"{self.user.introduction} ({', '.join(filter(None, [carries, limit]))})"

    @property
    def is_full(self) -> bool:
        """Whether one more question is above their own limit."""
        return people_rules.is_too_heavy(carries=self.carries + 1, limit=self.limit)

    @property
    def is_too_heavy(self) -> bool:
        """Whether they carry more than their own limit."""
        return people_rules.is_too_heavy(carries=self.carries, limit=self.limit)


def as_rows(questions: QuestionQuerySet) -> QuestionQuerySet:
    """Questions with everything a row shows, in one query, what is due first on top."""
    # Not "exists": for a page of thirty PostgreSQL would first read every open handover of the city.
    offered = Subquery(Handover.objects.filter(question=OuterRef("pk"), ended_at=None).values("pk")[:1])
    return (
        questions.select_related("contact", "holder", "holder_partner__partner", "neighbourhood")
        .only(*ON_A_ROW)
        .annotate(is_offered=IsNull(offered, False))
        .order_by("next_on", "pk")
    )


def my_questions(user: User) -> Asked[Question]:
    """What somebody holds, in all their houses."""
    return _held_by(user_id=user.pk)


@asked_often
def _held_by(*, user_id: int) -> QuestionQuerySet:
    return as_rows(access.held_by(user_id)).annotate(shared_fields=access.fields_shared_with(user_id))


def offers(user: User) -> list[Handover]:
    """What waits for somebody's own yes or no; only who is the face of a partner is asked for."""
    if professional_of(user) is None:
        return []
    return list(access.offered_handovers(user).select_related("question__house", "sender")[:PAGE])


def house_questions(user: User, house: House) -> Asked[Question]:
    """The open questions of one house, for who may see its list."""
    return _open_in(house_ids_of(user, *people_rules.HOUSE_LIST_KINDS), house_id=house.pk)


@asked_often
def _open_in(house_ids: list[int], *, house_id: int) -> QuestionQuerySet:
    return as_rows(access.listed_in(house_ids).filter(house=house_id).open())


def viewed_questions(user: User, house: House, *, view: str, on: date) -> Asked[Question]:
    """The list of a house, or one of the views on it: new, late, partner, follow-up, unseen, gives-back."""
    houses, house_id = house_ids_of(user, *people_rules.HOUSE_LIST_KINDS), house.pk
    quiet_since = clock.now() - timedelta(days=house.unseen_days)
    views: dict[str, Callable[[], Asked[Question]]] = {
        "new": lambda: _new_in(houses, house_id=house_id),
        "late": lambda: _late_in(houses, house_id=house_id, on=on),
        "partner": lambda: _with_a_partner_in(houses, house_id=house_id),
        "follow-up": lambda: _to_follow_up_in(houses, house_id=house_id, on=on),
        "unseen": lambda: _unseen_in(houses, house_id=house_id, since=quiet_since),
        "gives-back": lambda: _giving_rows_in(houses, house_id=house_id),
    }
    return views[view]() if view in views else house_questions(user, house)


@asked_often
def _new_in(house_ids: list[int], *, house_id: int) -> QuestionQuerySet:
    return as_rows(access.listed_in(house_ids).filter(house=house_id).not_taken_up())


@asked_often
def _late_in(house_ids: list[int], *, house_id: int, on: date) -> QuestionQuerySet:
    return as_rows(access.listed_in(house_ids).filter(house=house_id).overdue(on=on))


@asked_often
def _with_a_partner_in(house_ids: list[int], *, house_id: int) -> QuestionQuerySet:
    rows = as_rows(access.listed_in(house_ids).filter(house=house_id).open())
    return rows.filter(Q(is_offered=True) | Q(holder_partner__isnull=False))


@asked_often
def _to_follow_up_in(house_ids: list[int], *, house_id: int, on: date) -> QuestionQuerySet:
    due = FollowUp.objects.filter(question=OuterRef("pk"), ended_at=None, due_on__lte=on)
    return as_rows(access.listed_in(house_ids).filter(Exists(due), house=house_id).open())


@asked_often
def _unseen_in(house_ids: list[int], *, house_id: int, since: datetime) -> QuestionQuerySet:
    return as_rows(access.listed_in(house_ids).filter(house=house_id).unseen(since=since))


@asked_often
def _giving_rows_in(house_ids: list[int], *, house_id: int) -> QuestionQuerySet:
    rows = as_rows(access.listed_in(house_ids).filter(house=house_id).giving_back())
    return rows.only(*ON_A_ROW, "gives_back").order_by("closed_at", "pk")


def counts(user: User, house: House, *, on: date) -> dict[str, int]:
    """How many questions each view holds, in two queries."""
    quiet_since = clock.now() - timedelta(days=house.unseen_days)
    houses = house_ids_of(user, *people_rules.HOUSE_LIST_KINDS)
    sql, values = _counted_in(houses, house_id=house.pk).sql_with_values()
    with connection.cursor() as cursor:
        cursor.execute(COUNTS.format(listed=sql), [on, on, quiet_since, *values])
        found = dict(zip(VIEWS, cursor.fetchone(), strict=True))
    return found | {"gives_back": _giving_back_in(houses, house_id=house.pk).count()}


@asked_often
def _counted_in(house_ids: list[int], *, house_id: int) -> QuerySet[Question, dict[str, Any]]:
    return access.listed_in(house_ids).filter(house=house_id).open().values(*COUNTED)


@asked_often
def _giving_back_in(house_ids: list[int], *, house_id: int) -> QuestionQuerySet:
    return access.listed_in(house_ids).filter(house=house_id).giving_back()


def found_questions(user: User, text: str) -> list[Question]:
    """At most a page of questions whose words hold what was typed, or that have this short code; newest first."""
    text = tidy(text)[:200]
    if not text:
        return []
    listed = house_ids_of(user, *people_rules.HOUSE_LIST_KINDS)
    at_a_desk = house_ids_of(user, *people_rules.DESK_KINDS)
    code = text.replace(" ", "").upper()[:8]
    found = [pk for pk, _asked_at in _found(listed, at_a_desk, user_id=user.pk, text=text, code=code)[:PAGE]]
    return list(_rows_of(found, user_id=user.pk)) if found else []


@asked_often
def _rows_of(questions: list[int], *, user_id: int) -> QuestionQuerySet:
    rows = as_rows(Question.objects.filter(pk__in=questions))
    return rows.annotate(shared_fields=access.fields_shared_with(user_id)).order_by("-asked_at", "-pk")


@asked_often
def _found(listed: list[int], at_a_desk: list[int], *, user_id: int, text: str, code: str) -> QuerySet[Question, Any]:
    visible = access.visible_to(listed, at_a_desk, user_id=user_id).with_vector().order_by()
    visible = visible.values_list("pk", "asked_at")
    by_code = visible.filter(short_code=code)
    by_words = visible.filter(vector=SearchQuery(text, config="dutch", search_type="websearch"))
    by_words = by_words.filter(access.knows_the_words(listed, user_id=user_id))
    # Each apart, because there is an index for each: together PostgreSQL would read all questions of the house.
    there, held = Q(house__pk__in=at_a_desk), Q(holder_id=user_id, closed_at=None)
    first, *others = (found.filter(where) for where in (there, held) for found in (by_words, by_code))
    return first.union(*others).order_by("-asked_at", "-pk")


def carrier(user: User, house: House) -> Carrier:
    """What somebody carries, and their own limit in one house; one query."""
    limits = [role.limit for role in desk_roles(user, house) if role.limit is not None]
    carries = dict(_carried_by(user.pk))
    return Carrier(user, carries.get(house.pk, 0), min(limits, default=None), everywhere=sum(carries.values()))


@asked_often
def _carried_by(user_id: int) -> QuerySet[Question, tuple[int, int]]:
    return access.held_by(user_id).values_list("house_id").annotate(number=Count("pk")).order_by()


def desk_roles(user: User, house: House) -> list[Role]:
    """The roles somebody has today at the desk of a house."""
    return [role for role in roles_of(user) if role.house_id == house.pk and role.kind in people_rules.DESK_KINDS]


def carriers(house: House) -> list[Carrier]:
    """Who works at the desk of a house and how much each carries, the heaviest first."""
    carried = dict(_carried_in(house_id=house.pk))
    found: dict[int, Carrier] = {}
    for role in _roles_at_the_desk(house_id=house.pk, on=clock.today()):
        known = found.get(role.user_id)
        limit = role.limit if role.limit is not None else (known.limit if known else None)
        found[role.user_id] = Carrier(role.user, carried.get(role.user_id, 0), limit)
    return sorted(found.values(), key=lambda carrier: (-carrier.carries, carrier.user.first_name))


@asked_often
def _carried_in(*, house_id: int) -> QuerySet[Question, tuple[int, int]]:
    in_house = Question.objects.open().filter(house=house_id)
    return in_house.values_list("holder").annotate(number=Count("pk")).order_by()


@asked_often
def _roles_at_the_desk(*, house_id: int, on: date) -> QuerySet[Role]:
    roles = Role.objects.active(on=on).filter(house=house_id, kind__in=sorted(people_rules.DESK_KINDS))
    return roles.select_related("user").only("limit", "user__first_name", "user__function")


def introductions(house: House) -> dict[int, str]:
    """Who works at the desk of a house and how much they carry, in words, by the number of the person."""
    return {carrier.user.pk: carrier.introduction for carrier in carriers(house)}


def day_sheet(user: User, house: House, *, on: date) -> QuestionQuerySet:
    """What is due today or was due before, for the paper sheet of the day."""
    return as_rows(access.listed_questions(user).filter(house=house, next_on__lte=on).open())


def own_day_sheet(user: User, *, on: date) -> QuestionQuerySet:
    """What somebody holds that is due today or was due before."""
    held = as_rows(access.held_questions(user).filter(next_on__lte=on))
    return held.annotate(shared_fields=access.shared_fields(user))
