"""The page of an approach: for the house, for everybody, and on paper."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from wijkhuis.base.access import public
from wijkhuis.base.accounts.models import User
from wijkhuis.base.clock import today
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.addresses import addresses_of
from wijkhuis.base.ui.dates import day_words
from wijkhuis.house.neighbourhood.queries import main_place
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions.correcting import may_go_on
from wijkhuis.loop.approaches.forms.going import StepForm
from wijkhuis.loop.approaches.forms.making import PromiseForm
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.approaches.queries.outside import as_everybody_knows
from wijkhuis.loop.approaches.queries.page import shown, state_of, words_of
from wijkhuis.loop.approaches.views.shared import frame
from wijkhuis.loop.signals.access import in_group

MOST_LISTED = 60


@public("everybody may read what neighbours do together")
@require_GET
def approaches(request: HttpRequest) -> HttpResponse:
    """What neighbours do together: one's own and those of the house first read as the house does."""
    found = access.readable_approaches(request.user) if isinstance(request.user, User) else access.public_approaches()
    rows = _rows(found.order_by("ended_on", "-made_on", "-pk")[:MOST_LISTED])
    return render(request, "approaches/approaches.html", {"rows": rows, **frame(request)})


@public("everybody may read an approach that was made public, from five people on")
@require_GET
def approach(request: HttpRequest, pk: int) -> HttpResponse:
    """One approach, as its reader may see it."""
    found = _of_the_house(request, pk)
    if found is None or not isinstance(request.user, User):
        found = get_object_or_404(access.public_approaches(), pk=pk)
        return render(request, "approaches/public.html", _public(request, found))
    user = request.user
    works, joiners = access.may_work_on(user, found), access.may_see_joiners(user, found)
    page = shown(found, on=today(), with_joiners=joiners, outside=not works)
    record_each("approaches.joiner_listed", page.joiners, by=actor_of(request))
    context = {
        "shown": page,
        "approach": page.approach,
        "works_on_it": works,
        "sees_joiners": joiners,
        "is_open_to_all": access.is_public(found),
        "reads_theme": in_group(user, found.house_id),
        "step_form": StepForm(),
        "promise_form": PromiseForm(prefix="belofte"),
        "may_go_on": works and may_go_on(found, told=page.told),
        "today": today(),
        **frame(request),
    }
    return render(request, "approaches/approach.html", context)


@public("everybody may print the poster of an approach that was made public")
@require_GET
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """One sheet for the window: what, when, and how to join."""
    found = _of_the_house(request, pk) or access.public_approaches().filter(pk=pk).first()
    if found is None:
        raise Http404
    context = _public(request, found)
    place = main_place(found.theme.house)
    context["house_address"] = ", ".join(filter(None, [place.street, place.town])) if place else ""
    context["back_url"] = reverse("approaches:approach", args=[pk])
    return render(request, "approaches/poster.html", context)


def _of_the_house(request: HttpRequest, pk: int) -> Approach | None:
    if not isinstance(request.user, User):
        return None
    return access.visible_approaches(request.user).filter(pk=pk).first()


def _public(request: HttpRequest, found: Approach) -> dict[str, Any]:
    house = found.theme.house
    read = shown(found, on=today(), outside=True)
    return {"shown": read, "approach": read.approach, "house": house, **frame(request, house)}


def _rows(found: Any) -> list[dict[str, Any]]:
    address, on = addresses_of("approaches:approach"), today()
    return [
        {
            "url": address(one.pk),
            "who": one.theme.house.name,
            "what": one.name,
            "since": day_words(one.made_on, today=on),
            "next": words_of(state_of(one), one, on=on),
            "mark": "",
        }
        for one in map(as_everybody_knows, found)
    ]
