"""Keeping the faces of the people who work in the neighbourhood."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.words import fold, tidy
from wijkhuis.base.trail.leaving import what_lies_with
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners import access
from wijkhuis.house.partners.actions.holding import hold_professional
from wijkhuis.house.partners.models import Attendance, AttendanceChange, Partner, Professional

SAME = ("first_name", "last_name", "function")
WORDS = ("first_name", "last_name", "function", "ask_me_about", "for_whom", "phone", "email")


@transaction.atomic
def add_professional(
    partner: Partner, facts: Mapping[str, Any], *, house: House | None = None, by: Actor
) -> Professional:
    """Add the face of somebody who works for a partner, kept by this house; `facts` by the names of the fields."""
    houses = access.houses_that_add(by.user, partner)
    demand(bool(houses), _("Ask the coordinator of your house to do this."), error=NotYours)
    keeper = house if house in houses else houses[0]
    _demand_not_there(partner, facts)
    return _keep(Professional(partner=partner, kept_by=keeper), facts, action="partners.professional_added", by=by)


@transaction.atomic
def change_professional(professional: Professional, facts: Mapping[str, Any], *, by: Actor) -> Professional:
    """Change a face: one's own, or one that the own house keeps."""
    allowed = access.may_edit_professional(by.user, professional)
    demand(allowed, _("Only they themselves or the coordinator change this."), error=NotYours)
    return _keep(professional, facts, action="partners.professional_changed", by=by)


@transaction.atomic
def retire_professional(professional: Professional, *, by: Actor) -> None:
    """Somebody left; what lies with them goes back, and they are no longer shown or expected on any day."""
    allowed = access.may_keep_face(by.user, professional)
    demand(allowed, _("Ask the coordinator of your house to do this."), error=NotYours)
    hold_professional(professional)
    demand(professional.left_on is None, _("This person had already left."))
    for lying in what_lies_with(professional):
        lying.give_back(by=by)
    today = clock.today()
    professional.left_on = today
    professional.save(update_fields=["left_on"])
    Attendance.objects.filter(professional=professional).delete()
    AttendanceChange.objects.filter(professional=professional, on__gte=today).delete()
    record("partners.professional_retired", professional, by=by)


@transaction.atomic
def return_professional(professional: Professional, *, by: Actor) -> None:
    """Somebody works here again, or never left; their days are said anew."""
    allowed = access.may_keep_face(by.user, professional)
    demand(allowed, _("Ask the coordinator of your house to do this."), error=NotYours)
    demand(professional.left_on is not None, _("This person works here already."))
    professional.left_on = None
    professional.save(update_fields=["left_on"])
    record("partners.professional_returned", professional, by=by)


def _demand_not_there(partner: Partner, facts: Mapping[str, Any]) -> None:
    """A second face that looks the same would take the questions that are meant for the first."""
    Partner.objects.select_for_update(no_key=True).get(pk=partner.pk)
    there = Professional.objects.filter(partner=partner, left_on=None)
    new = _looks(facts.get(name, "") for name in SAME)
    same = any(_looks(getattr(face, name) for name in SAME) == new for face in there)
    demand(
        not same, _("This person stands there already. On the page of the face you read which house keeps it right.")
    )


def _looks(words: Iterable[str]) -> list[str]:
    """How a name reads at a glance: without capitals and accents, and an i is an i without its dot."""
    return [fold(tidy(one)).replace("ı", "i") for one in words]


def _keep(professional: Professional, facts: Mapping[str, Any], *, action: str, by: Actor) -> Professional:
    for name in WORDS:
        if name in facts:
            setattr(professional, name, tidy(facts[name]))
    if "languages" in facts:
        professional.languages = [tidy(language) for language in facts["languages"]]
    professional.full_clean()
    professional.save()
    if "neighbourhoods" in facts:
        professional.neighbourhoods.set(facts["neighbourhoods"])
    record(action, professional, by=by)
    return professional
