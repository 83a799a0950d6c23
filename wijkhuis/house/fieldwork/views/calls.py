"""Do you know someone who ...? The pages of a call and its tips."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.fieldwork import access, actions
from wijkhuis.house.fieldwork.forms import AgreedForm, CallForm, NewEntryForm, TipForm
from wijkhuis.house.fieldwork.models import Call
from wijkhuis.house.people.here import current_house
from wijkhuis.house.people.rules import STAFF_KINDS


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask the colleagues of the neighbourhood."""
    house = current_house(request, *STAFF_KINDS)
    form = CallForm(request.POST or None)
    if form.is_valid():
        made = actions.ask_call(house, words=form.cleaned_data["words"], by=actor_of(request))
        messages.success(request, _("Your colleagues see your question on their list."), extra_tags="saved:call")
        return redirect("fieldwork:call", made.pk)
    return render(request, "fieldwork/ask.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
def call(request: HttpRequest, pk: int) -> HttpResponse:
    """One call with its tips."""
    return _show(request, get_object_or_404(access.visible_calls(request.user), pk=pk), TipForm())


@require_POST
def tip(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer in one line."""
    asked = get_object_or_404(access.visible_calls(request.user), pk=pk)
    form = TipForm(request.POST)
    if not form.is_valid():
        return _show(request, asked, form, status=422)
    actions.give_tip(asked, words=form.cleaned_data["words"], by=actor_of(request))
    messages.success(request, _("Thank you. Your tip is with the question."), extra_tags=f"saved:tip-{pk}")
    return redirect("fieldwork:call", pk)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a call."""
    asked = get_object_or_404(access.visible_calls(request.user), pk=pk)
    actions.close_call(asked, by=actor_of(request))
    messages.success(request, _("The question is closed."))
    return redirect("fieldwork:today")


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a tip away."""
    found = get_object_or_404(access.visible_tips(request.user), pk=pk)
    actions.remove_tip(found, by=actor_of(request))
    return redirect("fieldwork:call", found.call_id)


@require_http_methods(["GET", "POST"])
def to_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an entry of a tip."""
    found = get_object_or_404(access.visible_tips(request.user), pk=pk)
    if found.entry_id and request.method == "GET":
        return redirect("directory:entry", found.entry_id)
    # A line to colleagues may name somebody; what everybody reads is written anew.
    near = found.call.house.neighbourhoods.first()
    form = NewEntryForm(request.POST or None, initial={"neighbourhood": near})
    if form.is_valid():
        made = actions.tip_becomes_entry(found, form.cleaned_data, by=actor_of(request))
        messages.success(request, _("This is on the map now. Add what is missing."), extra_tags=f"saved:tip-entry-{pk}")
        return redirect("directory:change", made.pk)
    context = {"form": form, "tip": found, "draft": f"tip-entry-{pk}"}
    return render(request, "fieldwork/to_entry.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def to_key_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a key person of a tip, with their agreement."""
    found, house = get_object_or_404(access.visible_tips(request.user), pk=pk), current_house(request, *STAFF_KINDS)
    form = AgreedForm(request.POST or None, initial={"ask_about": found.call.words})
    if form.is_valid():
        facts = form.cleaned_data
        person = actions.tip_becomes_key_person(found, facts, house=house, agreed=facts["agreed"], by=actor_of(request))
        messages.success(request, _("They can be asked now. Give them this slip."))
        return redirect("directory:key_person_slip", person.pk)
    return render(
        request, "fieldwork/to_key_person.html", {"form": form, "tip": found}, status=422 if form.errors else 200
    )


def _show(request: HttpRequest, asked: Call, form: TipForm, *, status: int = 200) -> HttpResponse:
    user = person_of(request)
    tips = list(asked.tips.select_related("given_by", "entry"))
    may_close = access.may_close_call(user, asked)
    context = {
        "call": asked,
        "tips": [(one, may_close or one.given_by_id == user.pk) for one in tips],
        "form": form,
        "may_close": may_close and asked.closed_on is None,
    }
    return render(request, "fieldwork/call.html", context, status=status)
