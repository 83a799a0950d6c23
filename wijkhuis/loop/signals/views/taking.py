"""Keeping, changing and skipping what questions offer as a signal."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.here import current_house
from wijkhuis.loop.desk import access as desk
from wijkhuis.loop.desk.actions import look_at
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.forms.taking import ConsiderForm
from wijkhuis.loop.signals.models import Considered
from wijkhuis.loop.signals.queries.offers import can_listen, hears_how, offers_of, proposed, what_was_said
from wijkhuis.loop.signals.views.shared import is_done

Offer = Considered.Offer
BESIDE = ("house", "contact", "household", "neighbourhood__district")


@require_http_methods(["GET", "POST"])
def consider(request: SignedIn, pk: int, offer: str) -> HttpResponse:
    """Keep the sentence, change it first, or skip it."""
    if offer not in Offer.values:
        raise Http404
    question = get_object_or_404(desk.visible_questions(request.user).select_related(*BESIDE), pk=pk)
    if desk.needs_reason(request.user, question):
        return redirect("desk:question", pk)
    if not desk.knows_it_whole(request.user, question):
        raise Http404
    back = reverse("signals:offers") if offer != Offer.ANSWERED else reverse("desk:question", args=[pk])
    if request.method == "POST" and request.POST.get("do") == "skip":
        actions.skip_signal(question, offer=offer, by=actor_of(request))
        return redirect(back)
    form = _form(request, question, Offer(offer))
    if form.is_valid() and _is_kept(request, question, offer, form):
        messages.success(request, _("The signal is kept, without who it was about."))
        return redirect(back)
    look_at(question, by=actor_of(request))
    hears = {"can_listen": can_listen(question), "hears_how": hears_how(question)}
    context = {"form": form, "question": question, "offer": offer, "back_url": back, **hears}
    return render(request, "signals/consider.html", context, status=422 if form.errors else 200)


@require_GET
def offers(request: SignedIn) -> HttpResponse:
    """What was not there, and what partners could not take over: one sentence per question."""
    house = current_house(request, *people_rules.HOUSE_LIST_KINDS)
    found = offers_of(request.user, [house.pk])
    record_each("desk.question_listed", [one.question for one in found], by=actor_of(request))
    return render(request, "signals/offers.html", {"offers": found})


def _form(request: SignedIn, question: Question, offer: Offer) -> ConsiderForm:
    more: dict[str, Any] = {"house": question.house, "at": question.neighbourhood}
    if request.method == "POST":
        return ConsiderForm(request.POST, **more)
    made = proposed(question, offer, said=what_was_said(question, offer) if offer != Offer.ANSWERED else "")
    initial = {
        "sentence": made.sentence,
        "topic_words": ", ".join(made.topics),
        "where": question.neighbourhood_id,
    }
    return ConsiderForm(None, initial=initial, **more)


def _is_kept(request: SignedIn, question: Question, offer: str, form: ConsiderForm) -> bool:
    """Keep it; what may say who it is stands above the form, with the words that were found."""
    wording = form.wording(language=question.language)
    listens = form.cleaned_data["listens"]
    by = actor_of(request)
    return is_done(form, lambda: actions.keep_signal(question, wording=wording, offer=offer, listens=listens, by=by))
