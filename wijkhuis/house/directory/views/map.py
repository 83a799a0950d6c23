"""The map for everybody, and keeping it for staff."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base import clock
from wijkhuis.base.access import count_look, origin, public
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory import access, actions, queries
from wijkhuis.house.directory.forms.details import Rows
from wijkhuis.house.directory.forms.freshness import HouseNoteForm, RestIsRightForm, VerifyForm
from wijkhuis.house.directory.forms.map import EntryForm, SearchForm
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries.linked_data import linked_data
from wijkhuis.house.directory.queries.narrowing import narrow
from wijkhuis.house.directory.queries.rows import rows_of_entries, rows_of_found
from wijkhuis.house.directory.rules.freshness import Age
from wijkhuis.house.directory.views.picture import picture_around, picture_of, point_of, read_choice
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.neighbourhood.speaking import visited_house
from wijkhuis.house.people.access import houses_of
from wijkhuis.house.people.here import KEY

PER_PAGE = 30
FIRST_FOUND, MOST_FOUND = 5, 15
# Of one network address, which may be a whole library.
LOOKS_A_MINUTE = 120
# How somebody knew it the last time, so that the next time is one tap.
HOW_KEY = "verified_how"


@public("everybody may see what is there in the neighbourhood")
@require_http_methods(["GET", "POST"])
def entries(request: HttpRequest) -> HttpResponse:
    """Everything that is there, or what fits what somebody types; beside the list the picture of the same.

    The words come by POST: an address is kept by browsers and logs. What kind and where stands in the address, or in
    the form when that is sent.
    """
    _demand_patience(request)
    form = SearchForm(request.POST)
    asked = form.cleaned_data if form.is_valid() else {}
    context: dict[str, Any] = {**_frame(request), "form": form, "asked": asked.get("q", "")}
    slug = context.get("asked_house", "")
    narrow_form, choice, ground = read_choice(request, house=slug)
    house = _house(request)
    near = point_of(house, ground.houses)
    shown = access.visible_entries(request.user)
    if asked.get("q"):
        kinds = [choice.kind] if choice.kind else None
        limit = MOST_FOUND * (5 if choice.is_narrow else 1)
        found = queries.search_entries(asked["q"], house=house, kinds=kinds, limit=limit)
        shown = shown.filter(pk__in=[one.entry.pk for one in found])
        fitting = set(narrow(shown, choice).values_list("pk", flat=True))
        seen = [one for one in found if one.entry.pk in fitting][:MOST_FOUND]
        first = MOST_FOUND if request.POST.get("more") else FIRST_FOUND
        context["rows"] = rows_of_found(seen[:first], house=slug, near=near)
        context["has_more"] = len(seen) > first
    elif request.method == "POST" and request.headers.get("HX-Target", "map") == "map":
        # Without words there is nothing to keep out of the address, and what was chosen can be sent to somebody.
        return _go(request, f"{request.path}?{choice.query()}")
    else:
        context["page"] = Paginator(narrow(shown, choice), PER_PAGE).get_page(request.GET.get("page"))
        context["rows"] = rows_of_entries(context["page"], house=slug, near=near)
    context |= {"narrow_form": narrow_form}
    context |= picture_of(shown, choice, ground=ground)
    if request.headers.get("HX-Target") != "found":
        return render(request, "directory/entries.html", context)
    page = render(request, "directory/entries.html#found", context)
    for part in ("picture", "tabs"):
        page.write(render_to_string(f"directory/part_{part}.html", {**context, "is_swapped": True}, request))
    return page


@public("everybody may see what is there in the neighbourhood")
@require_GET
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One thing that is there."""
    found = get_object_or_404(_whole(request), pk=pk)
    house, may_edit = _house(request), access.may_edit_entry(request.user, found)
    card = queries.card_of(found, at=clock.now(), house=house)
    context = {**_frame(request), "entry": found, "card": card, "may_edit": may_edit}
    if found.is_published:
        context["has_calendar"] = card.has_times and card.age != Age.INACTIVE
        context["linked_data"] = linked_data(found, site=settings.SITE_URL)
    if may_edit:
        may_note = house is not None and access.may_note_for(request.user, house)
        verify = VerifyForm(initial={"how": request.session.get(HOW_KEY, VerifyForm.base_fields["how"].initial)})
        context |= {"care": queries.care_of(found), "verify_form": verify, "note_house": house if may_note else None}
        context["note_form"] = HouseNoteForm(initial={"note": card.note.note if card.note else ""})
    context |= picture_around(found, house=house)
    return render(request, "directory/entry.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Put something on the map, after a look at what is there already under nearly that name."""
    demand(access.may_keep_map(request.user), _("Only who works in a house keeps the map."), error=NotYours)
    form, rows = EntryForm(request.POST or None), Rows(None, request.POST or None)
    is_good, there = form.is_valid() and rows.is_valid(), list[Entry]()
    if is_good and "is_other" not in request.POST:
        there = queries.nearly_called(form.cleaned_data["name"], among=access.visible_entries(request.user))
    if is_good and not there:
        made = actions.add_entry(form.cleaned_data, **rows.cleaned(), by=actor_of(request))
        messages.success(request, _("%(name)s is on the map.") % {"name": made.name}, extra_tags="saved:entry")
        return redirect("directory:entry", made.pk)
    context = {"form": form, "rows": rows, "there": there}
    return render(request, "directory/entry_form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an entry, and say whether the rest is right too."""
    found = get_object_or_404(access.visible_entries(request.user), pk=pk)
    demand(access.may_edit_entry(request.user, found), _("Only who works in a house keeps the map."), error=NotYours)
    rows = Rows(found, request.POST or None)
    form = EntryForm(request.POST or None, instance=found, has_times=rows.has_times)
    form.also_seen = rows.said
    rest = RestIsRightForm(request.POST or None)
    if form.is_valid() and rows.is_valid() and rest.is_valid():
        found_how = rest.cleaned_data["how"] if rest.cleaned_data["is_right"] else ""
        actions.change_entry(found, form.cleaned_data, **rows.cleaned(), found_how=found_how, by=actor_of(request))
        messages.success(request, _("The change is saved."), extra_tags=f"saved:entry-{pk}")
        return redirect("directory:entry", pk)
    context = {"form": form, "rows": rows, "rest": rest, "entry": found}
    return render(request, "directory/entry_form.html", context, status=422 if form.is_bound else 200)


@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an entry off the map, or put it back."""
    found = get_object_or_404(access.visible_entries(request.user), pk=pk)
    act = actions.retire_entry if found.is_published else actions.return_entry
    act(found, by=actor_of(request))
    return redirect("directory:entry", pk)


def _go(request: HttpRequest, address: str) -> HttpResponse:
    """To another address, also when the page asked by itself."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def _demand_patience(request: HttpRequest) -> None:
    """The whole map is work: a visitor who types has plenty, a program has not."""
    if not request.user.is_authenticated:
        count_look("map", who=origin(request), at_most=LOOKS_A_MINUTE, seconds=60)


def _whole(request: HttpRequest) -> QuerySet[Entry]:
    """Entries with all that a page says about one."""
    known = access.visible_entries(request.user).select_related("provider", "keeper", "correction__by")
    return known.prefetch_related("locations", "times")


def _frame(request: HttpRequest) -> dict[str, Any]:
    """The layout for who looks, the house they look from, and what they may do here."""
    keeps = access.may_keep_map(request.user)
    frame: dict[str, Any] = {"may_keep": keeps, "may_manage": keeps and access.may_manage_map(request.user)}
    house = _house(request)
    frame["calendar_of"] = house.slug if house else ""
    if request.user.is_authenticated:
        return {**frame, "layout": "ui/staff.html", "house_here": house}
    return {**frame, "layout": "ui/resident.html", "house": house, "asked_house": house.slug if house else ""}


def _house(request: HttpRequest) -> House | None:
    """The house somebody works in now; for a visitor the house they came from, or the only one there is."""
    if isinstance(request.user, User):
        houses = houses_of(request.user)
        return next((house for house in houses if house.pk == request.session.get(KEY)), next(iter(houses), None))
    return visited_house(request)
