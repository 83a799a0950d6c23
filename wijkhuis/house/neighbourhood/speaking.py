"""How a house speaks to residents: in which language, with "u" or "je", and when it is open, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.ui.dates import day_words, time_words
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.neighbourhood.queries import OpenDay, Opening, houses_to_visit, main_place, opening_of

# So many numbers somebody can choose from at a glance.
MOST_TO_CALL = 6


def speak_as(house: House, *, request: HttpRequest, language: str = "") -> None:
    """Speak the language the visitor picked, else the given one, in the house's form of address, for this request."""
    picked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    chosen = picked if picked in settings.RESIDENT_LANGUAGES else language or translation.get_language()
    if chosen == "nl" and house.form_of_address == House.Address.JE:
        chosen = "nl-informal"
    # The language middleware puts back what was there when the request ends.
    translation.activate(chosen)
    request.LANGUAGE_CODE = chosen
    # A page that says "call us" when something goes wrong knows whom to call.
    request.visited_house = house  # type: ignore[attr-defined]


def visited_house(request: HttpRequest) -> House | None:
    """The house a visitor came from by its name in the address, or the only one there is."""
    asked = (request.GET or request.POST).get("huis", "")[:50].replace("\x00", "")
    houses = houses_to_visit(on=clock.today()).select_related("city")
    if asked:
        return houses.filter(slug=asked).first()
    known = list(houses[:2])
    return known[0] if len(known) == 1 else None


def numbers_to_call(request: HttpRequest) -> dict[str, Any]:
    """For a page that is not there: whom to call. Asked of the database only by a page that shows it."""
    return {"houses_to_call": partial(houses_to_call, request)}


@dataclass(frozen=True)
class ToCall:
    """The houses whose numbers a page names; of too many to choose from none."""

    houses: list[House]

    def __iter__(self) -> Iterator[House]:
        return iter(self.houses if len(self.houses) <= MOST_TO_CALL else [])

    @property
    def are_many(self) -> bool:
        """Whether the front page has to tell the numbers."""
        return len(self.houses) > MOST_TO_CALL


def houses_to_call(request: HttpRequest) -> ToCall:
    """The house whose name stands in the address, else all of a small city; of a large one the front page tells."""
    in_address = {request.GET.get("huis", ""), *request.path.split("/")} - {""}
    houses = houses_to_visit(on=clock.today()).exclude(phone="")
    named = list(houses.filter(slug__in=[part[:50] for part in in_address if "\x00" not in part])[:1])
    return ToCall(named or list(houses[: MOST_TO_CALL + 1]))


def reach_of(house: House) -> dict[str, Any]:
    """What stands at the foot of every page for residents: the house, where it is and when it is open."""
    opening, place = opening_of(house, at=clock.now()), main_place(house)
    where = ", ".join(filter(None, [place.street, place.town])) if place else ""
    return {
        "house": house,
        "opening": opening,
        "house_address": where,
        "house_open_words": now_words(opening),
    }


def now_words(opening: Opening) -> str:
    """One sentence: open until when, or closed and when it opens again."""
    if opening.open_until:
        return _("We are open now, until %(time)s.") % {"time": time_words(opening.open_until)}
    again = opening.opens_again
    if again is None:
        return _("Call us to hear when we are open.")
    on, start, until = again
    return _("We are closed now. We are open again %(day)s, from %(from)s until %(until)s.") % {
        "day": day_words(on, today=opening.today.on),
        "from": time_words(start),
        "until": time_words(until),
    }


def hours_words(day: OpenDay) -> str:
    """The hours of one day, or that it is closed and why."""
    if not day.spans:
        return _("closed (%(why)s)") % {"why": day.closed_because} if day.closed_because else _("closed")
    spans = [
        _("%(from)s until %(until)s") % {"from": time_words(start), "until": time_words(until)}
        for start, until in day.spans
    ]
    return ", ".join(spans)
