"""The own page of a key person, by the link on their slip: what is kept, who sees it, and off the list with one tap."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from wijkhuis.base import clock
from wijkhuis.base.access import limited, origin, public
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.house.directory import actions
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.directory.queries.key_people import person_of_key, times_seen
from wijkhuis.house.directory.rules import key_people as rules
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as


@public("somebody who agreed to be asked sees what is kept and takes themselves off the list, without an account")
@require_http_methods(["GET", "POST"])
@limited("key-person-page", at_most=30, seconds=600)
def asked(request: HttpRequest, token: str) -> HttpResponse:
    """What is kept of them; one button takes them off the list, the other says that it is still all right."""
    person = person_of_key(token, origin=origin(request))
    if person is None:
        return _answer(request, "directory/asked_gone.html", {}, status=404)
    speak_as(person.house, request=request, language=rules.reads(person.languages))
    wish = request.POST.get("wish", "")
    house, by = person.house, Actor(label=RESIDENT.label, origin=origin(request))
    if wish == "leave":
        actions.leave_list(person, by=by)
        return _answer(request, "directory/asked_gone.html", {**reach_of(house), "has_left": True})
    stays = actions.stay_on_list(person, by=by) if wish == "stay" else person
    if stays is None:
        return _answer(request, "directory/asked_gone.html", {**reach_of(house), "has_left": True})
    return _answer(request, "directory/asked.html", {**_everything(stays), "has_stayed": wish == "stay"})


def _everything(person: KeyPerson) -> dict[str, object]:
    return {
        **reach_of(person.house),
        "person": person,
        "seen": times_seen(person),
        "has_ended": not rules.may_be_asked(person.agreed_until, on=clock.today()),
        "goes_on": rules.fades_on(person.agreed_until),
    }


def _answer(request: HttpRequest, page: str, context: dict[str, object], *, status: int = 200) -> HttpResponse:
    response = render(request, page, context, status=status)
    # The address is a key: no search engine keeps it, and no other site hears it.
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
