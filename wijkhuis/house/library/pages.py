"""The page of this room on top of every page of staff."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.house.people.pages import StaffPage
from wijkhuis.house.people.rules import STAFF_KINDS

STAFF_PAGES = [
    StaffPage("library:archive", _("Archive"), STAFF_KINDS, place=5),
]
