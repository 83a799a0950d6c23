"""Pages that are the same for everyone."""

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from wijkhuis.base import clock
from wijkhuis.base.access import public
from wijkhuis.house.neighbourhood.queries import houses_to_visit
from wijkhuis.site.home import manual
from wijkhuis.site.home.queries import worker_is_seen

ROBOTS = """User-agent: *
Disallow: /mijn/
Disallow: /p/
Disallow: /kiosk/
Disallow: /account/
"""


@public("whoever looks for help finds the way, also before signing in")
def help(request: HttpRequest) -> HttpResponse:
    """How it works: the manual, on one page so that the search of the browser finds everything in it."""
    pictures_at = reverse("home:manual_picture", args=["-"]).removesuffix("-")
    layout = "ui/staff.html" if request.user.is_authenticated else "ui/resident.html"
    return render(request, "home/help.html", {"layout": layout, "chapters": manual.chapters(pictures_at)})


@public("the pictures of the manual are of an invented neighbourhood")
def manual_picture(request: HttpRequest, name: str) -> HttpResponse:
    """One picture that the manual shows; no other file."""
    file = manual.pictures().get(name)
    if file is None:
        raise Http404
    return HttpResponse(file.read_bytes(), content_type="image/png", headers={"Cache-Control": "public, max-age=86400"})


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
    where = f"\nSitemap: {settings.SITE_URL}{reverse('home:sitemap')}\n"
    return HttpResponse(ROBOTS + where, content_type="text/plain")
