"""The pages of this room on top of every page of staff."""

from wijkhuis.house.people.pages import Spot, StaffPage

STAFF_PAGES = [
    StaffPage("home:start", spot=Spot.START),
    StaffPage("home:help", spot=Spot.HELP),
]
