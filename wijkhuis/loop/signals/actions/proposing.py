"""Proposals of what belongs together: made every night and on demand, decided on by people.

A proposal that waits is updated, not remade, so that a list is stable from week to week. No personal file is read: only
signals.
"""

from collections.abc import Iterator
from uuid import UUID

from django.db import OperationalError, connection, transaction
from psycopg.errors import DeadlockDetected, LockNotAvailable

from wijkhuis.base import clock
from wijkhuis.base.batches import batches
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.queue import leave_work_named
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.actions.asking import demand_group
from wijkhuis.loop.signals.actions.meaning import keep_meanings
from wijkhuis.loop.signals.models import Proposal, Signal, Theme
from wijkhuis.loop.signals.queries.changing import changes
from wijkhuis.loop.signals.queries.looking import Look, Through, Wish, signals_of

Kind = Proposal.Kind
ALONE = "SELECT pg_advisory_xact_lock(hashtext('signals.propose_themes'), %s)"
# Well within the second after which PostgreSQL ends one of two that wait for each other: it is never the person.
GIVE_WAY = "SET LOCAL lock_timeout = '200ms'"
TRIES = 50
AT_ONCE = 5000


@transaction.atomic
def ask_to_look(house: House, *, by: Actor) -> None:
    """Let the worker look now what belongs together, not only tonight; asking twice is asking once."""
    demand_group(house, by=by)
    leave_work_named("signals.propose_for", once=f"signals.propose_for-{house.pk}", house_id=house.pk)
    record("signals.asked_to_look", house, by=by)


def propose_themes(house: House, *, thorough: bool = False) -> int:
    """Look what belongs together among the signals of a house; gives how many proposals wait.

    What is new is compared with everything; when `thorough`, or much is new, everything is grouped again.
    """
    # What sentences mean is kept as it is computed: that may take minutes, and nobody has to wait for it.
    new = keep_meanings(house)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(ALONE, [house.pk])
        look = Look(house, new, thorough=thorough)
        wishes = [*look.growing(), *look.new_themes(), *changes(look)]
        return _keep_between_people(look, wishes)


def _keep_between_people(look: Look, wishes: list[Wish]) -> int:
    """Write what waits without standing in the way of who says yes or no: they go first, and we try again."""
    for tries_left in reversed(range(TRIES)):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(GIVE_WAY)
                return _keep(look, wishes)
        except OperationalError as problem:
            if not tries_left or not isinstance(problem.__cause__, LockNotAvailable | DeadlockDetected):
                raise
    return 0


def _keep(look: Look, wishes: list[Wish]) -> int:
    """Write what waits: changed where it changed, gone where nothing is left to say; what was decided stays."""
    undecided = Proposal.objects.select_for_update(of=("self",)).filter(house=look.house, decided_on=None)
    waiting = {one.pk: one for one in undecided.order_by("pk")}
    known = signals_of(list(waiting.values()))
    new: list[tuple[Proposal, Wish]] = []
    kept: set[int] = set()
    for pk, wish in _still_of_use(look, wishes):
        if pk is None:
            new.append((_proposal(look.house, wish), wish))
        elif pk in waiting:
            kept.add(pk)
            _change(pk, wish, known=known[pk])
    # What began to wait after the look, because somebody took back a yes, is for the next look.
    seen = {one.pk for one in look.waiting}
    Proposal.objects.filter(pk__in=(seen & set(waiting)) - kept, decided_on=None).delete()
    for proposal, wish in new:
        proposal.save()
        _tie(proposal.pk, wish.signals)
    # Otherwise the database looks at themes and signals when we are done, where trying again is too late.
    connection.check_constraints()
    return len(kept) + len(new)


def _still_of_use(look: Look, wishes: list[Wish]) -> Iterator[tuple[int | None, Wish]]:
    """Wishes about themes that are still open, each with the proposal that waited for it when the look began."""
    waited = {(one.kind, one.theme_id, one.other_id): one.pk for one in look.waiting if one.kind != Kind.NEW}
    is_open = {None, *Theme.objects.open().filter(house=look.house).values_list("pk", flat=True)}
    for wish in wishes:
        if {wish.theme, wish.other} <= is_open:
            yield wish.kept or waited.get((wish.kind, wish.theme, wish.other)), wish


def _change(pk: int, wish: Wish, *, known: set[UUID]) -> None:
    if known != wish.signals:
        _untie(pk, known - wish.signals)
        _tie(pk, wish.signals - known)
        Proposal.objects.filter(pk=pk).update(closeness=wish.closeness)


def _proposal(house: House, wish: Wish) -> Proposal:
    return Proposal(
        house=house,
        kind=wish.kind,
        name=wish.name,
        known_as=wish.known_as,
        theme_id=wish.theme,
        other_id=wish.other,
        closeness=wish.closeness,
        # A day would tell on which day the signals came of which nothing but the month is kept.
        made_on=clock.today().replace(day=1),
    )


def _tie(proposal: int, signals: set[UUID]) -> None:
    for some in batches(sorted(signals), size=AT_ONCE):
        # Who wrote one a moment ago may have taken it back since we looked.
        there = Signal.objects.filter(pk__in=some).values_list("pk", flat=True)
        Through.objects.bulk_create([Through(proposal_id=proposal, signal_id=pk) for pk in there])


def _untie(proposal: int, signals: set[UUID]) -> None:
    for some in batches(sorted(signals), size=AT_ONCE):
        Through.objects.filter(proposal_id=proposal, signal_id__in=some).delete()
