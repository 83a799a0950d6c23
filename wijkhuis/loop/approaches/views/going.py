"""An approach on its way: change, steps, promises, looking back, and its end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions import going as actions
from wijkhuis.loop.approaches.actions import making
from wijkhuis.loop.approaches.forms.going import StepForm, WordsForm
from wijkhuis.loop.approaches.forms.making import ChangedPlanForm, PlanForm, PromiseForm
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.approaches.queries.owners import owners_of
from wijkhuis.loop.approaches.views.shared import form_page, pledge_of, step_of, with_approach

PLAN = tuple(name for name in PlanForm.base_fields)


@require_http_methods(["GET", "POST"])
@with_approach
def change(request: SignedIn, approach: Approach) -> HttpResponse:
    """Correct the plan, or give it an owner."""
    house = approach.theme.house
    supporters = access.supporters_of(house) | access.supporters_of(house).model.objects.filter(
        pk=approach.supported_by_id
    )
    form = ChangedPlanForm(
        request.POST or None,
        initial={name: getattr(approach, name) for name in PLAN},
        owners=owners_of(house),
        supporters=supporters.distinct(),
    )
    return form_page(
        request,
        form,
        act=lambda: making.change_approach(approach, plan=form.plan_made(), by=actor_of(request)),
        saved=_("The plan is kept."),
        then=approach,
        title=_("Change the plan"),
        button=_("Keep the plan"),
    )


@require_POST
@with_approach
def add_step(request: SignedIn, approach: Approach) -> HttpResponse:
    """Write down who does what before when."""
    form = StepForm(request.POST)
    if form.is_valid() and is_done(form, lambda: actions.add_step(approach, **form.cleaned_data, by=actor_of(request))):
        messages.success(request, _("The step is there."))
        return redirect("approaches:approach", approach.pk)
    context = {"form": form, "approach": approach, "title": _("A new step"), "button": _("Keep the step")}
    return render(request, "approaches/form.html", context, status=422)


@require_POST
@with_approach
def add_pledge(request: SignedIn, approach: Approach) -> HttpResponse:
    """Write down what somebody promises."""
    form = PromiseForm(request.POST, prefix="belofte")
    if form.is_valid() and is_done(
        form, lambda: making.add_pledge(approach, promise=form.promise(), by=actor_of(request))
    ):
        messages.success(request, _("The promise is there."))
        return redirect("approaches:approach", approach.pk)
    context = {"form": form, "approach": approach, "title": _("A promise"), "button": _("Keep the promise")}
    return render(request, "approaches/form.html", context, status=422)


@require_POST
def tick_step(request: SignedIn, pk: int) -> HttpResponse:
    """Say that a step was taken, or not after all."""
    step = step_of(request, pk)
    actions.tick_step(step, done=request.POST.get("done") == "1", by=actor_of(request))
    return redirect("approaches:approach", step.approach_id)


@require_POST
def tick_pledge(request: SignedIn, pk: int) -> HttpResponse:
    """Say that a promise was kept, or not yet."""
    pledge = pledge_of(request, pk)
    actions.tick_pledge(pledge, kept=request.POST.get("done") == "1", by=actor_of(request))
    return redirect("approaches:approach", pledge.approach_id)


@require_http_methods(["GET", "POST"])
@with_approach
def look_back(request: SignedIn, approach: Approach) -> HttpResponse:
    """Write what came back and what was learnt."""
    label = _("What came back, and what did you learn?")
    form = WordsForm(request.POST or None, initial={"words": approach.learnt}, label=label)
    return form_page(
        request,
        form,
        act=lambda: actions.look_back(approach, learnt=form.cleaned_data["words"], by=actor_of(request)),
        saved=_("It is kept. In a year you look once more."),
        then=approach,
        title=_("Looking back"),
        lead=_("You hoped: %(words)s") % {"words": approach.comes_back},
        button=_("Keep this"),
        asks=[
            _("What did people notice who are in this situation?"),
            _("What would you do otherwise the next time?"),
            _("What may another house learn from it?"),
        ],
    )


@require_http_methods(["GET", "POST"])
@with_approach
def look_again(request: SignedIn, approach: Approach) -> HttpResponse:
    """Write how it is a year later."""
    form = WordsForm(request.POST or None, initial={"words": approach.second_look}, label=_("How is it now?"))
    return form_page(
        request,
        form,
        act=lambda: actions.look_again(approach, words=form.cleaned_data["words"], by=actor_of(request)),
        saved=_("It is kept."),
        then=approach,
        title=_("A second look, a year later"),
        lead=_("What helped at once is not always what lasts."),
        button=_("Keep this"),
    )


@require_http_methods(["GET", "POST"])
@with_approach
def end(request: SignedIn, approach: Approach) -> HttpResponse:
    """End it with what became of it."""
    form = WordsForm(request.POST or None, label=_("What became of it?"))
    return form_page(
        request,
        form,
        act=lambda: actions.end_approach(approach, result=form.cleaned_data["words"], by=actor_of(request)),
        saved=_("It has ended. Now tell those who asked."),
        then=approach,
        title=_("End this approach"),
        lead=_("Write it down honestly, also when it did not work: then the next one begins wiser."),
        button=_("It has ended"),
    )
