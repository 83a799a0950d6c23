"""Pages that are the same for everyone."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from wijkhuis.base import clock
from wijkhuis.base.access import public
from wijkhuis.house.neighbourhood.queries import houses_to_visit
from wijkhuis.site.home.queries import worker_is_seen

ROBOTS = """User-agent: *
Disallow: /mijn/
Disallow: /p/
Disallow: /kiosk/
Disallow: /account/
"""


@public("whoever looks for help finds the way, also before signing in")
def help(request: HttpRequest) -> HttpResponse:
    """Where to find how it works."""
    return render(request, "home/help.html")


@public("everyone may know how accessible this is")
def accessibility(request: HttpRequest) -> HttpResponse:
    """How we make sure that everyone can use these pages, and whom to tell when it does not work."""
    return render(request, "home/accessibility.html", {"houses": houses_to_visit(on=clock.today())[:60]})


@public("everyone may know what we do with their data")
def privacy(request: HttpRequest) -> HttpResponse:
    """What we keep, how long, who sees it, and how to have it deleted."""
    return render(request, "home/privacy.html", {"houses": houses_to_visit(on=clock.today())[:60]})


@public("those who keep this running ask whether it is well")
def health(request: HttpRequest) -> HttpResponse:
    """Whether the database answers and a worker was seen."""
    try:
        worker = worker_is_seen(at=clock.now())
    except DatabaseError:
        return JsonResponse({"database": False, "worker": False}, status=503)
    return JsonResponse({"database": True, "worker": worker}, status=200 if worker else 503)


@public("search engines ask what they may read")
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read."""
    return HttpResponse(ROBOTS, content_type="text/plain")
