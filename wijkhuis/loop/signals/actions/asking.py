"""What every action of the signal group begins with."""

from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals import access


def demand_group(house: House | int, *, by: Actor) -> None:
    """Go on only for somebody of the signal group of this house."""
    demand(access.in_group(by.user, house), _("This is for the signal group of the house."), error=NotYours)
