"""To whose account a face belongs."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.actions import invite_user
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.trail.leaving import what_lies_with
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners import access
from wijkhuis.house.partners.actions.holding import hold_professional
from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.house.people import rules
from wijkhuis.house.people.access import has_role, house_ids_of
from wijkhuis.house.people.actions import give_role
from wijkhuis.house.people.models import Role


@transaction.atomic
def give_account(
    professional: Professional, *, house: House, user: User | None = None, email: str = "", by: Actor
) -> User:
    """Let a face belong to the account of a colleague, or to who is invited by e-mail; they may work at the desk."""
    _demand_may_keep(professional, by)
    hold_professional(professional)
    demand(professional.left_on is None, _("This person does not work here any more."))
    demand(professional.user_id is None, _("This face belongs to an account already."))
    ties = Partnership.objects.filter(partner=professional.partner_id, house=house, ended_on=None)
    demand(ties.exists(), _("This partner does not work with this house."))
    demand(user is None or house.pk in house_ids_of(user), _("This person does not work in this house."))
    demand(user is not None or bool(email.strip()), _("Choose a colleague, or fill in an e-mail address."))
    who = user or _invited(professional, email=email, by=by)
    _free(who, by)
    if not has_role(who, house, *rules.DESK_KINDS):
        give_role(who, kind=Role.Kind.PROFESSIONAL, house=house, by=by)
    professional.user = who
    professional.save(update_fields=["user"])
    record("partners.account_given", professional, by=by)
    return who


@transaction.atomic
def take_account(professional: Professional, *, by: Actor) -> None:
    """A face does not belong to an account any more; what lies with it goes back to the house."""
    _demand_may_keep(professional, by)
    hold_professional(professional)
    demand(professional.user_id is not None, _("This face does not belong to an account."))
    _give_back(professional, by)
    professional.user = None
    professional.save(update_fields=["user"])
    record("partners.account_taken", professional, by=by)


def _demand_may_keep(professional: Professional, by: Actor) -> None:
    allowed = access.may_keep_face(by.user, professional)
    demand(allowed, _("Ask the coordinator of your house to do this."), error=NotYours)


def _invited(professional: Professional, *, email: str, by: Actor) -> User:
    return invite_user(
        email=email,
        first_name=professional.first_name,
        last_name=professional.last_name,
        function=professional.function,
        by=by.user,
    )


def _free(user: User, by: Actor) -> None:
    """One account is one face: who works elsewhere keeps that one, who left there begins anew here."""
    known = Professional.objects.select_for_update(of=("self",)).filter(user=user).select_related("partner").first()
    if known is None:
        return
    demand(
        known.left_on is not None,
        _("This account belongs to %(name)s of %(partner)s already.")
        % {"name": known.full_name, "partner": known.partner.name},
    )
    _give_back(known, by)
    known.user = None
    known.save(update_fields=["user"])


def _give_back(professional: Professional, by: Actor) -> None:
    for lying in what_lies_with(professional):
        lying.give_back(by=by)
