"""A proposal: read its sentences, take out what does not belong, and say yes, no or later."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base import clock
from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.loop.signals import access, actions
from wijkhuis.loop.signals.forms.themes import ProposalForm
from wijkhuis.loop.signals.models import Proposal, Signal, Theme
from wijkhuis.loop.signals.rules.likeness import folded
from wijkhuis.loop.signals.views.finding import answer, read_theme

LATER = "proposals_put_off"
MADE = "proposal_of_theme"
DECLINED = "proposal_said_no_to"


def put_off(request: HttpRequest) -> list[int]:
    """The proposals somebody put off today."""
    day, *proposals = request.session.get(LATER, [""])
    return proposals if day == clock.today().isoformat() else []


@require_http_methods(["GET", "POST"])
def proposal(request: SignedIn, pk: int) -> HttpResponse:
    """One proposal, and what the group says of it."""
    known = access.visible_proposals(request.user).select_related("house", "theme__house", "other")
    found = get_object_or_404(known, pk=pk)
    if found.decided_on:
        messages.info(request, _("Somebody already said yes or no to this."))
        return _to_next(request, found.house_id)
    signals = list(found.signals.all())
    form = ProposalForm(request.POST if request.method == "POST" else None, proposal=found, signals=signals)
    if form.is_valid():
        if form.cleaned_data["do"] == "later":
            request.session[LATER] = [clock.today().isoformat(), *put_off(request), found.pk][:200]
            return _to_next(request, found.house_id)
        if is_done_with(form, lambda said: _decide(request, found, said)):
            return _to_next(request, found.house_id)
    return answer(request, "signals/proposal.html", _context(found, signals, form, just_declined(request)), form)


def _decide(request: SignedIn, found: Proposal, said: dict[str, Any]) -> None:
    by = actor_of(request)
    if said["do"] == "no":
        actions.decline_proposal(found, by=by)
        request.session[DECLINED] = found.pk
        messages.success(request, _("We will not propose this again."))
        return
    theme = actions.confirm_proposal(found, name=said["name"], signals=said["signals"], by=by)
    words = format_html('<a href="{}">{}</a>', reverse("signals:theme", args=[theme.pk]), theme.name)
    if found.kind == Proposal.Kind.NEW:
        request.session[MADE] = [theme.pk, found.pk]
    messages.success(request, format_html(_("Kept: {}."), words), extra_tags=f"saved:{request.path}")


def _to_next(request: SignedIn, house_id: int) -> HttpResponse:
    waiting = access.visible_proposals(request.user).filter(house_id=house_id, decided_on=None)
    following = waiting.exclude(pk__in=put_off(request)).order_by("-closeness", "pk").first()
    return redirect("signals:proposal", following.pk) if following else redirect("signals:themes")


def _context(found: Proposal, signals: list[Signal], form: ProposalForm, declined: Proposal | None) -> dict[str, Any]:
    kind = Proposal.Kind
    beside: list[tuple[str, list[list[Signal]]]] = []
    if found.theme is not None:
        rest = found.theme.signals.exclude(pk__in=[signal.pk for signal in signals])
        beside.append((found.theme.name, folded(rest[:300])))
    if found.kind == kind.MERGE and found.other is not None:
        beside.append((found.other.name, folded(found.other.signals.all()[:300])))
    return {
        "proposal": found,
        "declined": declined,
        "asked": found.asked,
        "folds": folded(signals),
        "chosen": form.chosen,
        "beside": beside,
        "form": form,
        "names_it": found.kind in (kind.NEW, kind.SPLIT, kind.MERGE),
    }


def just_declined(request: SignedIn) -> Proposal | None:
    """What this person said no to a moment ago, to take back."""
    pk = request.session.get(DECLINED, 0)
    today = {"accepted": False, "decided_on": clock.today(), "pk": pk}
    return (
        access.visible_proposals(request.user).filter(**today).select_related("theme", "other").first() if pk else None
    )


@require_POST
def take_back_no(request: SignedIn, pk: int) -> HttpResponse:
    """Undo a no that was said a moment ago."""
    found = get_object_or_404(access.visible_proposals(request.user).select_related("house"), pk=pk)
    waiting = actions.take_back_no(found, by=actor_of(request))
    request.session.pop(DECLINED, None)
    return redirect("signals:proposal", waiting.pk)


@require_POST
def undo(request: SignedIn, pk: int) -> HttpResponse:
    """Undo a yes that was said a moment ago."""
    theme = read_theme(request, pk)
    made, proposal_pk = request.session.get(MADE, [0, 0])
    confirmed = Proposal.objects.filter(pk=proposal_pk if made == theme.pk else 0, house=theme.house)
    waiting = actions.take_back_theme(theme, proposal=get_object_or_404(confirmed), by=actor_of(request))
    request.session.pop(MADE, None)
    messages.success(request, _("The theme is gone and its sentences stand alone again."))
    return redirect("signals:proposal", waiting.pk)


def was_just_made(request: HttpRequest, theme: Theme) -> bool:
    """Whether this person said yes to this theme in this session, so that they may take it back."""
    return bool(request.session.get(MADE, [0])[0] == theme.pk)
