"""Finding questions by their words or the code of a slip."""

from datetime import datetime

from django.db.models import Q, QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often
from wijkhuis.base.language.words import tidy
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import house_ids_of
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.models import Question, QuestionQuerySet
from wijkhuis.loop.desk.queries.lists import PAGE, as_rows


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
def _found(
    listed: list[int], at_a_desk: list[int], *, user_id: int, text: str, code: str
) -> QuerySet[Question, tuple[int, datetime]]:
    visible = access.visible_to(listed, at_a_desk, user_id=user_id).order_by()
    by_words = visible.whose_words_hold(text).filter(access.knows_the_words(listed, user_id=user_id))
    # Each apart, because there is an index for each: together PostgreSQL would read all questions of the house.
    there, held = Q(house__pk__in=at_a_desk), Q(holder_id=user_id, closed_at=None)
    kinds = (by_words, visible.filter(short_code=code))
    first, *others = (found.filter(where).values_list("pk", "asked_at") for where in (there, held) for found in kinds)
    return first.union(*others).order_by("-asked_at", "-pk")
