"""Keeping the map fresh: what is right, who knows it, and what to ask first."""

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory import access, actions, queries
from wijkhuis.house.directory.forms.freshness import KeeperForm, VerifyForm
from wijkhuis.house.directory.models import Entry, Outcome, Verification
from wijkhuis.house.directory.views.map import HOW_KEY
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.access import houses_of
from wijkhuis.house.people.here import chosen_of


@require_GET
def freshness(request: HttpRequest) -> HttpResponse:
    """How fresh the map of this house (or of the city) is, in one picture, and what to ask whom first."""
    _demand_keeper(request)
    house = _house_here(request)
    asked = None if request.GET.get("van") == "stad" else house
    today = clock.today()
    page = _page_of(queries.ask_first(asked, on=today), request.GET.get("page", ""))
    context = {
        "house": house,
        "asked_house": asked,
        "picture": queries.picture_of(asked, on=today),
        "mine": queries.asked_of(person_of(request), on=today),
        "answers": queries.answers_with_work(asked),
        "gone": queries.said_to_be_gone(asked),
        "page": page,
        "groups": queries.by_keeper(page),
        "may_manage": access.may_manage_map(request.user),
    }
    return render(request, "directory/freshness.html", context)


@require_POST
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Say with one tap whether an entry is right; what is different leads to the form."""
    found = _entry(request, pk)
    form = VerifyForm({"how": Verification.How.CALLED, **request.POST.dict()})
    demand(form.is_valid(), _("Choose what you found."))
    how, outcome = form.cleaned_data["how"], form.cleaned_data["outcome"]
    if outcome == Outcome.CHANGED:
        return redirect("directory:change", pk)
    actions.verify_entry(found, how=how, outcome=outcome, by=actor_of(request))
    request.session[HOW_KEY] = how
    if request.headers.get("HX-Request"):
        return render(request, "directory/part_done.html", {"entry": found, "words": _what_was_done(found, outcome)})
    messages.success(request, _what_was_done(found, outcome))
    return _back(request, pk)


@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who keeps an entry right."""
    found = _entry(request, pk)
    actions.ask_keeper(found, by=actor_of(request), house=_house_here(request))
    words = _("%(name)s: we asked whether this is still right.") % {"name": found.name}
    if request.headers.get("HX-Request"):
        return render(request, "directory/part_done.html", {"entry": found, "words": words})
    messages.success(request, words)
    return _back(request, pk)


@require_http_methods(["GET", "POST"])
def keeper(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who keeps an entry right."""
    found = _entry(request, pk)
    form = KeeperForm(request.POST or None, instance=found, house=_house_here(request))
    if form.is_valid():
        said = form.cleaned_data
        actions.set_keeper(
            found,
            colleague=said["keeper"],
            name=said["keeper_name"],
            email=said["keeper_email"],
            phone=said["keeper_phone"],
            by=actor_of(request),
        )
        messages.success(request, _("Saved who knows whether this is right."))
        return redirect("directory:entry", pk)
    context = {"form": form, "entry": found}
    return render(request, "directory/keeper_form.html", context, status=422 if form.is_bound else 200)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an entry as it was before the last correction."""
    actions.undo_correction(_entry(request, pk), by=actor_of(request))
    messages.success(request, _("It is as it was before."))
    return redirect("directory:entry", pk)


@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """The work that an answer asked for is done."""
    check = get_object_or_404(access.visible_checks(request.user), pk=pk)
    actions.finish_check(check, by=actor_of(request))
    return redirect("directory:freshness")


def _page_of(entries: QuerySet[Entry], asked: str) -> Page[Entry]:
    """One page of a list, with how long it is, in one query; a page that is not there is the first."""
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 and asked != "0" else 1
    counted = queries.some_of(entries, after=(number - 1) * queries.AT_ONCE)
    if number > 1 and not counted:
        return _page_of(entries, "")
    paginator = Paginator(counted.first, queries.AT_ONCE)
    paginator.count = (number - 1) * queries.AT_ONCE + len(counted.first) + counted.more
    return Page(counted.first, number, paginator)


def _demand_keeper(request: HttpRequest) -> None:
    demand(access.may_keep_map(request.user), _("Only who works in a house keeps the map."), error=NotYours)


def _entry(request: HttpRequest, pk: int) -> Entry:
    _demand_keeper(request)
    return get_object_or_404(access.visible_entries(request.user), pk=pk)


def _house_here(request: HttpRequest) -> House | None:
    """The house somebody works in now; nothing for who works for the city."""
    houses = houses_of(person_of(request), *access.KEEPERS)
    return chosen_of(houses, request=request) if houses else None


def _what_was_done(entry: Entry, outcome: str) -> str:
    if outcome == Outcome.RIGHT:
        return _("%(name)s: still right, today.") % {"name": entry.name}
    if entry.is_published:
        return _("%(name)s: the coordinator decides whether it goes off the map.") % {"name": entry.name}
    return _("%(name)s is off the map.") % {"name": entry.name}


def _back(request: HttpRequest, pk: int) -> HttpResponse:
    """To the list where the button was, or to the entry."""
    return redirect("directory:freshness") if request.POST.get("from") == "list" else redirect("directory:entry", pk)
