"""Taking a question down, in the words of the person who asks."""

import secrets
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import RESIDENT, Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.house.people import actions as people
from wijkhuis.loop.desk import access, rules
from wijkhuis.loop.desk.actions.shared import house_words
from wijkhuis.loop.desk.actions.telling import tell_link, tell_link_once_asked
from wijkhuis.loop.desk.actions.wishes import Wish, keep_wish
from wijkhuis.loop.desk.models import Question, Rung

OLDEST_PAPER = timedelta(days=366)


def write_down(
    house: House,
    *,
    words: str,
    by: Actor,
    wish: Wish | None = None,
    channel: str = Question.Channel.DESK,
    urgency: str = Question.Urgency.NORMAL,
    neighbourhood: Neighbourhood | None = None,
    language: str = "nl",
    asked_at: datetime | None = None,
    next_step: str = "",
    next_on: date | None = None,
    link_token: str = "",
) -> Question:
    """Keep a question at the desk, in the transaction of who calls this; whoever writes it down holds it."""
    user = by.user
    people.hold_roles(user)
    demand(user is not None and access.may_take_down(user, house), _("You do not work in this house."), error=NotYours)
    now = clock.now()
    asked = asked_at or now
    demand(asked <= now + timedelta(minutes=5), _("The question cannot have been asked in the future."))
    demand(asked > now - OLDEST_PAPER, _("This was asked more than a year ago. Check the date."))
    question = _keep(
        house,
        words=words,
        wish=wish,
        channel=channel,
        urgency=urgency,
        rung=Rung.PROFESSIONAL if urgency == Question.Urgency.NOW else Rung.SELF,
        neighbourhood=neighbourhood,
        language=language,
        asked_at=asked,
        taken_down_at=now,
        taken_down_by=user,
        taken_up_at=now,
        holder=user,
        next_step=clean_words(next_step) or house_words(gettext_noop("Think along and find out who can help")),
        next_on=next_on or default_day(urgency),
        link_token=link_token or new_link(),
    )
    tell_link(question)
    record("desk.question_taken_down", question, by=by)
    return question


take_down_question = transaction.atomic(write_down)


@transaction.atomic
def ask_online(
    house: House,
    *,
    words: str,
    wish: Wish | None = None,
    channel: str = Question.Channel.WEB,
    language: str = "nl",
    neighbourhood: Neighbourhood | None = None,
    link_token: str = "",
    by: Actor = RESIDENT,
) -> Question:
    """Keep a question that somebody asks by themselves; the house's first holder has it until somebody takes it up."""
    people.hold_roles(house.first_holder)
    # Who left while we waited for them is first holder no more.
    house.refresh_from_db(fields=["first_holder"])
    holder = house.first_holder
    demand(house.takes_web_questions and holder is not None, _("Call us or come by with this question."))
    now = clock.now()
    question = _keep(
        house,
        words=words,
        wish=wish,
        channel=channel,
        neighbourhood=neighbourhood,
        language=language,
        asked_at=now,
        taken_down_at=now,
        holder=holder,
        next_step=house_words(gettext_noop("Read this new question and take it up")),
        next_on=clock.add_working_days(clock.today(), 1),
        link_token=link_token or new_link(),
    )
    tell_link_once_asked(question)
    record("desk.question_asked_online", question, by=by)
    return question


def default_day(urgency: str) -> date:
    """The day of the next step when nobody chose one: today, the day after tomorrow, or in five working days."""
    if urgency == Question.Urgency.NOW:
        return clock.today()
    return clock.add_working_days(clock.today(), 2 if urgency == Question.Urgency.SOON else 5)


def new_link() -> str:
    """A link nobody can guess: 160 random bits."""
    return secrets.token_urlsafe(20)


def _keep(house: House, *, words: str, wish: Wish | None, asked_at: datetime, **facts: object) -> Question:
    words = clean_words(words)
    demand(bool(words), _("Write down the question in the words of the person who asks."))
    demand(len(words) <= 10_000, _("This is longer than we can keep. Make it shorter, in a few sentences."))
    question = Question(
        house=house,
        words=words,
        contact=keep_wish(house, wish),
        asked_at=asked_at,
        looked_at=clock.now(),
        last_contact_at=asked_at,
        **facts,
    )
    save_with_new_code(question)
    return question


def save_with_new_code(question: Question) -> None:
    """Save a question with a code that no other question of the house has."""
    for _attempt in range(5):
        question.short_code = "".join(secrets.choice(rules.CODE_ALPHABET) for _position in range(rules.CODE_LENGTH))
        try:
            with transaction.atomic():
                question.save()
        except IntegrityError as error:
            if "short_code" not in str(error):
                raise
        else:
            return
    raise RuleBroken(_("Something went wrong. Try again."))
