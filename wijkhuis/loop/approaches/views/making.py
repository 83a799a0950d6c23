"""Making an approach of a theme: what exists first, those concerned, a way of working, and then the plan."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done
from wijkhuis.house.fieldwork.access import may_ask
from wijkhuis.loop.agenda.models import Concerned
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions.making import demand_looked_first, keep_draft, make_approach
from wijkhuis.loop.approaches.actions.shared import clean
from wijkhuis.loop.approaches.forms.making import ExistingForm, MethodForm, PlanForm
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.approaches.queries.exists import Exists, all_that_exists_for
from wijkhuis.loop.approaches.queries.methods import methods_for, methods_that_fit
from wijkhuis.loop.approaches.queries.nearest import methods_near
from wijkhuis.loop.approaches.queries.owners import owners_of
from wijkhuis.loop.approaches.views.shared import frame
from wijkhuis.loop.signals.access import read_themes
from wijkhuis.loop.signals.models import Theme

EXISTS, CONCERNED, METHOD, PLAN = "wat-er-is", "zij-zelf", "werkwijze", "plan"
STEPS = {
    EXISTS: gettext_lazy("What is there already?"),
    CONCERNED: gettext_lazy("What do those concerned say?"),
    METHOD: gettext_lazy("Which way of working?"),
    PLAN: gettext_lazy("Who, what and when?"),
}


@require_GET
def begin(request: SignedIn, pk: int) -> HttpResponse:
    """Go on where one was: at the first step that is not answered yet."""
    theme, draft = _theme(request, pk), _draft(request, pk)
    answered = {EXISTS: EXISTS in draft, CONCERNED: _heard(theme).exists(), METHOD: METHOD in draft}
    step = next((name for name, done in answered.items() if not done), PLAN)
    return redirect("approaches:make_step", theme.pk, step)


@require_http_methods(["GET", "POST"])
def step(request: SignedIn, pk: int, step: str) -> HttpResponse:
    """One step; what was typed is kept, also when it is not finished."""
    theme = _theme(request, pk)
    if step not in STEPS:
        raise Http404
    demand_taken_up(theme)
    pages = {EXISTS: _exists, CONCERNED: _concerned, METHOD: _method, PLAN: _plan}
    return pages[step](request, theme)


def demand_taken_up(theme: Theme) -> None:
    """An approach is made of a theme that was taken up only."""
    taken_up = theme.standing == Theme.Standing.TAKEN_UP and theme.closed_on is None
    demand(taken_up, _("An approach begins when the group decided to take the theme up."))


def _exists(request: SignedIn, theme: Theme) -> HttpResponse:
    found = all_that_exists_for(theme)
    form = _existing_form(found, request.POST if request.method == "POST" else None, _typed(request, theme, EXISTS))
    if request.method == "POST":
        _keep(request, theme, EXISTS)
        if form.is_valid() and is_done(form, lambda: demand_looked_first(form.existing())):
            joins = form.existing().goes_with
            if form.existing().answer == Approach.Existing.JOIN and joins and joins.theme.house_id == theme.house_id:
                messages.success(request, _("Good: go along with what is there. Nothing new is made."))
                return redirect("approaches:approach", joins.pk)
            return redirect("approaches:make_step", theme.pk, CONCERNED)
    return _page(request, theme, EXISTS, form=form, found=found, works_here=may_ask(request.user, theme.house))


def _concerned(request: SignedIn, theme: Theme) -> HttpResponse:
    heard = list(_heard(theme))
    if request.method == "POST" and heard:
        return redirect("approaches:make_step", theme.pk, METHOD)
    try:
        write_url = reverse("agenda:concerned", args=[theme.pk])
    except NoReverseMatch:
        write_url = ""
    return _page(request, theme, CONCERNED, heard=heard, write_url=write_url)


def _method(request: SignedIn, theme: Theme) -> HttpResponse:
    methods = methods_for(theme.house)
    form = MethodForm(request.POST or None, initial=_typed(request, theme, METHOD), methods=methods)
    if request.method == "POST":
        _keep(request, theme, METHOD)
        if form.is_valid() and is_done(form, lambda: clean(form.cleaned_data["own"], at_most=60)):
            return redirect("approaches:make_step", theme.pk, PLAN)
    fitting = methods_that_fit(theme.known_as, methods) or methods_near(theme, methods)
    keys = {method.key for method in fitting}
    chosen = form["method"].value() or ""
    rest = [method for method in methods if method.key not in keys]
    context = {"form": form, "fitting": fitting, "rest": rest, "chosen": chosen}
    return _page(request, theme, METHOD, **context, is_open=bool(chosen) and chosen not in keys)


def _plan(request: SignedIn, theme: Theme) -> HttpResponse:
    draft = _draft(request, theme.pk)
    if EXISTS not in draft or METHOD not in draft or not _heard(theme).exists():
        return redirect("approaches:make", theme.pk)
    typed = _typed(request, theme, PLAN) or {"name": theme.name, "supported_by": request.user.pk}
    house = theme.house
    form = PlanForm(
        request.POST or None, initial=typed, owners=owners_of(house), supporters=access.supporters_of(house)
    )
    if request.method == "POST":
        _keep(request, theme, PLAN)
        made: list[Approach] = []
        if form.is_valid() and is_done(form, lambda: made.append(_make(request, theme, draft, form))):
            messages.success(request, _("The approach is there."), extra_tags=f"saved:{request.path}")
            return redirect("approaches:approach", made[0].pk)
    return _page(request, theme, PLAN, form=form)


def _make(request: SignedIn, theme: Theme, draft: dict[str, Any], form: PlanForm) -> Approach:
    existing = _existing_form(all_that_exists_for(theme), _as_query(draft[EXISTS]))
    method = MethodForm(_as_query(draft[METHOD]), methods=methods_for(theme.house))
    demand(existing.is_valid(), _("First say what you do with what is there already."))
    demand(method.is_valid(), _("First choose a way of working."))
    chosen = method.cleaned_data["method"] or method.cleaned_data["own"]
    return make_approach(
        theme, existing=existing.existing(), method=chosen, plan=form.plan_made(), by=actor_of(request)
    )


def _existing_form(found: Exists, data: QueryDict | None, typed: dict[str, Any] | None = None) -> ExistingForm:
    return ExistingForm(data, initial=typed, entries=found.entries, approaches=found.approaches)


def _page(request: SignedIn, theme: Theme, step: str, **context: Any) -> HttpResponse:
    names = list(STEPS)
    number = names.index(step) + 1
    steps = [
        (reverse("approaches:make_step", args=[theme.pk, name]), words, name == step) for name, words in STEPS.items()
    ]
    form = context.get("form")
    context |= {"theme": theme, "step": step, "steps": steps, "number": number, "title": STEPS[step]}
    template = f"approaches/make/{step.replace('-', '_')}.html"
    return render(request, template, {**context, **frame(request)}, status=422 if form and form.errors else 200)


def _theme(request: SignedIn, pk: int) -> Theme:
    theme = get_object_or_404(read_themes(request.user).select_related("house"), pk=pk)
    demand(access.may_make(request.user, theme), _("This is for the signal group of the house."), error=NotYours)
    return theme


def _heard(theme: Theme) -> Any:
    return Concerned.objects.filter(theme=theme)


def _draft(request: SignedIn, theme_id: int) -> dict[str, Any]:
    draft = access.visible_drafts(request.user).filter(theme_id=theme_id).first()
    return dict(draft.answers) if draft else {}


def _keep(request: SignedIn, theme: Theme, step: str) -> None:
    typed = {key: values for key, values in request.POST.lists() if key != "csrfmiddlewaretoken"}
    keep_draft(theme, answers={step: typed}, by=actor_of(request))


def _typed(request: SignedIn, theme: Theme, step: str) -> dict[str, Any]:
    kept = _draft(request, theme.pk).get(step)
    if kept is None:
        return {}
    many = {"entries"}
    booleans = {"owner_agrees": False, "is_public": False} if step == PLAN else {}
    return booleans | {key: values if key in many else values[-1] for key, values in kept.items() if values}


def _as_query(kept: dict[str, list[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for key, values in kept.items():
        data.setlist(key, values)
    return data
