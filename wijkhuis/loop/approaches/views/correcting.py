"""Correcting steps, promises and what became of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.approaches.actions import correcting as actions
from wijkhuis.loop.approaches.forms.going import StepForm, WordsForm
from wijkhuis.loop.approaches.forms.making import PromiseForm
from wijkhuis.loop.approaches.models import Approach, Pledge, Step
from wijkhuis.loop.approaches.views.shared import form_page, pledge_of, step_of, with_approach

PART = "approaches/change_part.html"


@require_http_methods(["GET", "POST"])
def change_step(request: SignedIn, pk: int) -> HttpResponse:
    """Correct a step."""
    step = step_of(request, pk)
    form = StepForm(request.POST or None, initial=_facts(step, StepForm))
    return form_page(
        request,
        form,
        act=lambda: actions.change_step(step, **form.cleaned_data, by=actor_of(request)),
        saved=_("The step is changed."),
        then=step.approach,
        template=PART,
        title=_("Change this step"),
        button=_("Keep the step"),
        remove_url=reverse("approaches:remove_step", args=[pk]),
        remove_words=_("Nobody takes this step: take it away"),
    )


@require_POST
def remove_step(request: SignedIn, pk: int) -> HttpResponse:
    """Take a step away, or put it back."""
    step = step_of(request, pk)
    actions.remove_step(step, is_gone=_is_gone(request), by=actor_of(request))
    return _back(request, step.approach)


@require_http_methods(["GET", "POST"])
def change_pledge(request: SignedIn, pk: int) -> HttpResponse:
    """Correct a promise."""
    pledge = pledge_of(request, pk)
    first = _facts(pledge, PromiseForm)
    form = PromiseForm(request.POST or None, prefix="belofte", initial=first)
    return form_page(
        request,
        form,
        act=lambda: actions.change_pledge(pledge, promise=form.promise(), by=actor_of(request)),
        saved=_("The promise is changed."),
        then=pledge.approach,
        template=PART,
        title=_("Change this promise"),
        button=_("Keep the promise"),
        remove_url=reverse("approaches:remove_pledge", args=[pk]),
        remove_words=_("It is no promise after all: take it away"),
    )


@require_POST
def remove_pledge(request: SignedIn, pk: int) -> HttpResponse:
    """Take a promise away, or put it back."""
    pledge = pledge_of(request, pk)
    actions.remove_pledge(pledge, is_gone=_is_gone(request), by=actor_of(request))
    return _back(request, pledge.approach)


@require_http_methods(["GET", "POST"])
@with_approach
def change_result(request: SignedIn, approach: Approach) -> HttpResponse:
    """Correct what became of it."""
    form = WordsForm(request.POST or None, initial={"words": approach.result}, label=_("What became of it?"))
    return form_page(
        request,
        form,
        act=lambda: actions.change_result(approach, result=form.cleaned_data["words"], by=actor_of(request)),
        saved=_("It is changed."),
        then=approach,
        title=_("Change what became of it"),
        button=_("Keep this"),
    )


@require_POST
@with_approach
def go_on(request: SignedIn, approach: Approach) -> HttpResponse:
    """It has not ended after all."""
    actions.go_on(approach, by=actor_of(request))
    messages.success(request, _("It goes on."))
    return redirect("approaches:approach", approach.pk)


def _facts(part: Step | Pledge, form: type[StepForm] | type[PromiseForm]) -> dict[str, Any]:
    facts = {name: getattr(part, name) for name in form.base_fields}
    return facts if isinstance(part, Step) else facts | {"name": part.name or str(part.partner)}


def _is_gone(request: SignedIn) -> bool:
    return request.POST.get("back") != "1"


def _back(request: SignedIn, approach: Approach) -> HttpResponse:
    messages.success(request, _("It is gone.") if _is_gone(request) else _("It is back."))
    return redirect("approaches:approach", approach.pk)
