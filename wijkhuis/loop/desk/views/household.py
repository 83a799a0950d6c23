"""Several questions of one household side by side, with one coordinator."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.house.people import actions as people
from wijkhuis.house.people.access import has_role, visible_households
from wijkhuis.house.people.models import Household, Promise
from wijkhuis.house.people.rules import HOUSEHOLD_KINDS
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.forms.household import JoinForm, PromiseForm, StartForm
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.carrying import carriers
from wijkhuis.loop.desk.views.record.shared import BESIDE, form_page, with_question


@require_http_methods(["GET", "POST"])
@with_question
def to_household(request: SignedIn, question: Question) -> HttpResponse:
    """Lay a question beside others of the same household, or begin one."""
    may_join = has_role(request.user, question.house_id, *HOUSEHOLD_KINDS)
    demand(may_join, _("A host, a professional or the coordinator does this. Ask one of them."), error=NotYours)
    joins = request.POST.get("do") == "join"
    start = StartForm(request.POST if request.method == "POST" and not joins else None, question=question)
    join = JoinForm(request.POST if joins else None, question=question, user=request.user)
    by = actor_of(request)

    def act(said: dict[str, Any]) -> object:
        if joins:
            return actions.join_household(question, **said, by=by)
        return actions.start_household(question, **said, by=by)

    return form_page(
        request,
        question,
        join if joins else start,
        act=act,
        title=_("Look at it together with a household"),
        button=_("Begin this household"),
        saved=_("The question lies beside the others of the household."),
        template="desk/household/start.html",
        start=start,
        join=join,
        has_households=join.fields["household"].queryset.exists(),  # type: ignore[attr-defined]
    )


@require_http_methods(["GET", "POST"])
def household(request: SignedIn, pk: int) -> HttpResponse:
    """The questions side by side, who promised what, and how much the coordinator carries."""
    shown = get_object_or_404(access.readable_households(request.user).select_related("coordinator", "house"), pk=pk)
    may_change = visible_households(request.user).filter(pk=pk).exists()
    demand(may_change or request.method == "GET", _("Only who coordinates the household does this."), error=NotYours)
    form = PromiseForm(request.POST if request.method == "POST" else None)
    by = actor_of(request)
    if form.is_valid() and is_done_with(form, lambda said: people.promise(shown, **said, by=by)):
        messages.success(request, _("The promise is saved."))
        return redirect("desk:household", pk)
    rows = _questions(request, shown)
    context = {"household": shown, "form": form, "may_change": may_change, "rows": rows, **_promises(shown)}
    return render(request, "desk/household/household.html", context, status=422 if form.errors else 200)


def _questions(request: SignedIn, shown: Household) -> list[tuple[Question, bool]]:
    found = access.visible_questions(request.user).filter(household=shown).select_related(*BESIDE)
    questions = list(found.order_by("asked_at", "pk"))
    readable = access.in_full_view(request.user, questions)
    actions.look_at_each([one for one in questions if one.pk in readable], by=actor_of(request))
    return [(one, one.pk in readable) for one in questions]


def _promises(shown: Household) -> dict[str, Any]:
    carrier = next((one for one in carriers(shown.house) if one.user == shown.coordinator), None)
    return {"promises": list(shown.promises.all()), "carrier": carrier}


@require_POST
def keep_promise(request: SignedIn, pk: int) -> HttpResponse:
    """Note that a promise was kept, or take that back."""
    found = Promise.objects.filter(household__in=visible_households(request.user)).select_related("household__house")
    promise = get_object_or_404(found, pk=pk)
    people.keep_promise(promise, by=actor_of(request))
    return redirect("desk:household", promise.household_id)


@require_POST
@with_question
def leave(request: SignedIn, question: Question) -> HttpResponse:
    """Take a question out of its household again."""
    actions.leave_household(question, by=actor_of(request))
    messages.success(request, _("The question stands by itself again."))
    return redirect("desk:question", question.pk)
