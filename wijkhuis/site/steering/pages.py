"""The pages of this room on top of every page of staff."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.house.people.models import Role
from wijkhuis.house.people.pages import StaffPage

STAFF_PAGES = [
    StaffPage("steering:city", _("The city"), frozenset({Role.Kind.STEERING, Role.Kind.ADMINISTRATOR}), place=7),
]
