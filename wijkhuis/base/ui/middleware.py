"""A broken rule becomes a sentence on the page, never a technical error or an empty page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from wijkhuis.base.access import page_before
from wijkhuis.base.errors import RuleBroken

TEMPLATES = {403: "403.html", 429: "429.html"}


class SentenceForRuleBrokenMiddleware:
    """Answer a broken rule with its sentence: on its own page, or in the place htmx asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            response.content = self._no_page(request)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show the sentence with the status of the rule."""
        if not isinstance(exception, RuleBroken):
            return None
        template = TEMPLATES.get(exception.status, "409.html")
        return render(request, template, {"sentence": exception.sentence}, status=exception.status)

    def _no_page(self, request: HttpRequest) -> bytes:
        """What stands at the address of a button for who opens it as a page, with the way back to that button."""
        before = page_before(request)
        return render(request, "405.html", {"before": before if before != request.path else ""}).content
