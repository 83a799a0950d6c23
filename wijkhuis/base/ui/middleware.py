"""A broken rule becomes a sentence on the page, never a technical error or an empty page."""

import logging
from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from wijkhuis.base.access import page_before
from wijkhuis.base.errors import RuleBroken

logger = logging.getLogger(__name__)
# What PostgreSQL says when two do the same at once: it is there already, what it hangs on is gone, both wait.
AT_THE_SAME_MOMENT = {"23505", "23503", "40P01"}
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
        """Show the sentence with the status of the rule; who was a moment too late reads that somebody was first."""
        if request.method == "POST" and _was_too_late(exception):
            logger.warning("somebody else was first: %s", request.path, exc_info=exception)
            return render(request, "409.html", status=409)
        if not isinstance(exception, RuleBroken):
            return None
        template = TEMPLATES.get(exception.status, "409.html")
        return render(request, template, {"sentence": exception.sentence}, status=exception.status)

    def _no_page(self, request: HttpRequest) -> bytes:
        """What stands at the address of a button for who opens it as a page, with the way back to that button."""
        before = page_before(request)
        return render(request, "405.html", {"before": before if before != request.path else ""}).content


def _was_too_late(exception: Exception) -> bool:
    """Whether what somebody wanted to change was made, changed or taken away between their page and their press."""
    refused = getattr(exception.__cause__, "sqlstate", "") if isinstance(exception, DatabaseError) else ""
    return refused in AT_THE_SAME_MOMENT or isinstance(exception, ObjectDoesNotExist | ValidationError)
