"""The page of a theme: whole for the signal group, small for other staff of the house."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.house.fieldwork.access import may_ask
from wijkhuis.loop.signals import access
from wijkhuis.loop.signals.models import Theme
from wijkhuis.loop.signals.queries.drawing import draw_places, places_of
from wijkhuis.loop.signals.queries.existing import rows_of_existing
from wijkhuis.loop.signals.queries.lists import people_words, sentences_of, since_words
from wijkhuis.loop.signals.queries.telling import Told, told_of_each
from wijkhuis.loop.signals.rules.likeness import folded
from wijkhuis.loop.signals.views.finding import read_theme
from wijkhuis.loop.signals.views.proposal import was_just_made

MOST_SENTENCES = 500
# So many groups of sentences are read at once; the rest opens, so that deciding is near on a phone too.
AT_ONCE = 8


@require_GET
def theme(request: SignedIn, pk: int) -> HttpResponse:
    """One theme; a theme that went into another leads there."""
    shown = access.visible_themes(request.user).select_related("house").filter(pk=pk).first()
    if shown is None:
        gone = get_object_or_404(access.merged_themes(request.user), pk=pk)
        return redirect("signals:theme", gone.merged_into_id)
    context = {
        "theme": shown,
        "theme_house": shown.house,
        "people": people_words(shown),
        "since": since_words(shown),
    }
    if not access.in_group(request.user, shown.house):
        return render(request, "signals/theme_small.html", context)
    return render(request, "signals/theme.html", context | _whole(request, shown))


@require_GET
def exists(request: SignedIn, pk: int) -> HttpResponse:
    """What exists already for a theme: a part that the page of the theme fetches, or a page of its own."""
    shown = read_theme(request, pk)
    template = "signals/part_exists.html" if request.headers.get("HX-Request") else "signals/exists.html"
    works_here = may_ask(request.user, shown.house)
    return render(request, template, {"theme": shown, "exists": rows_of_existing(shown), "works_here": works_here})


def _whole(request: SignedIn, shown: Theme) -> dict[str, Any]:
    places, shapes = places_of(shown.house) if shown.people_shown else ([], {})
    told = told_of_each([shown], places=places).get(shown.pk, Told())
    folds = folded(sentences_of(theme_id=shown.pk)[:MOST_SENTENCES])
    return {
        "folds": folds[:AT_ONCE],
        "more": folds[AT_ONCE:],
        "told": told,
        "drawing": draw_places(told.places, shapes) if told.places else None,
        "may_take_back": was_just_made(request, shown),
    }
