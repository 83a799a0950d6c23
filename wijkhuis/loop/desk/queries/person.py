"""Finding one person, and everything the house knows about them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Func, Q, QuerySet, TextField, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkhuis.base.journal.queries import lines_about
from wijkhuis.base.language.reach import last_digits
from wijkhuis.base.language.words import tidy
from wijkhuis.base.messages.queries import messages_about
from wijkhuis.base.trail.knowing import known_beside
from wijkhuis.base.trail.people import Kept
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.desk.models import Opening, Question
from wijkhuis.loop.desk.queries.deeds import deed_words
from wijkhuis.loop.desk.queries.mine import written
from wijkhuis.loop.desk.queries.plain import in_words, plain

# A number is the same however it is written: its last digits are compared.
DIGITS = Func(
    F("contact__phone"),
    Value("[^0-9]"),
    Value(""),
    Value("g"),
    function="regexp_replace",
    output_field=TextField(),
)

# What it said is in the outbox for a while and in no list; the rest is how the machine finds it.
NOT_OF_A_MESSAGE = ("context", "template", "about_kind", "about_id", "house_id", "tries", "reference")
# Who did something without an account, as the journal knows them.
WITHOUT_ACCOUNT = {
    "system": gettext_lazy("the program"),
    "resident": gettext_lazy("the resident"),
    "partner": gettext_lazy("the partner"),
}


def questions_of_person(
    *, phone: str = "", email: str = "", code: str = "", called: str = "", house: str = ""
) -> QuerySet[Question]:
    """Questions of one person by phone, e-mail, code or name, however written; all that is given must fit."""
    digits = last_digits(phone)
    facts = {
        "digits__endswith": digits,
        "contact__phone": "" if digits else tidy(phone),
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
    """All that is kept about one question and its asker, in words, for a print or a file."""
    reasons = {str(value): str(label) for value, label in Opening.Why.choices}
    messages = messages_about(question)
    return {
        _("house"): {_("name"): question.house.name},
        _("the question"): plain(question, leave_out=("house", "link_token", "contact", "household")),
        _("how to reach you"): plain(question.contact, leave_out=("house",)) if question.contact else {},
        _("household"): plain(question.household, leave_out=("house",)) if question.household else {},
        _("conversations"): _rows(question.conversations.all()),
        _("answers"): _rows(question.answers.all()),
        _("handovers"): _rows(question.handovers.all(), leave_out=("link_digest", "code_digest")),
        _("asked afterwards"): _rows(question.follow_ups.all()),
        _("in discussions"): _rows(question.discussion_items.all()),
        _("agreed steps"): _rows(question.agreed_steps.all(), leave_out=("item",)),
        _("messages"): _rows(messages, leave_out=NOT_OF_A_MESSAGE),
        _("who did or read what"): [
            {
                _("when"): in_words(line.at),
                _("what"): deed_words(line.action),
                _("who"): _who(line),
                **({_("why"): reasons.get(line.reason, line.reason)} if line.reason else {}),
            }
            for line in lines_about(question)
        ],
        **known_beside(question),
    }


def everything_beside(kept: Iterable[Kept]) -> list[dict[str, Any]]:
    """What is kept of a person without a question, house by house, as plain values."""
    found: dict[int, list[dict[str, Any]]] = {}
    for one in kept:
        facts = {str(name): in_words(value) for name, value in one.facts.items()}
        found.setdefault(one.house_id, []).append({_("what"): one.words, **facts})
    names = dict(House.objects.filter(pk__in=found).values_list("pk", "name"))
    return [
        {_("house"): {_("name"): names[house]}, _("kept without a question"): rows} for house, rows in found.items()
    ]


def _rows(records: QuerySet[Any], *, leave_out: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    return [plain(record, leave_out=("question", *leave_out)) for record in records]


def _who(line: Any) -> str:
    if line.actor:
        return line.actor.introduction
    label = line.actor_label.partition(":")[0]
    return str(WITHOUT_ACCOUNT.get(label, _("somebody without an account")))
