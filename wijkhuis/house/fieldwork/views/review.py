"""Going through what was found, and what was learnt from it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory.models import Outcome
from wijkhuis.house.fieldwork import access, actions, queries, rules
from wijkhuis.house.fieldwork.forms import ClassForm, LearntForm, NewEntryForm
from wijkhuis.house.fieldwork.models import Assignment, Finding
from wijkhuis.house.people.here import current_house


@require_GET
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that was found, one tap each."""
    found = _supervised(request, pk)
    findings = list(found.findings.select_related("entry"))
    context = {
        "assignment": found,
        "findings": findings,
        "done": sum(one.is_found for one in findings),
        "all_right": sum(one.is_found and one.outcome == Outcome.RIGHT and not one.accepted_on for one in findings),
    }
    return render(request, "fieldwork/review.html", context)


@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over one finding."""
    one = _finding(request, pk)
    actions.accept_finding(one, became=request.POST.get("became", ""), by=actor_of(request))
    return _back(one)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo it."""
    one = _finding(request, pk)
    actions.take_back_acceptance(one, by=actor_of(request))
    return _back(one)


@require_POST
def accept_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over everything that is still right."""
    number = actions.accept_all_right(_supervised(request, pk), by=actor_of(request))
    words = ngettext("%(number)s entry is fresh again.", "%(number)s entries are fresh again.", number)
    messages.success(request, words % {"number": number})
    return redirect("fieldwork:review", pk)


@require_http_methods(["GET", "POST"])
def to_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an entry of a finding."""
    one = _finding(request, pk)
    near = one.assignment.house.neighbourhoods.first()
    form = NewEntryForm(request.POST or None, initial={"description": one.note, "neighbourhood": near})
    if form.is_valid():
        made = actions.finding_becomes_entry(one, form.cleaned_data, by=actor_of(request))
        saved = f"saved:finding-entry-{pk}"
        messages.success(request, _("This is on the map now. Add what is missing."), extra_tags=saved)
        return redirect("directory:change", made.pk)
    context = {"form": form, "finding": one, "draft": f"finding-entry-{pk}"}
    return render(request, "fieldwork/to_entry.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def learnt(request: HttpRequest, pk: int) -> HttpResponse:
    """What was learnt: for who did it, for the class, and to close it with."""
    found = get_object_or_404(access.visible_assignments(request.user), pk=pk)
    may_close = access.may_assign(request.user, found.house)
    if request.method == "POST":
        found = _supervised(request, pk)
    form = LearntForm(request.POST or None, initial={"learnt": found.learnt})
    if request.method == "POST" and form.is_valid():
        actions.close_assignment(found, learnt=form.cleaned_data["learnt"], by=actor_of(request))
        messages.success(request, _("The assignment is ready. Show it to who did it."), extra_tags=f"saved:learnt-{pk}")
        return redirect("fieldwork:learnt", pk)
    context = {**_class_page(found), "form": form if may_close else None, "may_review": may_close}
    return render(request, "fieldwork/learnt.html", context, status=422 if form.errors else 200)


@require_GET
def learnt_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The same on paper, for the wall of the class."""
    found = get_object_or_404(access.visible_assignments(request.user), pk=pk)
    context = {**_class_page(found), "back_url": reverse("fieldwork:learnt", args=[pk])}
    return render(request, "fieldwork/learnt_paper.html", context)


@require_GET
def class_learnt(request: HttpRequest) -> HttpResponse:
    """What several assignments taught, on one page for the class; on paper as well."""
    house, user = current_house(request, *rules.SUPERVISOR_KINDS), person_of(request)
    ready = list(queries.assignments_ready(user, house))
    asked = set(request.GET.getlist("opdracht")[: len(ready)])
    chosen = [one for one in ready if str(one.pk) in asked] or ready
    on_paper = bool(request.GET.get("papier"))
    context = {
        "form": ClassForm(ready=ready, initial={"opdracht": [one.pk for one in chosen]}),
        "ready": ready,
        "chosen": chosen,
        "learnt": queries.learnt_over(chosen),
        "names": ", ".join(dict.fromkeys(one.first_name for one in chosen)),
        "layout": "ui/paper.html" if on_paper else "ui/staff.html",
        "on_paper": on_paper,
        "back_url": reverse("fieldwork:today"),
    }
    return render(request, "fieldwork/class_learnt.html", context)


def _class_page(found: Assignment) -> dict[str, Any]:
    return {"assignment": found, "learnt": queries.learnt_from(found)}


def _supervised(request: HttpRequest, pk: int) -> Assignment:
    found = get_object_or_404(access.visible_assignments(request.user), pk=pk)
    demand(access.may_assign(request.user, found.house), _("Ask your supervisor to do this."), error=NotYours)
    return found


def _finding(request: HttpRequest, pk: int) -> Finding:
    one = get_object_or_404(access.visible_findings(request.user), pk=pk)
    demand(access.may_assign(request.user, one.assignment.house), _("Ask your supervisor to do this."), error=NotYours)
    return one


def _back(one: Finding) -> HttpResponse:
    return redirect(f"{reverse('fieldwork:review', args=[one.assignment_id])}#finding-{one.pk}")
