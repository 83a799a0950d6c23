"""Changing a round, calling it off, and letting a pair go."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.signals import access, actions
from wijkhuis.loop.signals.forms.rounds import RoundForm
from wijkhuis.loop.signals.models import Pair, Round
from wijkhuis.loop.signals.views.shared import is_done


@require_http_methods(["GET", "POST"])
def change_round(request: SignedIn, pk: int) -> HttpResponse:
    """Another day, place, name or other starters."""
    held = _round(request, pk)
    first = {name: getattr(held, name) for name in RoundForm.base_fields}
    form = RoundForm(request.POST if request.method == "POST" else None, house=held.house, initial=first)
    if form.is_valid() and is_done(form, lambda: actions.change_round(held, **form.cleaned_data, by=actor_of(request))):
        messages.success(request, _("The round is changed."), extra_tags=f"saved:{request.path}")
        return redirect("signals:round", pk)
    return render(request, "signals/new_round.html", {"form": form, "round": held}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def call_off(request: SignedIn, pk: int) -> HttpResponse:
    """Call a round off, after saying what goes with it."""
    held = _round(request, pk)
    if request.method == "POST":
        actions.call_off_round(held, by=actor_of(request))
        messages.success(request, _("The round is called off."))
        return redirect("signals:rounds")
    context = {
        "round": held,
        "title": _("Call this round off?"),
        "lead": _("Then it does not take place. It leaves the list, and the links of the pairs lead nowhere."),
        "button": _("Yes, call it off"),
    }
    return render(request, "signals/round_sure.html", context)


@require_http_methods(["GET", "POST"])
def remove_pair(request: SignedIn, pk: int) -> HttpResponse:
    """Let a pair go, after a second look."""
    pairs = Pair.objects.filter(round__in=access.visible_rounds(request.user)).select_related("round__house")
    pair = get_object_or_404(pairs, pk=pk)
    if request.method == "POST":
        actions.remove_pair(pair, by=actor_of(request))
        messages.success(request, _("This pair does not go out any more."))
        return redirect("signals:round", pair.round_id)
    names = {"resident": pair.resident, "professional": pair.professional}
    context = {
        "round": pair.round,
        "title": _("Do %(resident)s and %(professional)s not go out after all?") % names,
        "lead": _("Their names leave the round, and their link leads nowhere any more."),
        "button": _("Take this pair off"),
    }
    return render(request, "signals/round_sure.html", context)


def _round(request: SignedIn, pk: int) -> Round:
    return get_object_or_404(access.visible_rounds(request.user).select_related("house", "neighbourhood"), pk=pk)
