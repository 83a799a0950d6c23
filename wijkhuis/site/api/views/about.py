"""What the API is and what can be asked."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from wijkhuis.site.api.rules.openapi import write_openapi, write_profile
from wijkhuis.site.api.rules.pages import Thing
from wijkhuis.site.api.views.answers import answers, answers_fixed

VERSION = "3.1"


@answers_fixed
def root(request: HttpRequest) -> Thing:
    """Which version, and where it says what can be asked."""
    address = settings.SITE_URL
    return {
        "version": VERSION,
        "profile": f"{address}{reverse('api:profile')}",
        "openapi_url": f"{address}{reverse('api:openapi')}",
    }


@answers_fixed
def profile(request: HttpRequest) -> Thing:
    """What we do with the standard: nothing less, and local things as attributes."""
    return write_profile()


@answers_fixed
def openapi(request: HttpRequest) -> Thing:
    """What can be asked, in OpenAPI."""
    return write_openapi(f"{settings.SITE_URL}{reverse('api:root')}".rstrip("/"))


@answers("GET", "POST")
def nothing_here(request: HttpRequest, rest: str) -> HttpResponseBase:
    """Every other address below the API."""
    raise Http404
