"""Klopt nog? What the keeper of an entry sees who follows a link of the message: their answer, or two buttons."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkhuis.base import clock
from wijkhuis.base.access import count_try, limited, origin, public
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.directory import actions, queries
from wijkhuis.house.directory.forms.freshness import DifferenceForm
from wijkhuis.house.directory.models import Check, Outcome
from wijkhuis.house.directory.rules.freshness import may_take_back
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as

# The end of the address in the message, and what it answers.
SAID = {"klopt-nog": Outcome.RIGHT, "klopt-niet-meer": Outcome.CHANGED}


def of_the_keeper(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Find what was asked by its link and speak as the house does; a link that leads nowhere gets a kind page."""

    @public("who keeps an entry right answers by the link of a message, without an account")
    @wraps(view)
    def found(request: HttpRequest, token: str, **more: Any) -> HttpResponse:
        check = actions.find_check(token)
        if check is None:
            count_try("check_link", who=origin(request), at_most=60, seconds=600)
            return render(request, "directory/check_gone.html", status=404)
        if check.house:
            speak_as(check.house, request=request)
        response = view(request, check, token, **more)
        # The address is a key: no search engine keeps it, and no other site hears it.
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return found


@of_the_keeper
@require_http_methods(["GET", "POST"])
@limited("check_answer", at_most=60, seconds=600)
def check(request: HttpRequest, check: Check, token: str) -> HttpResponse:
    """What we say of the entry, with two buttons; or thanks, and the way back."""
    if request.method == "GET":
        return _show(request, check, token)
    by = Actor(label=f"keeper:{check.pk}", origin=origin(request))
    act = request.POST.get("outcome", "")
    if request.POST.get("by") == "link":
        check = actions.answer_by_link(check, outcome=act, by=by)
    elif act == "back":
        check = actions.take_back_answer(check, by=by)
    elif act == "words":
        form = DifferenceForm(request.POST)
        if not form.is_valid():
            return _show(request, check, token, form=form, status=422)
        check = actions.tell_difference(check, words=form.cleaned_data["words"], by=by)
    else:
        demand(act in Outcome.values, _("Choose what you found."))
        check = actions.answer_check(check, outcome=act, by=by)
    if request.headers.get("HX-Request"):
        return _show(request, check, token, part="#answer")
    return redirect("directory:check", token)


@of_the_keeper
@require_GET
def check_said(request: HttpRequest, check: Check, token: str, said: str) -> HttpResponse:
    """The link of an answer. Opening changes nothing; once a person has the page before them, it sends the answer."""
    outcome = SAID[said]
    return _show(request, check, token, sends=outcome if actions.link_speaks(check, outcome) else "")


def _show(
    request: HttpRequest, check: Check, token: str, *, part: str = "", status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "check": check,
        "token": token,
        "entry": check.entry,
        "card": queries.card_of(check.entry, at=clock.now(), house=None),
        "may_take_back": may_take_back(answered_on=check.answered_on, is_done=check.is_done, today=clock.today()),
        "form": DifferenceForm(initial={"words": check.note}),
        **(reach_of(check.house) if check.house else {}),
        **more,
    }
    return render(request, f"directory/check.html{part}", context, status=status)
