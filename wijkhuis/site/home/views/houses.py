"""The front page and the page of a house."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from wijkhuis.base import clock
from wijkhuis.base.access import limited, public
from wijkhuis.house.directory.queries.sentences import told_of
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.neighbourhood.queries import house_to_visit, houses_to_visit
from wijkhuis.house.neighbourhood.speaking import hours_words, reach_of, speak_as
from wijkhuis.loop.programme.access import has_public_programme
from wijkhuis.site.home.forms import SearchForm
from wijkhuis.site.home.queries import ALL_ANSWERS, FIRST_ANSWERS, faces_on, what_is_there


@public("everyone may see which houses there are")
def front(request: HttpRequest) -> HttpResponse:
    """The houses of the city."""
    houses = houses_to_visit(on=clock.today()).select_related("city").prefetch_related("neighbourhoods")
    rows = [(house, ", ".join(hood.name for hood in house.neighbourhoods.all())) for house in houses]
    return render(request, "home/front.html", {"rows": rows, "city": rows[0][0].city if rows else None})


@public("everyone may see when a house is open and who is there")
def house(request: HttpRequest, slug: str) -> HttpResponse:
    """Open now or not, who is here, what is there, and how to ask."""
    found = visited(request, slug)
    has_programme = has_public_programme(found)
    context = {**page_of(found), "form": SearchForm(), "has_programme": has_programme}
    return render(request, "home/house.html", context)


@public("everyone may look for help in the neighbourhood")
@limited("search", at_most=60, seconds=600)
def search(request: HttpRequest, slug: str) -> HttpResponse:
    """What is there, from somebody's own words; the words are not kept."""
    found = visited(request, slug)
    form = SearchForm(request.POST or None)
    if request.method != "POST":
        return redirect("home:house", slug=slug)
    return render(request, "home/search.html", {**reach_of(found), **home_of(found), **answers(form, found)})


def answers(form: SearchForm, house: House) -> dict[str, Any]:
    """The first answers to what was typed, or all of them when somebody asked for more."""
    if not form.is_valid():
        return {"form": form, "found": [], "has_more": False}
    limit = ALL_ANSWERS if form.data.get("more") else FIRST_ANSWERS
    rows = what_is_there(form.cleaned_data["text"], house=house, limit=limit + 1)
    found = told_of(rows[:limit])
    return {"form": form, "found": found, "has_more": len(rows) > limit and limit == FIRST_ANSWERS}


def visited(request: HttpRequest, slug: str) -> House:
    """The house of an address, and from here on the page speaks as that house does."""
    found = house_to_visit(slug, on=clock.today())
    if found is None:
        raise Http404
    speak_as(found, request=request)
    return found


def home_of(house: House) -> dict[str, Any]:
    """Where the name on top of the page leads, and whether the house takes questions here."""
    return {"home_url": house_url(house), "takes_questions": takes_questions(house)}


def takes_questions(house: House) -> bool:
    """Whether there is somebody to read what is asked here."""
    return house.takes_web_questions and house.first_holder_id is not None


def house_url(house: House) -> str:
    """The address of the page of a house."""
    return reverse("home:house", args=[house.slug])


def page_of(house: House) -> dict[str, Any]:
    """Everything the page of a house shows."""
    reach = reach_of(house)
    opening = reach["opening"]
    return {
        **reach,
        **home_of(house),
        "today_words": hours_words(opening.today),
        "tomorrow_words": hours_words(opening.tomorrow),
        "faces": faces_on(house, on=opening.today.on, at=opening.at),
    }
