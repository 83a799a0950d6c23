"""A session ends after twelve hours or thirty quiet minutes; a page speaks the language of its reader."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.dateparse import parse_datetime

from wijkhuis.base import clock

Handler = Callable[[HttpRequest], HttpResponse]
BEGAN = "session_began_at"
SEEN = "session_seen_at"


class SessionEndsMiddleware:
    """Sign somebody out when the session is too old or was idle too long."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._check(request)
        return self.get_response(request)

    def _check(self, request: HttpRequest) -> None:
        now = clock.now()
        began = parse_datetime(request.session.get(BEGAN, "")) or now
        seen = parse_datetime(request.session.get(SEEN, "")) or now
        too_old = now - began > timedelta(seconds=settings.SESSION_ENDS_AFTER_SECONDS)
        too_quiet = now - seen > timedelta(seconds=settings.SESSION_IDLE_SECONDS)
        if too_old or too_quiet:
            logout(request)
            return
        # One write a minute is enough to know that somebody is there.
        if BEGAN not in request.session or now - seen > timedelta(minutes=1) or SEEN not in request.session:
            request.session[BEGAN] = began.isoformat()
            request.session[SEEN] = now.isoformat()


class LanguageMiddleware:
    """Choose the language: what the visitor picked, else what the signed-in person prefers, else Dutch."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(self._language(request)):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE.split("-")[0])
        return response

    def _language(self, request: HttpRequest) -> str:
        picked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        if picked in settings.RESIDENT_LANGUAGES:
            return picked
        if request.user.is_authenticated:
            return str(request.user.language)
        return settings.LANGUAGE_CODE
