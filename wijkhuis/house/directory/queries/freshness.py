"""How fresh the map is, what to ask whom first, and which answers ask for work."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet, Subquery, Value, Window
from django.db.models.functions import Coalesce

from wijkhuis.base.accounts.models import User
from wijkhuis.base.messages.addresses import is_mobile
from wijkhuis.base.messages.models import Channel
from wijkhuis.base.messages.queries import goes_by_notify
from wijkhuis.base.messages.rules import Address
from wijkhuis.house.directory.models import Check, Choice, Entry, Outcome, Verification
from wijkhuis.house.directory.models.entries import KNOWN_ON, EntryQuerySet
from wijkhuis.house.directory.rules.freshness import Age, limits
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.neighbourhood.queries import houses_to_visit

Thing = TypeVar("Thing", bound=Model)
# So many lines at once; what comes after them is said in a number.
AT_ONCE = 40


@dataclass(frozen=True)
class Part:
    """One piece of the picture: how many entries, where it begins and how wide it is (per thousand)."""

    age: Age
    count: int
    start: int
    width: int


@dataclass(frozen=True)
class Picture:
    """How fresh a map is: published entries by age, and how many of them nobody ever looked at."""

    parts: tuple[Part, ...]
    total: int
    never: int

    @property
    def fresh_percent(self) -> int:
        """How many of a hundred were known to be right in the last half year."""
        fresh = next((part.count for part in self.parts if part.age is Age.FRESH), 0)
        return round(100 * fresh / self.total) if self.total else 0


@dataclass(frozen=True)
class Some(Generic[Thing]):
    """The first of a list, and how many more there are."""

    first: list[Thing]
    more: int

    def __bool__(self) -> bool:
        return bool(self.first)


@dataclass
class Group:
    """What to ask one keeper (a colleague, or a name with an e-mail address), or nobody yet."""

    keeper: User | None
    name: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def can_ask(self) -> bool:
        """Whether a question reaches them by itself; else somebody calls."""
        return bool(self.keeper) or bool(self.name and addresses_of(self.entries[0]))


def map_of(house: House | None) -> EntryQuerySet:
    """The published entries a house keeps fresh; without a house those of the whole city."""
    known = Entry.objects.filter(is_published=True)
    return known.of_house(house) if house else known


def picture_of(house: House | None, *, on: date) -> Picture:
    """How fresh the map of a house is; one query."""
    edges = limits(on)
    counts = (
        map_of(house)
        .annotate(known_on=KNOWN_ON)
        .aggregate(
            fresh=Count("pk", filter=Q(known_on__gt=edges.old)),
            old=Count("pk", filter=Q(known_on__lte=edges.old, known_on__gt=edges.inactive)),
            inactive=Count("pk", filter=Q(known_on__lte=edges.inactive)),
            never=Count("pk", filter=Q(verified_on=None)),
        )
    )
    total = sum(counts[age] for age in Age)
    parts: list[Part] = []
    start = 0
    for age in Age:
        until = round(1000 * sum(part.count for part in parts) / total + 1000 * counts[age] / total) if total else 0
        parts.append(Part(age, counts[age], start, until - start))
        start = until
    return Picture(tuple(parts), total, counts["never"])


def ask_first(house: House | None, *, on: date) -> QuerySet[Entry]:
    """What to ask first: most chosen, then oldest. Each with `chosen` (colleagues) and `asked_on`."""
    chosen = (
        Choice.objects.filter(entry=OuterRef("pk")).values("entry").annotate(people=Count("chosen_by", distinct=True))
    )
    asked = Check.objects.filter(entry=OuterRef("pk"), answered_on=None).values("asked_on")
    known = map_of(house).annotate(
        known_on=KNOWN_ON, chosen=Coalesce(Subquery(chosen.values("people")), 0), asked_on=Subquery(asked[:1])
    )
    edge = limits(on).old
    needed = known.filter(Q(known_on__lte=edge) | Q(verified_on=None, chosen__gt=0))
    return needed.select_related("keeper", "neighbourhood").order_by("-chosen", "known_on", "name")


def by_keeper(entries: Iterable[Entry]) -> list[Group]:
    """The same entries under who can be asked; who has the most urgent one comes first, nobody comes last."""
    groups: dict[object, Group] = {}
    for entry in entries:
        keeper = entry.keeper if entry.keeper and entry.keeper.is_active else None
        reach = entry.keeper_email.casefold() or entry.keeper_phone
        key = keeper.pk if keeper else reach
        name = keeper.first_name if keeper else entry.keeper_name or reach
        groups.setdefault(key, Group(keeper, name)).entries.append(entry)
    return sorted(groups.values(), key=lambda group: not group.name)


def addresses_of(entry: Entry) -> list[Address]:
    """Where somebody of the organisation gets our question: by mail, or else as a text message when those can go."""
    addresses = [Address(Channel.EMAIL, entry.keeper_email)] if entry.keeper_email else []
    if is_mobile(entry.keeper_phone) and goes_by_notify(Channel.SMS):
        addresses.append(Address(Channel.SMS, entry.keeper_phone))
    return addresses


def asked_of(user: User, *, on: date) -> Some[Entry]:
    """What a colleague keeps right themselves and nobody looked at for half a year, or was asked about; one query."""
    return some_of(waiting_for(user.pk, edge=limits(on).old).order_by(KNOWN_ON.asc(), "name"))


def waiting_for(user_id: int, *, edge: date) -> QuerySet[Entry]:
    """The same, however much it is: known to be right on this day or before, or asked about."""
    is_asked = Exists(Check.objects.filter(entry=OuterRef("pk"), answered_on=None))
    mine = Entry.objects.filter(keeper=user_id, is_published=True).annotate(known_on=KNOWN_ON)
    return mine.filter(is_asked | Q(known_on__lte=edge))


def answers_with_work(house: House | None) -> Some[Check]:
    """Answers of keepers that ask for work and nobody has seen to, the oldest first."""
    waiting = Check.objects.filter(outcome__in=[Outcome.CHANGED, Outcome.GONE], is_done=False)
    waiting = waiting.filter(Q(house=house) | Q(house=None)) if house else waiting
    return some_of(waiting.select_related("entry").order_by("answered_on", "pk"))


def said_to_be_gone(house: House | None) -> Some[Entry]:
    """What a colleague did not find any more, and is still on the map; a manager decides."""
    last = Verification.objects.filter(entry=OuterRef("pk")).order_by("-on", "-pk")
    gone = map_of(house).filter(pk__in=Verification.objects.filter(outcome=Outcome.GONE).values("entry"))
    gone = gone.annotate(last=Subquery(last.values("outcome")[:1]), last_on=Subquery(last.values("on")[:1]))
    waits = Exists(Check.objects.filter(entry=OuterRef("pk"), outcome=Outcome.GONE, is_done=False))
    return some_of(gone.filter(~waits, last=Outcome.GONE).order_by("last_on"))


def some_of(things: QuerySet[Thing], *, after: int = 0) -> Some[Thing]:
    """The next of them after so many, and how many more there are, in one query."""
    counted = list(things.annotate(in_all=Window(Count(Value(1))))[after : after + AT_ONCE])
    return Some(counted, getattr(counted[0], "in_all", 0) - after - len(counted) if counted else 0)


def entries_to_ask(*, on: date, asked_before: date) -> list[Entry]:
    """What has a keeper, is old, and was not asked about since a day; the oldest first, no work waiting for it."""
    known = Entry.objects.filter(is_published=True).not_fresh(on=on).annotate(known_on=KNOWN_ON)
    told = ~Q(keeper_email="") | ~Q(keeper_phone="") if goes_by_notify(Channel.SMS) else ~Q(keeper_email="")
    kept = known.filter(Q(keeper__is_active=True) | told)
    recent = Check.objects.filter(entry=OuterRef("pk"), asked_on__gt=asked_before)
    work = Check.objects.filter(entry=OuterRef("pk"), outcome__in=[Outcome.CHANGED, Outcome.GONE], is_done=False)
    return list(kept.filter(~Exists(recent), ~Exists(work)).order_by("known_on", "pk"))


def house_for(entry: Entry, *, on: date) -> House | None:
    """The house that keeps an entry fresh: of its neighbourhood, else that took it up, else the first of the city."""
    houses = houses_to_visit(on=on)
    near = houses.filter(neighbourhoods=entry.neighbourhood_id) if entry.neighbourhood_id else houses.none()
    taken_up = houses.filter(pk__in=entry.house_notes.values("house"))
    return near.first() or taken_up.first() or houses.order_by("pk").first()
