"""The phone page of a pair in the street: what to begin with, and what they heard."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkhuis.base.access import count_try, limited, origin, public
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.forms.pair import NoteForm
from wijkhuis.loop.signals.models import Pair
from wijkhuis.loop.signals.views.shared import number_of

WRONG_LINKS = {"at_most": 20, "seconds": 600}


@public("a pair writes what it heard by its own link, without an account, until the round closes")
@require_http_methods(["GET", "POST"])
@limited("pair_note", at_most=120, seconds=600)
def pair(request: HttpRequest, token: str) -> HttpResponse:
    """Write down what a conversation brought, and read or take away what one wrote."""
    found = actions.find_pair(token)
    if found is None:
        count_try("pair_link", who=origin(request), **WRONG_LINKS)
        typed = request.POST.get("words", "")[:2000]
        return render(request, "signals/pair_gone.html", {"typed": typed}, status=404)
    speak_as(found.round.house, request=request, language="")
    by = Actor(label=f"pair:{found.pk}", origin=origin(request))
    if "away" in request.POST:
        return _take_away(request, found, token, by)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _is_written(form, found, by):
        messages.success(request, _("It is written down. With whom do you talk next?"), extra_tags="saved:pair")
        return redirect("signals:pair", token)
    context = {
        **reach_of(found.round.house),
        "pair": found,
        "starters": [line.strip() for line in found.round.starters.splitlines() if line.strip()],
        "notes": found.notes.order_by("-pk"),
        "form": form,
    }
    response = render(request, "signals/pair.html", context, status=422 if form.errors else 200)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _take_away(request: HttpRequest, found: Pair, token: str, by: Actor) -> HttpResponse:
    note = get_object_or_404(found.notes.select_related("pair__round"), pk=number_of(request.POST["away"]))
    actions.delete_note(note, by=by)
    messages.info(request, _("Your note is gone."))
    return redirect("signals:pair", token)


def _is_written(form: NoteForm, found: Pair, by: Actor) -> bool:
    try:
        actions.write_note(found, words=form.cleaned_data["words"], by=by)
    except RuleBroken as broken:
        if broken.status != 409:
            raise
        form.add_error(None, broken.sentence)
    return not form.errors
