"""Reading a list: choose a file, say which columns are which, see what became of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory.access import may_manage_map
from wijkhuis.house.sources import access, actions
from wijkhuis.house.sources.forms import ImportForm, MatchForm
from wijkhuis.house.sources.hsds.recognising import first_names, is_hsds
from wijkhuis.house.sources.models import Reading
from wijkhuis.house.sources.queries.under_way import is_under_way
from wijkhuis.house.sources.rules.columns import COLUMNS, column_of, guess_column
from wijkhuis.house.sources.rules.files import open_table


@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Choose a file and say whose list it is."""
    demand(may_manage_map(request.user), _("Ask the manager of the house to do this."), error=NotYours)
    names = list(access.visible_sources(request.user).order_by("name").values_list("name", flat=True)[:100])
    first = {"source": request.GET.get("bron", "")[:60]}
    form = ImportForm(request.POST or None, request.FILES or None, initial=first)
    if form.is_valid():
        asked = form.cleaned_data
        reading = actions.ask_reading(
            asked["source"],
            content=asked["file"],
            file_name=form.file_name,
            strict=asked["strict"],
            is_whole=not asked["is_part"],
            by=actor_of(request),
        )
        return redirect("sources:reading", reading.pk)
    context = {"form": form, "columns": ", ".join(COLUMNS), "names": names}
    return render(request, "sources/take_in.html", context, status=422 if form.errors else 200)


@require_GET
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the reading of a list is, and what became of it."""
    found = get_object_or_404(access.visible_readings(request.user), pk=pk)
    if not found.begun_at and not found.ended_at:
        return redirect("sources:match", pk)
    context = {"reading": found, "is_under_way": found.ended_at is not None or is_under_way(found)}
    return render(request, "sources/reading.html", context)


@require_http_methods(["GET", "POST"])
def match(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which of their columns is which of our facts."""
    found = get_object_or_404(access.visible_readings(request.user).defer(None), pk=pk)
    if found.begun_at or found.ended_at:
        return redirect("sources:reading", pk)
    content = bytes(found.content or b"")
    if is_hsds(content):
        return _look_first(request, found, content)
    form = _match_form(found, request.POST or None)
    if form.is_valid():
        actions.match_columns(found, form.matching(), by=actor_of(request))
        return redirect("sources:reading", pk)
    context: dict[str, Any] = {"reading": found, "form": form}
    return render(request, "sources/match.html", context, status=422 if form.errors else 200)


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop reading."""
    found = get_object_or_404(access.visible_readings(request.user), pk=pk)
    actions.stop_reading(found, by=actor_of(request))
    return redirect("sources:reading", pk)


def _look_first(request: HttpRequest, found: Reading, content: bytes) -> HttpResponse:
    """A file in the standard has nothing to match: see what is in it, and read it."""
    if request.method == "POST":
        actions.match_columns(found, {}, by=actor_of(request))
        return redirect("sources:reading", found.pk)
    context = {"reading": found, "names": first_names(content, name=found.file_name)}
    return render(request, "sources/match.html", context)


def _match_form(found: Reading, data: Any) -> MatchForm:
    """A guess for each column that nobody spoke of before."""
    content, source = bytes(found.content or b""), found.source
    headings, _lines = open_table(content)
    taken = {name for heading in headings if (name := column_of(heading, matching=source.matching))}
    guesses: dict[str, str] = {}
    for heading in actions.columns_to_match(headings, source):
        guesses[heading] = guess_column(heading, taken=taken)
        taken.add(guesses[heading])
    if "id" not in taken and (free := next((heading for heading, guess in guesses.items() if not guess), None)):
        guesses[free] = "id"
    return MatchForm(data, content=content, source=source, guesses=guesses)
