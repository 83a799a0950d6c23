"""The page of this room on top of every page of staff, with how many calls and entries wait for an answer."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.house.fieldwork.queries import waits_for
from wijkhuis.house.fieldwork.rules import DOER_KINDS
from wijkhuis.house.people.pages import StaffPage

STAFF_PAGES = [
    StaffPage("fieldwork:today", _("To find out"), DOER_KINDS, place=4, count=waits_for),
]
