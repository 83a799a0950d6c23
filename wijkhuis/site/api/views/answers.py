"""How every answer leaves: for everybody, as JSON, limited, with a sentence when something is wrong."""

import json
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from wijkhuis.base.access import count_try, origin, public
from wijkhuis.base.errors import RuleBroken
from wijkhuis.site.api.rules.asking import Asked, read_asked
from wijkhuis.site.api.rules.pages import Listing, Thing, write_page

MINUTE = 60
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type, If-None-Match",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    "Access-Control-Max-Age": "86400",
}
Answer = Callable[..., HttpResponseBase]


def answers(*methods: str, counts_itself: bool = False) -> Callable[[Answer], Answer]:
    """An address of the API that takes these methods; a question counts for one, unless the view counts it itself."""

    def open_address(view: Answer) -> Answer:
        @wraps(view)
        def careful(request: HttpRequest, **place: Any) -> HttpResponseBase:
            response = _answer(view, request, methods, place, weight=0 if counts_itself else 1)
            for name, value in CORS.items():
                response.headers[name] = value
            return response

        opened = public("everybody may read the map, also by machine")(careful)  # type: ignore[arg-type]
        return csrf_exempt(opened)

    return open_address


def answers_list(known: tuple[str, ...]) -> Callable[[Callable[[Asked], Listing]], Answer]:
    """A list: a page of it, or all of it as a stream; asked in the address (GET) or in the body (POST)."""

    def open_list(find: Callable[[Asked], Listing]) -> Answer:
        @wraps(find)
        def view(request: HttpRequest) -> HttpResponseBase:
            asked = read_asked(_given(request), known=known)
            _count(request, weight=asked.weight)
            listing = find(asked)
            if asked.format == "ndjson":
                return StreamingHttpResponse(_lines(listing), content_type="application/x-ndjson")
            return _json(request, write_page(listing, page=asked.page, size=asked.size))

        return answers("GET", "POST", counts_itself=True)(view)

    return open_list


def answers_one(find: Callable[..., Thing | None], *, known: tuple[str, ...] = ()) -> Answer:
    """One thing by its identifier, whole; 404 when it is not there for everybody."""

    @wraps(find)
    def view(request: HttpRequest, uid: UUID) -> HttpResponseBase:
        asked = read_asked(request.GET.dict(), known=known)
        thing = find(uid, **{name: getattr(asked, name) for name in known})
        if thing is None:
            raise Http404
        return _json(request, thing)

    return answers("GET")(view)


def answers_fixed(write: Callable[[HttpRequest], Thing]) -> Answer:
    """Something about the API itself."""

    @wraps(write)
    def view(request: HttpRequest) -> HttpResponseBase:
        return _json(request, write(request))

    return answers("GET")(view)


def refuse(status: int, sentence: str) -> JsonResponse:
    """A no with a sentence."""
    return JsonResponse({"status": status, "detail": sentence}, status=status)


def _answer(
    view: Answer, request: HttpRequest, methods: tuple[str, ...], place: Any, *, weight: int
) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204)
    if request.method not in (*methods, *(["HEAD"] if "GET" in methods else [])):
        response = refuse(405, _("This address cannot be used in this way."))
        response.headers["Allow"] = ", ".join((*methods, "OPTIONS"))
        return response
    try:
        _count(request, weight=weight)
        return view(request, **place)
    except Http404:
        return refuse(404, _("There is nothing at this address."))
    except RuleBroken as broken:
        if broken.status != 429:
            return refuse(broken.status, broken.sentence)
        response = refuse(429, _("These are too many questions in one minute. Wait a minute and go on."))
        response.headers["Retry-After"] = str(MINUTE)
        return response


def _count(request: HttpRequest, *, weight: int) -> None:
    """Count a question by the work that it is; everything at once is half of what one may ask."""
    rate = settings.API_RATE
    if weight:
        count_try("api", who=origin(request), at_most=rate, seconds=MINUTE, weight=min(weight, max(rate // 2, 1)))


def _json(request: HttpRequest, thing: Thing) -> HttpResponseBase:
    """Kept for a minute; who has it already hears only that it did not change."""
    response = JsonResponse(thing, json_dumps_params={"ensure_ascii": False})
    if request.method == "POST":
        return response
    set_response_etag(response)
    response.headers["Cache-Control"] = f"public, max-age={MINUTE}"
    answer = get_conditional_response(request, etag=response.headers["ETag"], response=response)
    if isinstance(answer, HttpResponseNotModified):
        answer.headers["Cache-Control"] = response.headers["Cache-Control"]
    return answer or response


def _lines(listing: Listing) -> Iterator[str]:
    for thing in listing.stream():
        yield json.dumps(thing, ensure_ascii=False) + "\n"


def _given(request: HttpRequest) -> dict[str, Any]:
    """What was asked, in the address and in the body."""
    given: dict[str, Any] = {**request.GET.dict()}
    if request.method != "POST":
        return given
    if request.content_type != "application/json":
        return given | request.POST.dict()
    try:
        body = json.loads(request.body or b"{}")
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise RuleBroken(_("The body is not a JSON object."), status=400)
    return given | {name: str(value).lower() if isinstance(value, bool) else value for name, value in body.items()}
