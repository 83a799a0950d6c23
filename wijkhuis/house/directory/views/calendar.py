"""Times of the map for somebody's own calendar: of one thing, or of everything near a house. Public things only."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wijkhuis.base import clock
from wijkhuis.base.access import limited, public
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries.calendar import appointments, entries_of_house, public_entries
from wijkhuis.house.directory.rules.calendar import calendar
from wijkhuis.house.neighbourhood.queries import houses_to_visit

# Calendars come back by themselves; an hour is fresh enough.
KEEP = "public, max-age=3600"


@public("everybody may see when something of the map is on")
@require_safe
@limited("calendar", at_most=120, seconds=600)
def of_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """The times of one thing."""
    found = get_object_or_404(public_entries(), pk=pk)
    return _answer(found.name, [found], name=f"kaart-{found.pk}")


@public("everybody may see what is on near a house")
@require_safe
@limited("calendar", at_most=120, seconds=600)
def of_house(request: HttpRequest, slug: str) -> HttpResponse:
    """The times of everything in the neighbourhoods of a house, and of what the house took up."""
    house = get_object_or_404(houses_to_visit(on=clock.today()), slug=slug)
    return _answer(_("What is on near %(house)s") % {"house": house.name}, entries_of_house(house), name=house.slug)


def _answer(title: str, entries: Iterable[Entry], *, name: str) -> HttpResponse:
    told = [one for entry in entries for one in appointments(entry)]
    answer = HttpResponse(calendar(title, told, by="Wijkhuis"), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}.ics"'
    answer["Cache-Control"] = KEEP
    return answer
