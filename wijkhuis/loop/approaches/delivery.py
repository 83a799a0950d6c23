"""Bringing news to one person: in their language and by their way, once; the caller gives each a transaction."""

from django.db import transaction

from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.approaches.models import Hearing, Told
from wijkhuis.loop.desk.actions.telling import tell_resident
from wijkhuis.loop.desk.models import Question

NEWS = "approaches/news"


@transaction.atomic
def tell_one(told: Told, *, question_id: int) -> Hearing | None:
    """Tell one person, unless they heard it already or were forgotten in between."""
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("house", "contact")
        .filter(pk=question_id, forgotten_at=None)
        .first()
    )
    if question is None:
        return None
    hearing, is_new = Hearing.objects.get_or_create(told=told, question=question, defaults={"way": Hearing.Way.PAGE})
    if not is_new:
        return None
    hearing.way = _way(question)
    hearing.save(update_fields=["way"])
    return hearing


def _way(question: Question) -> str:
    contact = question.contact
    if contact is None or contact.way == ContactWish.Way.NONE:
        return Hearing.Way.PAGE
    # Where no message can arrive, somebody tells it: by phone, or when they come by.
    return Hearing.Way.MESSAGE if tell_resident(question, template=NEWS) else Hearing.Way.PERSON
