"""The pages of this room on top of every page of staff."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.house.people import rules
from wijkhuis.house.people.pages import Spot, StaffPage

STAFF_PAGES = [
    StaffPage("desk:desk", kinds=rules.DESK_KINDS, spot=Spot.NEW_QUESTION, begins=True),
    StaffPage("desk:my_questions", _("My questions"), rules.DESK_KINDS, place=1),
    StaffPage("desk:house_questions", _("Questions of the house"), rules.HOUSE_LIST_KINDS, place=2),
    StaffPage("desk:discussions", _("Discussions"), rules.HOUSE_LIST_KINDS, place=3),
]
