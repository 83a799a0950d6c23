"""The picture of the map, on the page and as points for a map with streets."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wijkhuis.base import clock
from wijkhuis.base.access import count_look, origin, public
from wijkhuis.base.geo.shapes import Point, simplified
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory import access, actions
from wijkhuis.house.directory.forms.narrowing import NarrowForm
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries.picture import Ground, as_geojson, draw, draw_around, ground_of_city
from wijkhuis.house.directory.queries.walking import walk_words
from wijkhuis.house.directory.rules.narrowing import Narrowing
from wijkhuis.house.neighbourhood.models import House, Place

# Metres: an outline under a map with streets has fewer corners than the one that is kept.
OUTLINE_METRES = 15


@public("everybody may see what is there in the neighbourhood")
@require_GET
def points(request: HttpRequest) -> HttpResponse:
    """What is on the picture, for a map with streets below it."""
    if not request.user.is_authenticated:
        count_look("map-points", who=origin(request), at_most=120, seconds=60)
    _form, asked, ground = read_choice(request)
    picture = draw(access.visible_entries(request.user), asked, ground=ground)
    shapes = ground.shapes if request.GET.get("omtrek") else {}
    areas = {pk: simplified(shape, metres=OUTLINE_METRES) for pk, shape in shapes.items()}
    return JsonResponse(as_geojson(picture, with_areas=areas))


@require_POST
def look_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more where an entry is."""
    found = get_object_or_404(access.visible_entries(request.user), pk=pk)
    actions.look_again(found, by=actor_of(request))
    messages.success(request, _("We look for the address again. The point comes by itself."))
    return redirect("directory:entry", pk)


@require_POST
def take_neighbourhood(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that an entry is for the neighbourhood where its address lies."""
    found = get_object_or_404(access.visible_entries(request.user), pk=pk)
    actions.take_neighbourhood(found, by=actor_of(request))
    messages.success(request, _("The change is saved."))
    return redirect("directory:entry", pk)


def read_choice(request: HttpRequest, *, house: str = "") -> tuple[NarrowForm, Narrowing, Ground]:
    """What somebody wants to see of the map, the form that asks it, and the neighbourhoods one may choose from."""
    ground = ground_of_city(on=clock.today())
    said_in = request.GET or request.POST
    form = NarrowForm(said_in, neighbourhoods=list(ground.names.items()))
    form.is_valid()
    said = form.cleaned_data
    asked = Narrowing(
        kind=said.get("kind", ""),
        neighbourhood=said.get("buurt"),
        made_by=said.get("made_by", ""),
        step_free=said.get("drempelvrij", False),
        box=said.get("vak"),
        house=house,
        is_large=said_in.get("beeld") == "kaart",
    )
    return form, asked, ground


def picture_of(entries: QuerySet[Entry], asked: Narrowing, *, ground: Ground) -> dict[str, Any]:
    """What the template of the picture needs."""
    picture = draw(entries, asked, ground=ground)
    here = reverse("directory:entries")
    sides = [(_("List"), False), (_("Map"), True)]
    return {
        "picture": picture,
        "choice": asked,
        "picture_tabs": [
            (f"{here}?{replace(asked, is_large=large).query()}", words, None, asked.is_large == large)
            for words, large in sides
        ],
        "tiles_url": settings.TILES_URL if settings.TILES else "",
        "points_url": f"{reverse('directory:points')}?{replace(asked, box=None).query()}",
    }


def point_of(house: House | None, places: list[Place]) -> Point | None:
    """Where a house receives people first, as far as its point is known."""
    own = sorted((one for one in places if house and one.house_id == house.pk), key=lambda one: not one.is_main)
    return own[0].point if own else None


def picture_around(entry: Entry, *, house: House | None) -> dict[str, Any]:
    """What the page of one entry shows of where it is: a small picture, and how far it is from the house."""
    if entry.point is None:
        return {"picture": None, "walk": ""}
    ground = ground_of_city(on=clock.today())
    return {
        "picture": draw_around(entry, ground=ground),
        "walk": walk_words(entry.point, point_of(house, ground.houses)),
        "is_small": True,
    }
