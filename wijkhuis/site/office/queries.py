"""Reads of the office."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.language.words import fold
from wijkhuis.base.trail.people import Kept, kept_of_person
from wijkhuis.house.neighbourhood.models import House, OpeningHours
from wijkhuis.house.people.access import coordinated_households, house_ids_of, roles_of
from wijkhuis.house.people.models import Role
from wijkhuis.house.people.rules import DESK_KINDS
from wijkhuis.loop.desk.models import Opening, Question
from wijkhuis.loop.desk.queries.carrying import Carrier, carriers
from wijkhuis.loop.desk.queries.mine import written
from wijkhuis.loop.desk.queries.person import questions_of_person, reaches_of
from wijkhuis.site.office import access


@dataclass
class Colleague:
    """Somebody of the team with all their roles."""

    user: User
    roles: list[Role] = field(default_factory=list)


@dataclass(frozen=True)
class Beginning:
    """What a house still lacks before it can receive people."""

    has_no_team: bool
    has_no_hours: bool
    has_no_first_holder: bool

    @property
    def is_done(self) -> bool:
        """Whether nothing is lacking."""
        return not (self.has_no_team or self.has_no_hours or self.has_no_first_holder)


@dataclass(frozen=True)
class Leaving:
    """What somebody who leaves holds in one house, and the colleagues who could take it over."""

    house: House
    colleagues: list[Carrier]
    questions: int
    households: int
    is_first_holder: bool

    @property
    def needs_an_heir(self) -> bool:
        """Whether somebody must take something over."""
        return bool(self.questions or self.households or self.is_first_holder)


def demand_houses(user: User) -> list[House]:
    """The houses somebody looks after; stops with a sentence when there are none."""
    houses = list(access.visible_houses(user))
    demand(bool(houses), _("You do not manage a house."), error=NotYours)
    return houses


def by_person(roles: Iterable[Role]) -> list[Colleague]:
    """The team, each person once."""
    people: dict[int, Colleague] = {}
    for role in roles:
        people.setdefault(role.user_id, Colleague(role.user)).roles.append(role)
    return list(people.values())


def carriers_of(house: House) -> list[Carrier]:
    """Who works at the desk and how much each carries."""
    return carriers(house)


def leaving(user: User, house: House, *, ends: Iterable[Role]) -> Leaving:
    """What somebody leaves behind in a house when these roles end, and who could take it over."""
    ending = {role.pk for role in ends}
    stays = any(
        role.house_id == house.pk and role.kind in DESK_KINDS and role.pk not in ending for role in roles_of(user)
    )
    colleagues = [carrier for carrier in carriers(house) if carrier.user != user]
    if stays:
        return Leaving(house, colleagues, questions=0, households=0, is_first_holder=False)
    return Leaving(
        house,
        colleagues,
        questions=Question.objects.open().filter(house=house, holder=user).count(),
        households=coordinated_households(user, house).count(),
        is_first_holder=house.first_holder_id == user.pk,
    )


def what_waits(house: House) -> int:
    """How many open questions a house has; a number, no contents."""
    return Question.objects.open().filter(house=house).count()


def beginning_of(house: House) -> Beginning:
    """What is still to be done at a house that was just made."""
    team = Role.objects.active(on=clock.today()).filter(house=house, kind__in=DESK_KINDS)
    return Beginning(
        has_no_team=not team.exists(),
        has_no_hours=not OpeningHours.objects.filter(place__house=house).exists(),
        has_no_first_holder=house.takes_web_questions and house.first_holder_id is None,
    )


def questions_of(user: User, *, phone: str, email: str, code: str, called: str) -> QuerySet[Question]:
    """Questions of one person, in the houses somebody coordinates."""
    mine = access.questions_to_show_or_forget(user)
    if code:
        mine = mine.filter(short_code=written(code))
    found = questions_of_person(phone=phone, email=email, called=called) if phone or email or called else mine
    return found.filter(pk__in=mine.values("pk")).select_related("contact", "house").order_by("pk")


def are_several(questions: Iterable[Question]) -> bool:
    """Whether these questions have more than one name: a number may be of a family, or of who helps neighbours."""
    return len({fold(question.contact.called) for question in questions if question.contact} - {""}) > 1


def kept_beside(user: User, questions: Iterable[Question], *, phone: str, email: str) -> list[Kept]:
    """What else is kept of the person behind these questions, in the houses somebody coordinates."""
    houses = house_ids_of(user, Role.Kind.COORDINATOR)
    return [one for one in kept_of_person(reaches_of(questions, phone=phone, email=email)) if one.house_id in houses]


def look_rows(lines: Iterable[JournalLine]) -> list[dict[str, Any]]:
    """Looks in words: who, when and why, and the number of the question; not what it is about."""
    reasons = dict(Opening.Why.choices)
    return [
        {
            "who": line.actor.introduction if line.actor else line.actor_label,
            "at": line.at,
            "why": reasons.get(line.reason, line.reason),
            "number": line.about_id,
        }
        for line in lines
    ]


def number(text: str) -> int:
    """A positive number from an address or form; 0 when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def is_own_page(address: str) -> bool:
    """Whether an address leads to a page of this house and not elsewhere."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
