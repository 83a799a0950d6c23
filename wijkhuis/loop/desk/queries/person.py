"""Finding one person, and everything the house knows about them."""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Func, Q, QuerySet, TextField, Value
from django.forms.models import model_to_dict

from wijkhuis.base.journal.queries import lines_about
from wijkhuis.base.language.words import tidy
from wijkhuis.base.messages.models import Message
from wijkhuis.base.trail.knowing import known_beside
from wijkhuis.base.trail.people import Kept
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.mine import written

# The last digits of a number are the same however it is written: 06 12.., +31 6 12.., 0031612...
SAME_DIGITS = 9
DIGITS = Func(
    F("contact__phone"),
    Value("[^0-9]"),
    Value(""),
    Value("g"),
    function="regexp_replace",
    output_field=TextField(),
)


def questions_of_person(
    *, phone: str = "", email: str = "", code: str = "", called: str = "", house: str = ""
) -> QuerySet[Question]:
    """Questions of one person by phone, e-mail, code or name, however written; all that is given must fit."""
    digits = "".join(re.findall(r"[0-9]", phone))
    is_whole = len(digits) >= SAME_DIGITS
    facts = {
        "digits__endswith": digits[-SAME_DIGITS:] if is_whole else "",
        "contact__phone": "" if is_whole else tidy(phone),
        "contact__email__iexact": tidy(email),
        "short_code": written(code),
        "contact__called__iexact": tidy(called),
    }
    given = Q(**{name: value for name, value in facts.items() if value})
    if not given:
        return Question.objects.none()
    # A code belongs to one house: without the house it says nothing.
    if house or code:
        given &= Q(house__slug=house)
    found = Question.objects.alias(digits=DIGITS).filter(given, forgotten_at=None)
    return found.select_related("contact", "house").order_by("pk")


def reaches_of(questions: Iterable[Question], *, phone: str = "", email: str = "") -> set[tuple[str, str]]:
    """Every number and address under which somebody is known: as they said, and as their questions hold."""
    contacts = [question.contact for question in questions if question.contact]
    return {(phone, email), *((contact.phone, contact.email) for contact in contacts)}


def everything_about(question: Question) -> dict[str, Any]:
    """All that is kept about one question and its asker, as plain values for a print or a file."""
    contact = model_to_dict(question.contact, exclude=["id", "house"]) if question.contact else {}
    return {
        "house": question.house.name,
        "question": model_to_dict(question, exclude=["id", "link_token", "contact", "household"]),
        "contact": contact,
        "household": model_to_dict(question.household) if question.household else {},
        "conversations": _rows(question.conversations.all()),
        "answers": _rows(question.answers.all()),
        "handovers": _rows(question.handovers.all(), leave_out=("link_digest", "code_digest")),
        "follow_ups": _rows(question.follow_ups.all()),
        "discussions": _rows(question.discussion_items.all()),
        "agreed_steps": _rows(question.agreed_steps.all()),
        "messages": _rows(Message.objects.filter(about_kind="question", about_id=question.pk), leave_out=("context",)),
        "journal": [
            {"at": line.at, "action": line.action, "who": _who(line), "reason": line.reason}
            for line in lines_about(question)
        ],
        **known_beside(question),
    }


def everything_beside(kept: Iterable[Kept]) -> list[dict[str, Any]]:
    """What is kept of a person without a question, house by house, as plain values."""
    found: dict[int, list[dict[str, Any]]] = {}
    for one in kept:
        found.setdefault(one.house_id, []).append({"what": one.words, **one.facts})
    names = dict(House.objects.filter(pk__in=found).values_list("pk", "name"))
    return [{"house": names[house], "kept": rows} for house, rows in found.items()]


def _rows(records: QuerySet[Any], *, leave_out: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    return [model_to_dict(record, exclude=["id", "question", *leave_out]) for record in records]


def _who(line: Any) -> str:
    return line.actor.introduction if line.actor else line.actor_label
