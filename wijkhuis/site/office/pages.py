"""The pages of this room on top of every page of staff."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.house.people import rules
from wijkhuis.house.people.models import Role
from wijkhuis.house.people.pages import Spot, StaffPage

STAFF_PAGES = [
    StaffPage("office:office", _("Office"), rules.MANAGE_KINDS | {Role.Kind.ADMINISTRATOR}, place=6, begins=True),
    StaffPage("office:choose", spot=Spot.CHOOSE_HOUSE),
]
