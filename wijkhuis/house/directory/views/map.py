"""The map for everybody, and keeping it for staff."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.access import public
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory import access, actions, queries
from wijkhuis.house.directory.forms import EntryForm, SearchForm
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries.rows import rows_of_entries, rows_of_found
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.access import houses_of
from wijkhuis.house.people.here import KEY

PER_PAGE = 30
MOST_FOUND = 15


@public("everybody may see what is there in the neighbourhood")
@require_GET
def entries(request: HttpRequest) -> HttpResponse:
    """Everything that is there, or what fits what somebody types."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    context: dict[str, Any] = {**_frame(request), "form": form, "asked": asked.get("q", "")}
    kinds = [asked["kind"]] if asked.get("kind") else None
    if asked.get("q"):
        found = queries.search_entries(asked["q"], house=_house(request), kinds=kinds, limit=MOST_FOUND)
        context["rows"] = rows_of_found(found, house=context.get("asked_house", ""))
    else:
        known = access.visible_entries(request.user).filter(kind__in=kinds or Entry.Kind.values)
        context["page"] = Paginator(known, PER_PAGE).get_page(request.GET.get("page"))
        context["rows"] = rows_of_entries(context["page"], house=context.get("asked_house", ""))
    part = "#found" if request.headers.get("HX-Request") else ""
    return render(request, f"directory/entries.html{part}", context)


@public("everybody may see what is there in the neighbourhood")
@require_GET
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One thing that is there."""
    found = get_object_or_404(access.visible_entries(request.user), pk=pk)
    context = {**_frame(request), "entry": found, "may_edit": access.may_edit_entry(request.user, found)}
    return render(request, "directory/entry.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Put something on the map."""
    demand(access.may_keep_map(request.user), _("Only who works in a house keeps the map."), error=NotYours)
    form = EntryForm(request.POST or None)
    if form.is_valid():
        made = actions.add_entry(form.cleaned_data, by=actor_of(request))
        messages.success(request, _("%(name)s is on the map.") % {"name": made.name}, extra_tags="saved:entry")
        return redirect("directory:entry", made.pk)
    return render(request, "directory/entry_form.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an entry."""
    found = get_object_or_404(access.visible_entries(request.user), pk=pk)
    demand(access.may_edit_entry(request.user, found), _("Only who works in a house keeps the map."), error=NotYours)
    form = EntryForm(request.POST or None, instance=found)
    if form.is_valid():
        actions.change_entry(found, form.cleaned_data, by=actor_of(request))
        messages.success(request, _("The change is saved."), extra_tags="saved:entry")
        return redirect("directory:entry", pk)
    context = {"form": form, "entry": found}
    return render(request, "directory/entry_form.html", context, status=422 if form.errors else 200)


@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an entry off the map, or put it back."""
    found = get_object_or_404(access.visible_entries(request.user), pk=pk)
    act = actions.retire_entry if found.is_published else actions.return_entry
    act(found, by=actor_of(request))
    return redirect("directory:entry", pk)


def _frame(request: HttpRequest) -> dict[str, Any]:
    """The layout for who looks, the house they look from, and what they may do here."""
    keeps = access.may_keep_map(request.user)
    frame: dict[str, Any] = {"may_keep": keeps, "may_manage": keeps and access.may_manage_map(request.user)}
    if request.user.is_authenticated:
        return {**frame, "layout": "ui/staff.html"}
    house = _house(request)
    return {**frame, "layout": "ui/resident.html", "house": house, "asked_house": house.slug if house else ""}


def _house(request: HttpRequest) -> House | None:
    """The house somebody works in now; for a visitor the house they came from, or the only one there is."""
    if isinstance(request.user, User):
        houses = houses_of(request.user)
        return next((house for house in houses if house.pk == request.session.get(KEY)), next(iter(houses), None))
    asked = request.GET.get("huis", "")[:50].replace("\x00", "")
    if asked:
        return House.objects.filter(slug=asked, closed_on=None).first()
    houses = list(House.objects.filter(closed_on=None)[:2])
    return houses[0] if len(houses) == 1 else None
