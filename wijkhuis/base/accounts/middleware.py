"""A session ends in time, a second factor comes first, and a page speaks the language of its reader."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.dateparse import parse_datetime

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import BEGAN, ENDED, LANGUAGE, SEEN, is_strong

Handler = Callable[[HttpRequest], HttpResponse]
A_MINUTE = timedelta(minutes=1)
BEFORE_A_SECOND_FACTOR = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "account_logout",
    "set_language",
}


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
        seen = parse_datetime(request.session.get(SEEN, "")) or began
        too_old = now - began >= timedelta(seconds=settings.SESSION_ENDS_AFTER_SECONDS)
        too_quiet = now - seen >= timedelta(seconds=settings.SESSION_IDLE_SECONDS)
        if too_old or too_quiet:
            logout(request)
            request.session[ENDED] = "old" if too_old else "quiet"
            return
        # One write a minute is enough to know that somebody is there.
        if BEGAN not in request.session or now - seen >= A_MINUTE:
            request.session[BEGAN] = began.isoformat()
            request.session[SEEN] = now.isoformat()


class SecondFactorFirstMiddleware:
    """Who needs a second factor and did not show one yet, sees no page but the one to set it up."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Lead the person to the page where the second factor is set up."""
        user = request.user
        if not user.is_authenticated or not user.needs_second_factor or is_strong(request.session):
            return None
        if request.resolver_match and request.resolver_match.view_name in BEFORE_A_SECOND_FACTOR:
            return None
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": reverse("mfa_index")})
        return redirect("mfa_index")


class LanguageMiddleware:
    """Choose the language: what the visitor picked, or what the signed-in person prefers, else Dutch."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(self._language(request)):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE.split("-")[0])
        return response

    def _language(self, request: HttpRequest) -> str:
        if request.user.is_authenticated:
            return str(request.session.get(LANGUAGE) or request.user.language)
        picked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        # Whoever picks Dutch gets the Dutch of this house, formal or informal.
        is_other = picked in settings.RESIDENT_LANGUAGES and picked != settings.LANGUAGE_CODE.split("-")[0]
        return picked if is_other else settings.LANGUAGE_CODE
