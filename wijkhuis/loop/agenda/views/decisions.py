"""What the group decides about a theme, what the municipality answers, and what those concerned say."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.agenda import access, actions
from wijkhuis.loop.agenda.forms import AnswerForm, ConcernedForm, DecisionForm
from wijkhuis.loop.agenda.models import Item
from wijkhuis.loop.agenda.queries import themes as queries
from wijkhuis.loop.agenda.views.finding import found_item, found_theme
from wijkhuis.loop.signals.models import Theme

Standing = Theme.Standing


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """First what, then why; from a meeting back to the meeting."""
    found = found_theme(request, pk)
    standing = request.GET.get("wat", "")
    item = _item(request, found)
    context: dict[str, Any] = {"theme": found, "item": item, "choices": queries.CHOICES}
    if standing not in Standing.values or standing == Standing.OPEN:
        return render(request, "agenda/choose_decision.html", context)
    form = DecisionForm(request.POST or None, standing=standing)
    status = 200
    if form.is_valid():
        meeting = item.meeting if item and item.meeting.closed_at is None else None
        try:
            actions.decide_theme(found, standing=standing, meeting=meeting, by=actor_of(request), **form.cleaned_data)
        except RuleBroken as broken:
            if broken.status != 409:
                raise
            form.add_error(None, broken.sentence)
        else:
            messages.success(request, _("It is decided."), extra_tags=f"saved:decision-{pk}")
            return redirect("agenda:item", item.pk) if item else redirect("signals:theme", pk)
    if form.errors:
        status = 422
    context |= {"form": form, "standing": standing, "words": Standing(standing).label}
    return render(request, "agenda/decide.html", context, status=status)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a decision back while its meeting is open."""
    decision = get_object_or_404(access.visible_decisions(person_of(request)), pk=pk)
    item = (
        Item.objects.filter(meeting=decision.meeting_id, theme=decision.theme_id).first() if decision.meeting else None
    )
    actions.undo_decision(decision, by=actor_of(request))
    messages.success(request, _("The decision is taken back."))
    return redirect("agenda:item", item.pk) if item else redirect("signals:theme", decision.theme_id)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what the municipality answered."""
    decision = get_object_or_404(access.visible_decisions(person_of(request)), pk=pk)
    first = {"answer": decision.answer} | ({"answered_on": decision.answered_on} if decision.answered_on else {})
    form = AnswerForm(request.POST or None, initial=first)
    if form.is_valid():
        try:
            actions.keep_answer(decision, by=actor_of(request), **form.cleaned_data)
        except RuleBroken as broken:
            if broken.status != 409:
                raise
            form.add_error(None, broken.sentence)
        else:
            messages.success(request, _("The answer is kept."), extra_tags=f"saved:answer-{pk}")
            return redirect("signals:theme", decision.theme_id)
    context = {"form": form, "decision": decision, "theme": decision.theme}
    return render(request, "agenda/answer.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def concerned(request: HttpRequest, pk: int) -> HttpResponse:
    """Those concerned first: write down what they say, and read what is there."""
    found = found_theme(request, pk)
    form = ConcernedForm(request.POST or None)
    if form.is_valid():
        try:
            actions.write_down_concerned(found, by=actor_of(request), **form.cleaned_data)
        except RuleBroken as broken:
            if broken.status != 409:
                raise
            form.add_error(None, broken.sentence)
        else:
            messages.success(
                request, _("It is kept. Thank you for listening first."), extra_tags=f"saved:concerned-{pk}"
            )
            return redirect(_back_from(request, pk))
    context = {"form": form, "theme": found, "heard": access.visible_concerned(person_of(request)).filter(theme=found)}
    return render(request, "agenda/concerned.html", context, status=422 if form.errors else 200)


@require_POST
def remove_concerned(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it away."""
    said = get_object_or_404(access.visible_concerned(person_of(request)), pk=pk)
    actions.remove_concerned(said, by=actor_of(request))
    messages.success(request, _("It is gone."))
    return redirect("agenda:concerned", said.theme_id)


def _item(request: HttpRequest, found: Theme) -> Item | None:
    number = request.GET.get("punt", "")
    if not number.isdecimal() or len(number) > 9:
        return None
    item = found_item(request, int(number))
    return item if item.theme_id == found.pk else None


def _back_from(request: HttpRequest, theme_id: int) -> str:
    to = request.GET.get("terug", "")
    is_ours = to.startswith("/") and url_has_allowed_host_and_scheme(to, allowed_hosts=None)
    return to if is_ours else reverse("signals:theme", args=[theme_id])
