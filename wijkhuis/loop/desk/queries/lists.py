"""The lists of a house: what needs a human first."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import Asked, asked_often
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.access import professional_of
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import house_ids_of
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.models import FollowUp, Handover, Question, QuestionQuerySet

if TYPE_CHECKING:

    class Listed(Question):
        """A question as a list reads it: with what its row says of others, as words."""

        is_offered: bool
        called: str | None
        way: str | None
        phone: str | None
        holder_name: str | None
        face_name: str | None
        partner_name: str | None
        area: str | None

else:
    Listed = Question

PAGE = 30
# What a row shows and no more.
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
    "holder_id",
    "holder_partner_id",
)
# Of others only the words: as records a list of thirty would read a hundred more.
OF_OTHERS = {
    "called": F("contact__called"),
    "way": F("contact__way"),
    "phone": F("contact__phone"),
    "holder_name": F("holder__first_name"),
    "face_name": F("holder_partner__first_name"),
    "partner_name": F("holder_partner__partner__name"),
    "area": F("neighbourhood__name"),
}

# By hand: Django takes longer to write this than PostgreSQL to answer it. The conditions are those of the views.
VIEWS = ("all", "new", "late", "partner", "follow_up", "unseen", "gives_back")
COUNTED = ("id", "taken_up_at", "next_on", "holder_partner_id", "looked_at", "answered_at")
COUNTS = """
    select count(*),
      count(*) filter (where taken_up_at is null),
      count(*) filter (where next_on < %s),
      count(*) filter (where holder_partner_id is not null or exists (
        select from desk_handover where question_id = listed.id and ended_at is null)),
      count(*) filter (where answered_at is not null and exists (
        select from desk_followup where question_id = listed.id and ended_at is null and due_on <= %s)),
      count(*) filter (where looked_at < %s and answered_at is null),
      (select count(*) from ({giving}) giving)
    from ({listed}) listed"""


def as_rows(questions: QuestionQuerySet) -> QuerySet[Listed]:
    """Questions with everything a row shows, in one query, what is due first on top."""
    # Not "exists": for a page of thirty PostgreSQL would first read every open handover of the city.
    offered = Subquery(Handover.objects.filter(question=OuterRef("pk"), ended_at=None).values("pk")[:1])
    listed = questions.only(*ON_A_ROW).annotate(is_offered=IsNull(offered, False), **OF_OTHERS)
    return cast("QuerySet[Listed]", listed.order_by("next_on", "pk"))


def my_questions(user: User) -> Asked[Listed]:
    """What somebody holds, in all their houses."""
    return _held_by(house_ids_of(user, *people_rules.DESK_KINDS), user_id=user.pk)


@asked_often
def _held_by(at_a_desk: list[int], *, user_id: int) -> QuerySet[Listed]:
    held = as_rows(access.held_by(user_id, at_a_desk=at_a_desk))
    return held.annotate(shared_fields=access.fields_shared_with(user_id))


def offers(user: User) -> list[Handover]:
    """What waits for somebody's own yes or no; only who is the face of a partner is asked for."""
    if professional_of(user) is None:
        return []
    return list(access.offered_handovers(user).select_related("question__house", "sender")[:PAGE])


def house_questions(user: User, house: House) -> Asked[Listed]:
    """The open questions of one house, for who may see its list."""
    return _open_in(house_ids_of(user, *people_rules.HOUSE_LIST_KINDS), house_id=house.pk)


def _of_one(house_ids: list[int], house_id: int) -> QuestionQuerySet:
    """What somebody who sees the lists of some houses finds on the list of one."""
    return access.listed_in(house_ids).filter(house=house_id)


@asked_often
def _open_in(house_ids: list[int], *, house_id: int) -> QuerySet[Listed]:
    return as_rows(_of_one(house_ids, house_id).open())


