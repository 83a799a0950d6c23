"""The group and its seats: made, given, renewed and ended by who composes it."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals import access
from wijkhuis.loop.signals.models import Seat, SignalGroup

# A term, unless the group says otherwise.
TERM_MONTHS = 24
LONGEST_MONTHS = 96


@transaction.atomic
def compose_group(house: House, *, by: Actor, **facts: Any) -> SignalGroup:
    """Make the group of a house, or change how it meets and how many residents it wants."""
    _demand_composer(house, by=by)
    House.objects.select_for_update().get(pk=house.pk)
    group = SignalGroup.objects.filter(house=house).first() or SignalGroup(house=house)
    for name in ("name", "every_weeks", "half_residents", "why_fewer_residents"):
        setattr(group, name, facts.get(name, getattr(group, name)))
    demand(bool(group.name), _("Give the group a name."))
    demand(group.half_residents or bool(group.why_fewer_residents), _("Say why fewer than half are residents."))
    group.save()
    record("signals.group_composed", group, by=by)
    return group


@transaction.atomic
def give_seat(group: SignalGroup, *, by: Actor, user: User | None = None, name: str = "", **facts: Any) -> Seat:
    """Give somebody a seat for a term: with an account, or by name, on paper."""
    _demand_composer(group.house, by=by)
    _demand_not_for_oneself(user, group.house, by=by)
    demand(user is not None or bool(name), _("Choose somebody with an account, or fill in a name."))
    starts_on: date = facts.get("starts_on") or clock.today()
    ends_on: date = facts.get("ends_on") or clock.add_months(starts_on, TERM_MONTHS)
    demand(ends_on > starts_on, _("The term ends before it begins."))
    demand(ends_on <= clock.add_months(clock.today(), LONGEST_MONTHS), _("A term is at most eight years."))
    sits = SignalGroup.objects.select_for_update().get(pk=group.pk).seats.taken(on=starts_on).filter(user=user)
    demand(user is None or not sits.exists(), _("This person already has a seat."))
    seat = Seat.objects.create(
        group=group,
        user=user,
        name="" if user else name[:80],
        is_resident=facts.get("is_resident", True),
        organisation=facts.get("organisation", "")[:120],
        chairs=facts.get("chairs", True),
        starts_on=starts_on,
        ends_on=ends_on,
    )
    record("signals.seat_given", group, by=by)
    return seat


@transaction.atomic
def renew_seat(seat: Seat, *, by: Actor) -> Seat:
    """Let somebody sit for another term, counted from the end of this one."""
    seat = _lock(seat, by=by)
    _demand_not_for_oneself(seat.user, seat.group.house, by=by)
    ends_on = max(seat.ends_on or clock.today(), clock.today())
    seat.ends_on = min(clock.add_months(ends_on, TERM_MONTHS), clock.add_months(clock.today(), LONGEST_MONTHS))
    seat.save(update_fields=["ends_on"])
    record("signals.seat_renewed", seat.group, by=by)
    return seat


@transaction.atomic
def end_seat(seat: Seat, *, by: Actor) -> Seat:
    """End a seat today: from now on this person reads no signals."""
    return _end(_lock(seat, by=by), by=by)


@transaction.atomic
def end_seats_of(user: User, *, by: Actor) -> None:
    """End every seat of somebody whose account closes; who calls this checked who may."""
    for seat in Seat.objects.select_for_update(of=("self",)).taken(on=clock.today()).filter(user=user):
        _end(seat, by=by)


@transaction.atomic
def end_seat_of_work(user: User, *, house: House, by: Actor) -> bool:
    """End the seat that somebody had from their work in a house; a resident keeps theirs. Tells whether.

    Who calls this checked who may.
    """
    seats = Seat.objects.select_for_update(of=("self",)).taken(on=clock.today())
    ended = [_end(seat, by=by) for seat in seats.filter(user=user, group__house=house, is_resident=False)]
    return bool(ended)


def _end(seat: Seat, *, by: Actor) -> Seat:
    seat.ends_on = clock.today()
    seat.starts_on = min(seat.starts_on, seat.ends_on)
    seat.save(update_fields=["starts_on", "ends_on"])
    record("signals.seat_ended", seat.group, by=by)
    return seat


def _lock(seat: Seat, *, by: Actor) -> Seat:
    _demand_composer(seat.group.house, by=by)
    locked: Seat = Seat.objects.select_for_update(of=("self",)).select_related("group__house").get(pk=seat.pk)
    return locked


def _demand_composer(house: House, *, by: Actor) -> None:
    demand(access.may_compose_group(by.user, house), _("The coordinator or the manager does this."), error=NotYours)


def _demand_not_for_oneself(user: User | None, house: House, *, by: Actor) -> None:
    # Who prepares the group reads its signals already; for the manager a seat would open them.
    own = user is not None and user == by.user and not access.in_group(user, house)
    demand(not own, _("You cannot give yourself a seat. Ask a colleague."), error=NotYours)
