"""A broken rule becomes a sentence on the page, never a technical error."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wijkhuis.base.errors import RuleBroken

TEMPLATES = {403: "403.html", 429: "429.html"}


class SentenceForRuleBrokenMiddleware:
    """Answer a broken rule with its sentence: on its own page, or in the place htmx asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show the sentence with the status of the rule."""
        if not isinstance(exception, RuleBroken):
            return None
        template = TEMPLATES.get(exception.status, "409.html")
        return render(request, template, {"sentence": exception.sentence}, status=exception.status)
