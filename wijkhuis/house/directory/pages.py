"""The pages of this room on top of every page of staff."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.house.people import rules
from wijkhuis.house.people.pages import StaffPage

STAFF_PAGES = [
    StaffPage("directory:entries", _("What is there"), rules.STAFF_KINDS, place=4),
]
