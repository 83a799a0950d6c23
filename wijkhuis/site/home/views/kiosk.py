"""The screen in the hall: four choices, back and stop always there, and nothing is remembered."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkhuis.base.access import limited, public
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.standing import standing_of
from wijkhuis.loop.desk.queries.way_back import square_of
from wijkhuis.site.home.forms import KioskAskForm, SearchForm
from wijkhuis.site.home.views.asking import keep
from wijkhuis.site.home.views.houses import answers, page_of, takes_questions, visited

REMEMBERED = (settings.LANGUAGE_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")


@public("the screen in the hall is for everyone")
def kiosk(request: HttpRequest, slug: str) -> HttpResponse:
    """What do you want to do? Four large choices."""
    house = visited(request, slug)
    choices = [
        (address("kiosk_ask", house), _("I have a question"), _("No name needed.")),
        (address("kiosk_search", house), _("What is there in the neighbourhood?"), _("Help and activities.")),
        (address("kiosk_faces", house), _("Who is here today?"), ""),
        (address("kiosk_code", house), _("My question"), _("With the code on your slip.")),
    ]
    return page(request, house, "home/kiosk.html", is_first=True, choices=choices)


@public("whoever stands at the screen may stop, and everything is forgotten")
def kiosk_stop(request: HttpRequest, slug: str) -> HttpResponse:
    """Forget the language and whatever else a browser keeps, and start again."""
    response = redirect("home:kiosk", slug=slug)
    for name in REMEMBERED:
        response.delete_cookie(name)
    return response


@public("whoever stands at the screen may ask a question")
def kiosk_ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask a question; afterwards the code stands large on the screen, not in an address."""
    house = visited(request, slug)
    form = KioskAskForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and takes_questions(house):
        question = keep(request, form, house=house, channel=Question.Channel.KIOSK)
        saved: dict[str, Any] = {"question": question, "standing": standing_of(question), "square": square_of(question)}
        return page(request, house, "home/kiosk_saved.html", **saved)
    return page(request, house, "home/kiosk_ask.html", form=form, seconds=3 * settings.KIOSK_SILENCE_SECONDS)


@public("whoever stands at the screen may look for help")
@limited("search", at_most=60, seconds=600)
def kiosk_search(request: HttpRequest, slug: str) -> HttpResponse:
    """What is there, from somebody's own words."""
    house = visited(request, slug)
    form = SearchForm(request.POST or None)
    found = answers(form, house) if request.method == "POST" else {"form": form}
    return page(request, house, "home/kiosk_search.html", **found)


@public("whoever stands at the screen may see who is here")
def kiosk_faces(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is here today."""
    house = visited(request, slug)
    return page(request, house, "home/kiosk_faces.html", **page_of(house))


def page(
    request: HttpRequest, house: House, template: str, /, *, is_first: bool = False, **context: Any
) -> HttpResponse:
    """A page of the screen in the hall: back and stop, and how long it waits before it forgets."""
    response = render(
        request,
        template,
        {
            "house": house,
            "takes_questions": takes_questions(house),
            "kiosk_home_url": address("kiosk_stop", house),
            "back_url": "" if is_first else address("kiosk", house),
            "kiosk_silence": settings.KIOSK_SILENCE_SECONDS,
            "seconds": settings.KIOSK_SILENCE_SECONDS,
            **context,
        },
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def address(name: str, house: House) -> str:
    """The address of a page of the screen in one house."""
    return reverse(f"home:{name}", args=[house.slug])