def viewed_questions(user: User, house: House, *, view: str, on: date) -> Asked[Listed]:
    """The list of a house, or one of the views on it: new, late, partner, follow-up, unseen, gives-back."""
    houses, house_id = house_ids_of(user, *people_rules.HOUSE_LIST_KINDS), house.pk
    quiet_since = clock.now() - timedelta(days=house.unseen_days)
    views: dict[str, Callable[[], Asked[Listed]]] = {
        "new": lambda: _new_in(houses, house_id=house_id),
        "late": lambda: _late_in(houses, house_id=house_id, on=on),
        "partner": lambda: _with_a_partner_in(houses, house_id=house_id),
        "follow-up": lambda: _to_follow_up_in(houses, house_id=house_id, on=on),
        "unseen": lambda: _unseen_in(houses, house_id=house_id, since=quiet_since),
        "gives-back": lambda: _giving_rows_in(houses, house_id=house_id),
    }
    return views[view]() if view in views else house_questions(user, house)


@asked_often
def _new_in(house_ids: list[int], *, house_id: int) -> QuerySet[Listed]:
    return as_rows(_of_one(house_ids, house_id).not_taken_up())


@asked_often
def _late_in(house_ids: list[int], *, house_id: int, on: date) -> QuerySet[Listed]:
    return as_rows(_of_one(house_ids, house_id).overdue(on=on))


@asked_often
def _with_a_partner_in(house_ids: list[int], *, house_id: int) -> QuerySet[Listed]:
    rows = as_rows(_of_one(house_ids, house_id).open())
    return rows.filter(Q(is_offered=True) | Q(holder_partner__isnull=False))


@asked_often
def _to_follow_up_in(house_ids: list[int], *, house_id: int, on: date) -> QuerySet[Listed]:
    # Only what was answered waits for a follow-up; saying so spares PostgreSQL nine looks of ten.
    due = FollowUp.objects.filter(question=OuterRef("pk"), ended_at=None, due_on__lte=on)
    return as_rows(_of_one(house_ids, house_id).filter(Exists(due), answered_at__isnull=False).open())


@asked_often
def _unseen_in(house_ids: list[int], *, house_id: int, since: datetime) -> QuerySet[Listed]:
    return as_rows(_of_one(house_ids, house_id).unseen(since=since))


@asked_often
def _giving_rows_in(house_ids: list[int], *, house_id: int) -> QuerySet[Listed]:
    rows = as_rows(_of_one(house_ids, house_id).giving_back())
    return rows.only(*ON_A_ROW, "gives_back").order_by("closed_at", "pk")


def counts(user: User, house: House, *, on: date) -> dict[str, int]:
    """How many questions each view holds, in one query."""
    quiet_since = clock.now() - timedelta(days=house.unseen_days)
    houses = house_ids_of(user, *people_rules.HOUSE_LIST_KINDS)
    listed, of_listed = _counted_in(houses, house_id=house.pk).sql_with_values()
    giving, of_giving = _giving_back_in(houses, house_id=house.pk).sql_with_values()
    with connection.cursor() as cursor:
        values = [on, on, quiet_since, *of_giving, *of_listed]
        cursor.execute(COUNTS.format(listed=listed, giving=giving), values)
        return dict(zip(VIEWS, cursor.fetchone(), strict=True))


@asked_often
def _counted_in(house_ids: list[int], *, house_id: int) -> QuerySet[Question, dict[str, Any]]:
    return _of_one(house_ids, house_id).open().values(*COUNTED)


@asked_often
def _giving_back_in(house_ids: list[int], *, house_id: int) -> QuerySet[Question, Any]:
    return _of_one(house_ids, house_id).giving_back().values("id")


def day_sheet(user: User, house: House, *, on: date) -> QuerySet[Listed]:
    """What is due today or was due before, for the paper sheet of the day."""
    return as_rows(access.listed_questions(user).filter(house=house, next_on__lte=on).open())


def own_day_sheet(user: User, *, on: date) -> QuerySet[Listed]:
    """What somebody holds that is due today or was due before."""
    held = as_rows(access.held_questions(user).filter(next_on__lte=on))
    return held.annotate(shared_fields=access.shared_fields(user))
