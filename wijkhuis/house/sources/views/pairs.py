"""Entries that may be one: two cards beside each other, and a human who decides."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory.access import may_manage_map
from wijkhuis.house.sources import access, actions
from wijkhuis.house.sources.queries.beside import alike_words, beside, origins

PER_PAGE = 30


@require_GET
def pairs(request: HttpRequest) -> HttpResponse:
    """Which entries may be one, the likeliest first, and what was brought together before."""
    demand(may_manage_map(request.user), _("Ask the manager of the house to do this."), error=NotYours)
    found = access.visible_pairs(request.user).order_by("-likeness", "pk")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(pair, alike_words(pair.alike)) for pair in page]
    merges = access.visible_merges(request.user).order_by("-merged_at")[:20]
    return render(request, "sources/pairs.html", {"page": page, "rows": rows, "merges": merges})


@require_GET
def pair(request: HttpRequest, pk: int) -> HttpResponse:
    """Two entries beside each other."""
    found = get_object_or_404(access.visible_pairs(request.user), pk=pk)
    facts = beside(found.first, found.second)
    context = {
        "pair": found,
        "alike": alike_words(found.alike),
        "same": [fact for fact in facts if fact.is_same],
        "different": [fact for fact in facts if not fact.is_same],
        "origins": origins(found.first, found.second),
    }
    return render(request, "sources/pair.html", context)


@require_POST
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Make one of these two; of each fact somebody chose which stays."""
    found = get_object_or_404(access.visible_pairs(request.user), pk=pk)
    take = [name.removeprefix("fact_") for name, value in request.POST.items() if value == "second"]
    made = actions.merge_entries(found.first, found.second, take=take, by=actor_of(request))
    messages.success(request, _("These two are one now: %(name)s.") % {"name": made.kept.name})
    return redirect("sources:pairs")


@require_POST
def apart(request: HttpRequest, pk: int) -> HttpResponse:
    """These are two."""
    found = get_object_or_404(access.visible_pairs(request.user), pk=pk)
    actions.tell_apart(found, by=actor_of(request))
    return redirect("sources:pairs")


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Look for entries that may be one."""
    demand(may_manage_map(request.user), _("Ask the manager of the house to do this."), error=NotYours)
    count = actions.propose_pairs()
    messages.success(request, _("We looked. New or other proposals: %(count)d.") % {"count": count})
    return redirect("sources:pairs")


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Make two of one again."""
    found = get_object_or_404(access.visible_merges(request.user), pk=pk)
    actions.undo_merge(found, by=actor_of(request))
    messages.success(request, _("They are two again."))
    return redirect("sources:pairs")
