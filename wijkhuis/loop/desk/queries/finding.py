"""Finding questions by their words or the code of a slip."""

from datetime import datetime

from django.db.models import QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often, planned_for_these_values
from wijkhuis.base.language.words import tidy
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import house_ids_of
from wijkhuis.loop.desk import access, rules
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.lists import PAGE, Listed, as_rows
from wijkhuis.loop.desk.queries.mine import written


def found_questions(user: User, text: str) -> list[Listed]:
    """At most a page of questions whose words hold what was typed, or that have this short code; newest first."""
    text, code = tidy(text)[:200], written(text)
    if not text:
        return []
    listed = house_ids_of(user, *people_rules.HOUSE_LIST_KINDS)
    at_a_desk = house_ids_of(user, *people_rules.DESK_KINDS)
    with planned_for_these_values():
        found = _with_words(listed, at_a_desk, user_id=user.pk, text=text)[:PAGE]
    if rules.is_code(code):
        found = [*_with_code(listed, at_a_desk, user_id=user.pk, code=code), *found][:PAGE]
    return list(_rows_of([pk for pk, _asked_at in found], user_id=user.pk)) if found else []


@asked_often
def _rows_of(questions: list[int], *, user_id: int) -> QuerySet[Listed]:
    rows = as_rows(Question.objects.filter(pk__in=questions))
    return rows.annotate(shared_fields=access.fields_shared_with(user_id)).order_by("-asked_at", "-pk")


@asked_often
def _with_words(
    listed: list[int], at_a_desk: list[int], *, user_id: int, text: str
) -> QuerySet[Question, tuple[int, datetime]]:
    found = access.visible_to(listed, at_a_desk, user_id=user_id).whose_words_hold(text)
    found = found.filter(access.knows_the_words(listed, user_id=user_id))
    return found.order_by("-asked_at", "-pk").values_list("pk", "asked_at")


@asked_often
def _with_code(
    listed: list[int], at_a_desk: list[int], *, user_id: int, code: str
) -> QuerySet[Question, tuple[int, datetime]]:
    found = access.visible_to(listed, at_a_desk, user_id=user_id).filter(short_code=code)
    return found.order_by("-asked_at", "-pk").values_list("pk", "asked_at")
