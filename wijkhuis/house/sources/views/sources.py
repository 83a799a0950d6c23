"""Where the map comes from: the sources, what each says otherwise, and what it dropped."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory.access import may_manage_map
from wijkhuis.house.directory.actions import retire_entry
from wijkhuis.house.sources import access, actions
from wijkhuis.house.sources.forms import SourceForm
from wijkhuis.house.sources.models import Source
from wijkhuis.house.sources.queries.differences import (
    count_differences,
    differences,
    dropped,
    off_our_map,
    sources_with_counts,
)
from wijkhuis.house.sources.queries.table import parts_of_the_map

PER_PAGE = 50


@require_GET
def sources(request: HttpRequest) -> HttpResponse:
    """All sources: when they were read, how many entries they have, what they dropped, what we corrected."""
    demand(may_manage_map(request.user), _("Ask the manager of the house to do this."), error=NotYours)
    page = Paginator(sources_with_counts(access.visible_sources(request.user)), PER_PAGE).get_page(
        request.GET.get("page")
    )
    pairs = access.visible_pairs(request.user).count()
    different = count_differences(one.pk for one in page)
    rows = [(one, different.get(one.pk, 0)) for one in page]
    context = {"page": page, "rows": rows, "pairs": pairs, "parts": range(1, parts_of_the_map() + 1)}
    return render(request, "sources/sources.html", context)


@require_GET
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """One source: what it says otherwise than we do, what it dropped, when it was read."""
    found = get_object_or_404(access.visible_sources(request.user), pk=pk)
    records = access.visible_records(request.user).filter(source=found)
    page = Paginator(differences(records), PER_PAGE).get_page(request.GET.get("page"))
    gone = Paginator(dropped(records), PER_PAGE).get_page(request.GET.get("weg"))
    context: dict[str, Any] = {
        "source": found,
        "page": page,
        "gone": gone,
        "off": Paginator(off_our_map(records), PER_PAGE).get_page(request.GET.get("eraf")),
        "count": records.filter(dropped_on=None).count(),
        "readings": access.visible_readings(request.user).filter(source=found)[:10],
        "can_be_read": actions.can_be_read(found),
    }
    return render(request, "sources/source.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Add a source that is read at its address."""
    demand(may_manage_map(request.user), _("Ask the manager of the house to do this."), error=NotYours)
    return _form(request, Source(form=Source.Form.HSDS))


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the name or the address of a source."""
    return _form(request, get_object_or_404(access.visible_sources(request.user), pk=pk))


@require_POST
def read_now(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a source at its address."""
    found = get_object_or_404(access.visible_sources(request.user), pk=pk)
    reading = actions.ask_reading_now(found, by=actor_of(request))
    return redirect("sources:reading", reading.pk)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over a fact of the source, or keep ours."""
    told = get_object_or_404(access.visible_records(request.user), pk=pk)
    fact, choice = request.POST.get("fact", "")[:40], request.POST.get("choice", "")
    act = actions.take_over if choice == "theirs" else actions.keep_ours
    act(told, fact=fact, by=actor_of(request))
    return redirect("sources:source", told.source_id)


@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Take off the map what the source no longer has."""
    told = get_object_or_404(access.visible_records(request.user), pk=pk)
    retire_entry(told.entry, by=actor_of(request))
    messages.success(request, _("%(name)s is off the map.") % {"name": told.entry.name})
    return redirect("sources:source", told.source_id)


def _form(request: HttpRequest, found: Source) -> HttpResponse:
    form = SourceForm(request.POST or None, instance=found)
    if form.is_valid():
        kept = actions.change_source(found, form.cleaned_data, by=actor_of(request))
        return redirect("sources:source", kept.pk)
    context = {"form": form, "source": found}
    return render(request, "sources/source_form.html", context, status=422 if form.errors else 200)
