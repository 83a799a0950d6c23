"""The neighbourhood agenda: what the neighbourhood takes up, watches, hands over and lets go. Everybody may read it."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wijkhuis.base import clock
from wijkhuis.base.access import public
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.neighbourhood.queries import house_to_visit, houses_to_visit
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as
from wijkhuis.loop.agenda.queries import public as queries

PAPERS = {"a3": "poster", "a4": "sheet"}


@public("everyone may read what neighbourhoods decide")
@require_GET
def houses(request: HttpRequest) -> HttpResponse:
    """The houses of the city, each with its neighbourhood agenda; also where nothing stands on it."""
    found = houses_to_visit(on=clock.today()).prefetch_related("neighbourhoods").order_by("name")
    rows = [(house, ", ".join(hood.name for hood in house.neighbourhoods.all())) for house in found]
    return render(request, "agenda/houses.html", {"rows": rows})


@public("everyone may read what the neighbourhood decided")
@require_GET
def house(request: HttpRequest, slug: str) -> HttpResponse:
    """The neighbourhood agenda of one house."""
    found = _visited(request, slug)
    return render(request, "agenda/public.html", {**reach_of(found), **_board(found)})


@public("everyone may hang up what the neighbourhood decided")
@require_GET
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as a poster (A3) or on a sheet (A4)."""
    found = _visited(request, slug)
    context = {
        **_board(found),
        "size": PAPERS.get(request.GET.get("maat", ""), "sheet"),
        "link_words": (settings.SITE_URL + reverse("agenda:house", args=[slug])).partition("://")[2],
        "back_url": reverse("agenda:house", args=[slug]),
        "house": found,
    }
    return render(request, "agenda/poster.html", context)


@public("everyone may follow what the neighbourhood decides")
@require_GET
def feed(request: HttpRequest, slug: str) -> HttpResponse:
    """The decisions as an Atom feed, to follow with a reader."""
    found = _visited(request, slug)
    page = settings.SITE_URL + reverse("agenda:house", args=[slug])
    told = Atom1Feed(
        title=_("Neighbourhood agenda of %(house)s") % {"house": found.name},
        link=page,
        description=_("What the neighbourhood decides"),
        author_name=found.name,
        feed_url=settings.SITE_URL + request.path,
        language=request.LANGUAGE_CODE.replace("-informal", ""),
    )
    for decision in queries.decisions_to_follow(found):
        told.add_item(
            title=f"{decision.theme.name}: {decision.get_standing_display()}",
            link=page,
            description=decision.why,
            unique_id=queries.name_of_entry(decision),
            updateddate=queries.moment_of(decision),
        )
    return HttpResponse(told.writeString("utf-8"), content_type=told.content_type)


def _visited(request: HttpRequest, slug: str) -> House:
    found = house_to_visit(slug, on=clock.today())
    if found is None:
        raise Http404
    speak_as(found, request=request)
    return found


def _board(found: House) -> dict[str, Any]:
    board = queries.board_of(found, today=clock.today())
    return {"house": found, "board": board, "is_empty": not board.all(), "home_url": reverse("agenda:houses")}
