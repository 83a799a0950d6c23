"""Assignments: making one, the cards on a phone, the paper to take along, handing over and stopping."""

from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory.access import visible_entries
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries import search_entries
from wijkhuis.house.fieldwork import access, actions, queries, rules
from wijkhuis.house.fieldwork.forms import AssignmentForm, FindingForm, GivenForm
from wijkhuis.house.fieldwork.models import Assignment, Finding
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.here import current_house
from wijkhuis.house.people.models import Role

MOST_TICKED = 100


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Give somebody something to find out."""
    house, user = current_house(request, *rules.SUPERVISOR_KINDS), person_of(request)
    kind = request.GET.get("soort", "")
    if kind not in Assignment.Kind.values:
        return render(request, "fieldwork/choose_kind.html")
    is_looking = "look" in request.POST
    form = AssignmentForm(
        None if is_looking else request.POST or None,
        initial=_typed(request) if is_looking else None,
        kind=kind,
        offered=_offered(request, house, is_looking=is_looking) if kind != Assignment.Kind.TALK else [],
        team=_team(house, *rules.DOER_KINDS),
        supervisors=_team(house, *rules.SUPERVISOR_KINDS),
        me=user,
    )
    if form.is_valid():
        made = actions.make_assignment(house, kind=kind, by=actor_of(request), **form.cleaned_data)
        messages.success(request, _("The assignment is there."), extra_tags=f"saved:assignment-{kind}")
        return redirect("fieldwork:review", made.pk)
    context = {"form": form, "kind": kind, "starters": rules.STARTERS}
    return render(request, "fieldwork/new_assignment.html", context, status=422 if form.errors else 200)


def _offered(request: HttpRequest, house: House, *, is_looking: bool) -> list[Entry]:
    """What can be chosen: what was ticked, what was found by looking for it, and what nobody looked at for longest."""
    ticked = [int(pk) for pk in request.POST.getlist("entries")[:MOST_TICKED] if pk.isascii() and pk.isdigit()]
    known = visible_entries(request.user).filter(is_published=True)
    words = request.POST.get("search", "")[:200] if is_looking else ""
    found = [one.entry for one in search_entries(words, house=house)] if words else []
    offered = [*(known.filter(pk__in=ticked) if ticked else ()), *found, *queries.stalest_entries(house)]
    return list({entry.pk: entry for entry in offered}.values())


def _typed(request: HttpRequest) -> dict[str, Any]:
    """What stands in the form already, while somebody looks for an entry."""
    return {**request.POST.dict(), "entries": request.POST.getlist("entries")[:MOST_TICKED]}


@require_GET
def assignment(request: HttpRequest, pk: int) -> HttpResponse:
    """The cards of one assignment, for who does it or fills in their paper."""
    return _cards(request, _found(request, pk))


@require_POST
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep one card."""
    card = get_object_or_404(access.visible_findings(request.user), pk=pk)
    form = FindingForm(request.POST, is_entry=bool(card.entry_id))
    if not form.is_valid():
        return _cards(request, _found(request, card.assignment_id), wrong=form, wrong_pk=pk, status=422)
    actions.fill_in(card, by=actor_of(request), **form.cleaned_data)
    messages.success(request, _("Kept."), extra_tags=f"saved:finding-{pk}")
    rest = card.assignment.findings.filter(found_on=None).values_list("pk", flat=True).first()
    return redirect(
        f"{reverse('fieldwork:assignment', args=[card.assignment_id])}#{f'card-{rest}' if rest else 'ready'}"
    )


@require_GET
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The assignment on paper, with boxes to tick, lines to write on and the way back."""
    found = _found(request, pk)
    link = settings.SITE_URL + reverse("fieldwork:assignment", args=[pk])
    # Who has no account can do nothing with the way back.
    has_account = found.done_by_id is not None
    context = {
        "assignment": found,
        "findings": queries.cards_of(found),
        "starters": rules.STARTERS,
        "link_words": link.partition("://")[2],
        "qr": has_account and segno.make(link, micro=False, error="m").svg_data_uri(scale=4, border=1),
        "back_url": reverse("fieldwork:assignment", args=[pk]),
    }
    return render(request, "fieldwork/assignment_paper.html", context)


@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody else do it."""
    found = _supervised(request, pk)
    first = {"done_by": found.done_by_id, "done_by_name": found.done_by_name, "due_on": found.due_on}
    form = GivenForm(request.POST or None, team=_team(found.house, *rules.DOER_KINDS), initial=first)
    if form.is_valid():
        actions.hand_over_assignment(found, by=actor_of(request), **form.cleaned_data)
        messages.success(request, _("Somebody else does it now."))
        return redirect("fieldwork:review", pk)
    context = {"form": form, "assignment": found}
    return render(request, "fieldwork/hand_over.html", context, status=422 if form.errors else 200)


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop an assignment."""
    actions.stop_assignment(_supervised(request, pk), by=actor_of(request))
    messages.success(request, _("The assignment is stopped. What was found is still there."))
    return redirect("fieldwork:review", pk)


def _cards(
    request: HttpRequest, found: Assignment, *, wrong: FindingForm | None = None, wrong_pk: int = 0, status: int = 200
) -> HttpResponse:
    findings = queries.cards_of(found)
    cards = [(one, wrong if wrong and one.pk == wrong_pk else _form_of(one)) for one in findings]
    user = person_of(request)
    context: dict[str, Any] = {
        "assignment": found,
        "cards": cards,
        "done": sum(one.is_found for one in findings),
        "starters": rules.STARTERS if found.kind == Assignment.Kind.TALK else [],
        "may_fill_in": found.closed_on is None and access.may_fill_in(user, found),
        "may_review": access.may_assign(user, found.house),
    }
    return render(request, "fieldwork/assignment.html", context, status=status)


def _form_of(one: Finding) -> FindingForm:
    first = {"outcome": one.outcome, "note": one.note}
    return FindingForm(initial=first, is_entry=bool(one.entry_id), auto_id=f"id_{one.pk}_%s")


def _found(request: HttpRequest, pk: int) -> Assignment:
    return get_object_or_404(access.visible_assignments(request.user), pk=pk)


def _supervised(request: HttpRequest, pk: int) -> Assignment:
    found = _found(request, pk)
    demand(access.may_assign(request.user, found.house), _("Ask your supervisor to do this."), error=NotYours)
    return found


def _team(house: House, *kinds: str) -> QuerySet[User]:
    roles = Role.objects.active(on=clock.today()).filter(house=house, kind__in=kinds)
    return User.objects.filter(pk__in=roles.values("user"), is_active=True).order_by("first_name")
