"""Closed by default: a page is for people who signed in, unless it says why not."""

import time
from collections.abc import Callable
from functools import wraps
from ipaddress import IPv6Network
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken

View = Callable[..., HttpResponse]
OPEN_ROOMS = ("allauth.",)
# Looks by what and whom, each with the moment from which counting begins again.
_looks: dict[tuple[str, str], tuple[int, float]] = {}
MOST_LOOKERS = 10_000


def public(reason: str) -> Callable[[View], View]:
    """Open one page for people without an account, and say why."""

    def open_page(view: View) -> View:
        view.is_public = reason  # type: ignore[attr-defined]
        return view

    return open_page


def is_public(view: View) -> bool:
    """Whether somebody who has not signed in may see the page."""
    return bool(getattr(view, "is_public", "")) or view.__module__.startswith(OPEN_ROOMS)


class ClosedByDefaultMiddleware:
    """Send people who have not signed in to the door, except on pages marked public."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and "public" in response.headers.get("Cache-Control", ""):
            # With it goes the session of who signed in: that is nobody else's.
            response.headers["Cache-Control"] = "private, no-store"
        if getattr(request, "keeps_nothing", True):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        """Stop at the door before the page does anything."""
        if is_public(view) or request.user.is_authenticated:
            return None
        is_part = bool(request.headers.get("HX-Request"))
        # What a button asked for is no page: who signs in again comes back to the page with the button.
        is_page = request.method in ("GET", "HEAD") and not is_part
        door = redirect_to_login(request.get_full_path() if is_page else page_before(request) or "/")
        return HttpResponse(status=204, headers={"HX-Redirect": door.url}) if is_part else door


def page_before(request: HttpRequest) -> str:
    """The path of the page of this house on which somebody pressed something; "" when the browser does not say."""
    try:
        page = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""))
        is_here = page.hostname is not None and page.hostname == urlsplit(f"//{request.get_host()}").hostname
    except ValueError:
        return ""
    is_path = page.path.startswith("/") and url_has_allowed_host_and_scheme(page.path, allowed_hosts=None)
    return page.path if is_here and is_path else ""


def origin(request: HttpRequest) -> str:
    """The network address a request comes from, for the journal; behind a proxy the address the proxy saw."""
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    trusted = settings.TRUSTED_PROXY_COUNT
    if trusted and len(hops) >= trusted:
        return hops[-trusted][:45]
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def network_of(who: str) -> str:
    """Whom tries are counted by; of an IPv6 address its network (/64), in which one visitor has endless addresses."""
    try:
        return str(IPv6Network((who, 64), strict=False))
    except ValueError:
        return who


def count_try(what: str, *, who: str, at_most: int, seconds: int, weight: int = 1) -> None:
    """Count one try (or as many as its work weighs) and stop with a sentence when there were too many (429)."""
    if _counted(f"tries:{what}:{network_of(who)}", seconds=seconds, step=weight) > at_most:
        raise RuleBroken(_("You tried this too often. Wait a few minutes, or call us."), status=429)


def count_look(what: str, *, who: str, at_most: int, seconds: int) -> None:
    """Count one look in this process only, without the database, and stop with a sentence when there were too many."""
    now, key = time.monotonic(), (what, network_of(who))
    if len(_looks) > MOST_LOOKERS:
        _looks.clear()
    looks, ends_at = _looks.get(key, (0, 0.0))
    _looks[key] = (looks + 1, ends_at) if now < ends_at else (1, now + seconds)
    if _looks[key][0] > at_most:
        raise RuleBroken(_("You tried this too often. Wait a few minutes, or call us."), status=429)


def take_back_try(what: str, *, who: str) -> None:
    """Do not count one try after all, because it was right."""
    _counted(f"tries:{what}:{network_of(who)}", seconds=0, step=-1)


def _counted(key: str, *, seconds: int, step: int = 1) -> int:
    """Count from the first try until its time is over; guesses at the same moment wait for each other."""
    now = time.time()
    with transaction.atomic(), connection.cursor() as cursor:
        # The cache reads and writes in two steps, and would let ten guesses at once count as one.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
        tries, ends_at = cache.get(key) or (0, now + seconds)
        cache.set(key, (tries + step, ends_at), timeout=max(ends_at - now, 1))
    return int(tries + step)


def limited(what: str, *, at_most: int, seconds: int, methods: tuple[str, ...] = ("POST",)) -> Callable[[View], View]:
    """Limit how often one network address may do this."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method in methods:
                count_try(what, who=origin(request), at_most=at_most, seconds=seconds)
            return view(request, *args, **kwargs)

        return guarded

    return guard
