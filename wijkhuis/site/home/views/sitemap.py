"""Which pages search engines may show: houses and what is there in the neighbourhood."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.timezone import localdate

from wijkhuis.base import clock
from wijkhuis.base.access import limited, public
from wijkhuis.house.directory.access import visible_entries
from wijkhuis.house.neighbourhood.queries import houses_to_visit

# More does not fit in one file of the standard (sitemaps.org).
MOST = 50_000
PAGES = ("home:front", "directory:entries", "agenda:houses", "home:accessibility", "home:privacy", "home:help")


@public("search engines ask which pages there are")
@limited("sitemap", at_most=10, seconds=60, methods=("GET", "HEAD"))  # type: ignore[arg-type]
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """All public pages, entries with the day they changed."""
    return StreamingHttpResponse(_lines(), content_type="application/xml")


def _lines() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for name in PAGES:
        yield _page(reverse(name))
    for house in houses_to_visit(on=clock.today()):
        yield _page(reverse("home:house", args=[house.slug]))
        # Every house has this page, whether anything stands on it or not.
        yield _page(reverse("agenda:house", args=[house.slug]))
    known = visible_entries(AnonymousUser()).order_by("pk").values_list("pk", "updated_at")[: MOST - 1000]
    for pk, changed_at in known:
        yield _page(reverse("directory:entry", args=[pk]), changed=localdate(changed_at).isoformat())
    yield "</urlset>\n"


def _page(path: str, *, changed: str = "") -> str:
    day = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(settings.SITE_URL + path)}</loc>{day}</url>\n"
