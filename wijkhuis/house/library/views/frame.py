"""What stands around every page of the archive, and how often somebody may look."""

from typing import Any

from django.http import HttpRequest

from wijkhuis.base.access import count_look, origin
from wijkhuis.house.library import access
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as, visited_house

# Of one network address, which may be a whole library.
LOOKS_A_MINUTE = 120


def frame_of(request: HttpRequest) -> dict[str, Any]:
    """The layout for who looks, the house they came from, and what they may do here."""
    keeps = {"may_keep": access.may_keep_archive(request.user)}
    if request.user.is_authenticated:
        return {**keeps, "layout": "ui/staff.html"}
    house = visited_house(request)
    if house is None:
        return {**keeps, "layout": "ui/resident.html"}
    speak_as(house, request=request)
    return {**keeps, "layout": "ui/resident.html", **reach_of(house), "asked_house": house.slug}


def demand_patience(request: HttpRequest, *, what: str = "archive", at_most: int = LOOKS_A_MINUTE) -> None:
    """Searching is work: a visitor who reads has plenty, a program has not."""
    if not request.user.is_authenticated:
        count_look(what, who=origin(request), at_most=at_most, seconds=60)
