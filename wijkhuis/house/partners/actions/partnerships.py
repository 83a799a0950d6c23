"""Beginning and ending working together."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.words import tidy
from wijkhuis.base.trail.leaving import what_lies_with
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners import access
from wijkhuis.house.partners.actions.holding import hold_partnership
from wijkhuis.house.partners.models import Attendance, Partner, Partnership


@transaction.atomic
def start_partnership(house: House, *, name: str, kind: str, facts: Mapping[str, Any], by: Actor) -> Partnership:
    """Work together with a partner, new or known in the city; again after an end is a new start.

    `facts`: answer_days, functions, function_email, function_phone.
    """
    _demand_may(by, house)
    partner = _partner(tidy(name), kind=kind)
    tie = Partnership.objects.filter(partner=partner, house=house).first() or Partnership(partner=partner, house=house)
    demand(tie.pk is None or tie.ended_on is not None, _("This partner works with your house already."))
    tie.ended_on = None
    return _keep(tie, facts, action="partners.partnership_started", by=by)


@transaction.atomic
def change_partnership(tie: Partnership, *, facts: Mapping[str, Any], by: Actor) -> Partnership:
    """Change how a partner can be asked."""
    _demand_may(by, tie.house)
    return _keep(tie, facts, action="partners.partnership_changed", by=by)


@transaction.atomic
def end_partnership(tie: Partnership, *, by: Actor) -> None:
    """Stop working together in this house; what lies with the partner goes back, and nobody of them is expected."""
    _demand_may(by, tie.house)
    hold_partnership(tie)
    demand(tie.ended_on is None, _("This partnership has already ended."))
    for lying in what_lies_with(tie):
        lying.give_back(by=by)
    tie.ended_on = clock.today()
    tie.save(update_fields=["ended_on"])
    Attendance.objects.filter(house=tie.house, professional__partner=tie.partner).delete()
    record("partners.partnership_ended", tie, by=by)


def _demand_may(by: Actor, house: House) -> None:
    allowed = access.may_manage_partners(by.user, house)
    demand(allowed, _("Ask the coordinator of your house to do this."), error=NotYours)


def _partner(name: str, *, kind: str) -> Partner:
    """The partner with this name, whatever the capitals; made when there is none."""
    if known := Partner.objects.filter(name__iexact=name).first():
        return known
    partner = Partner(name=name, kind=kind)
    partner.full_clean()
    partner.save()
    return partner


def _keep(tie: Partnership, facts: Mapping[str, Any], *, action: str, by: Actor) -> Partnership:
    for name in ("answer_days", "functions", "function_email", "function_phone"):
        if name in facts:
            setattr(tie, name, facts[name])
    tie.full_clean()
    tie.save()
    record(action, tie, by=by)
    return tie
