"""The library of ways of working: choosing by plain questions, reading, printing, and writing how a house does it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.access import public
from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.language.words import fold
from wijkhuis.base.ui.doing import is_done
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions import methods as actions
from wijkhuis.loop.approaches.forms.methods import ChooseForm, MethodForm, words_of
from wijkhuis.loop.approaches.models import HouseMethod
from wijkhuis.loop.approaches.queries.methods import (
    OWN,
    Method,
    common_methods,
    differences,
    find_method,
    methods_for,
)
from wijkhuis.loop.approaches.views.shared import frame, house_of

FIELDS = {
    "name": gettext_lazy("Name"),
    "in_short": gettext_lazy("In one sentence"),
    "what_for": gettext_lazy("What is it for?"),
    "first_steps": gettext_lazy("The first three steps"),
    "who_leads": gettext_lazy("Who leads?"),
    "size": gettext_lazy("How many people?"),
    "duration": gettext_lazy("How long?"),
    "asks": gettext_lazy("What does it ask of people?"),
    "pitfalls": gettext_lazy("What can go wrong?"),
    "helped": gettext_lazy("How do you see whether it helped?"),
    "money": gettext_lazy("What does it cost?"),
}


@public("everybody may read the library of ways of working")
@require_GET
def methods(request: HttpRequest) -> HttpResponse:
    """Choose a way of working by plain questions."""
    house = house_of(request)
    form = ChooseForm(request.GET)
    found = narrowed(methods_for(house, with_others=True), form.asked())
    may = house is not None and isinstance(request.user, User) and access.may_keep_methods(request.user, house)
    context = {"form": form, "methods": found, "asked": form.asked(), "may_keep": may, **frame(request)}
    return render(request, "approaches/methods/methods.html", context)


@public("everybody may read a way of working")
@require_GET
def method(request: HttpRequest, key: str) -> HttpResponse:
    """One way of working, and what a house does otherwise."""
    return render(request, "approaches/methods/method.html", _one(request, key))


@public("everybody may print a way of working")
@require_GET
def paper(request: HttpRequest, key: str) -> HttpResponse:
    """One way of working on a sheet."""
    context = _one(request, key)
    return render(request, "approaches/methods/paper.html", context | {"back_url": context["method"].url})


@require_http_methods(["GET", "POST"])
def add(request: SignedIn) -> HttpResponse:
    """Write a way of working of one's own."""
    house = _keeping_house(request)
    form = MethodForm(request.POST or None)
    del form.fields["why"]
    made: list[HouseMethod] = []
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        if is_done(form, lambda: made.append(actions.add_method(house, words=words, by=actor_of(request)))):
            messages.success(request, _("Your way of working is in the library."), extra_tags="saved:method")
            return redirect("approaches:method", f"{OWN}{made[0].pk}")
    return _form(request, form, title=_("A way of working of your own"))


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, key: str) -> HttpResponse:
    """Write how this house does it."""
    own = _own(request, key)
    if own is None and key.startswith(OWN):
        raise Http404
    house = own.house if own else _keeping_house(request)
    found = find_method(key, house=house)
    if found is None:
        raise Http404
    form = MethodForm(request.POST or None, initial=words_of(found))
    if own:
        del form.fields["why"]
    if request.method == "POST" and form.is_valid():
        words = dict(form.cleaned_data)
        why = words.pop("why", "")

        def act() -> None:
            if own:
                actions.add_method(house, words=words, row=own, by=actor_of(request))
            else:
                actions.keep_method(house, key=key, words=words, why=why, by=actor_of(request))

        if is_done(form, act):
            messages.success(request, _("This is how your house does it."), extra_tags="saved:method")
            return redirect("approaches:method", key)
    return _form(request, form, title=_("How does your house do this?"), method=found)


@require_POST
def drop(request: SignedIn, key: str) -> HttpResponse:
    """Go back to what everybody reads, or take away a way of one's own."""
    row = _own(request, key)
    if row is None:
        house = _keeping_house(request)
        row = get_object_or_404(access.kept_methods(request.user), house=house, key=key)
    actions.drop_method(row, by=actor_of(request))
    messages.success(request, _("It is as before."))
    return redirect("approaches:method", key) if row.key else redirect("approaches:methods")


def narrowed(found: Sequence[Method], asked: dict[str, str]) -> list[Method]:
    """Those that fit the plain questions; a way that says nothing about one of them stays."""
    words = fold(asked.get("q", "")).split()
    facets = {name: value for name, value in asked.items() if name != "q"}
    return [
        method
        for method in found
        if all(method.facets.get(name, value) == value for name, value in facets.items())
        and all(word in fold(f"{method.name} {method.in_short} {method.what_for}") for word in words)
    ]


def _one(request: HttpRequest, key: str) -> dict[str, Any]:
    house = house_of(request)
    found = find_method(key, house=house)
    if found is None:
        raise Http404
    common = common_methods().get(key)
    row = HouseMethod.objects.filter(house=house, key=key).first() if house and common else None
    changed = [(FIELDS[name], usual, ours) for name, usual, ours in differences(common, row)] if common and row else []
    own = _own(request, key) if key.startswith(OWN) and isinstance(request.user, User) else None
    may = house is not None and isinstance(request.user, User) and access.may_keep_methods(request.user, house)
    context = {"method": found, "changed": changed, "row": row, "may_keep": may if common else own is not None}
    return {**context, **frame(request)}


def _own(request: HttpRequest, key: str) -> HouseMethod | None:
    if not key.startswith(OWN):
        return None
    number = key.removeprefix(OWN)
    if not (number.isascii() and number.isdigit() and len(number) < 18) or not isinstance(request.user, User):
        raise Http404
    row = access.kept_methods(request.user).filter(pk=number, key="").first()
    if row is None and request.method == "POST":
        raise Http404
    return row


def _keeping_house(request: SignedIn) -> House:
    house = house_of(request)
    may = house is not None and access.may_keep_methods(request.user, house)
    demand(may, _("You do not work in this house."), error=NotYours)
    assert house is not None
    return house


def _form(request: SignedIn, form: MethodForm, **context: Any) -> HttpResponse:
    context |= {"form": form, **frame(request)}
    return render(request, "approaches/methods/form.html", context, status=422 if form.errors else 200)
