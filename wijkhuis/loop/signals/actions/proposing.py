"""Proposals of what belongs together: made every night and on demand, decided on by people.

A proposal that waits is updated, not remade, so that a list is stable from week to week. No personal file is read: only
signals.
"""

from uuid import UUID

from django.db import connection, transaction

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.messages.queue import leave_work_named
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.actions.asking import demand_group
from wijkhuis.loop.signals.actions.meaning import keep_meanings
from wijkhuis.loop.signals.models import Proposal
from wijkhuis.loop.signals.queries.changing import changes
from wijkhuis.loop.signals.queries.looking import Look, Through, Wish, signals_of

Kind = Proposal.Kind
ALONE = "SELECT pg_advisory_xact_lock(hashtext('signals.propose_themes'), %s)"


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
        _keep(house, wishes)
    return len(wishes)


def _keep(house: House, wishes: list[Wish]) -> None:
    """Write what waits: changed where it changed, gone where nothing is left to say."""
    waiting = {one.pk: one for one in Proposal.objects.filter(house=house, decided_on=None)}
    by_theme = {(one.kind, one.theme_id, one.other_id): one.pk for one in waiting.values() if one.kind != Kind.NEW}
    known = signals_of(list(waiting.values()))
    new: list[tuple[Proposal, Wish]] = []
    kept: set[int] = set()
    for wish in wishes:
        pk = wish.kept or by_theme.get((wish.kind, wish.theme, wish.other))
        if pk is None:
            new.append((_proposal(house, wish), wish))
            continue
        kept.add(pk)
        if known[pk] != wish.signals:
            _untie(pk, known[pk] - wish.signals)
            _tie(pk, wish.signals - known[pk])
            Proposal.objects.filter(pk=pk).update(closeness=wish.closeness)
    Proposal.objects.filter(pk__in=set(waiting) - kept).delete()
    for proposal, wish in new:
        proposal.save()
        _tie(proposal.pk, wish.signals)


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
    ties = [Through(proposal_id=proposal, signal_id=pk) for pk in sorted(signals)]
    Through.objects.bulk_create(ties, batch_size=5000)


def _untie(proposal: int, signals: set[UUID]) -> None:
    gone = sorted(signals)
    for start in range(0, len(gone), 5000):
        Through.objects.filter(proposal_id=proposal, signal_id__in=gone[start : start + 5000]).delete()
