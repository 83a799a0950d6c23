"""Case discussion: plan a day, put questions on it, and let the agreed steps flow back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.here import current_house
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.forms.discussion import AgreedForm, AgreedStepForm, CloseForm, PlanForm, PutForm
from wijkhuis.loop.desk.models import AgreedStep, Discussion, DiscussionItem, Question, Shared
from wijkhuis.loop.desk.views.record.shared import form_page, is_done, with_question

FORMS: dict[str, type[forms.Form]] = {"agree": AgreedForm, "step": AgreedStepForm, "close": CloseForm}


@require_http_methods(["GET", "POST"])
def discussions(request: SignedIn) -> HttpResponse:
    """The discussions that come, and the last ones that were."""
    house = current_house(request, *people_rules.HOUSE_LIST_KINDS)
    form = PlanForm(request.POST if request.method == "POST" else None)
    by = actor_of(request)
    if form.is_valid() and is_done(form, lambda said: actions.plan_discussion(house, **said, by=by)):
        messages.success(request, _("The discussion is planned."))
        return redirect("desk:discussions")
    found = access.visible_discussions(request.user).filter(house=house).annotate(number=Count("items"))
    context = {
        "coming": list(found.filter(closed_at=None).order_by("held_on")[:30]),
        "past": list(found.filter(closed_at__isnull=False).order_by("-held_on")[:10]),
        "form": form,
    }
    return render(request, "desk/discussion/list.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@with_question
def to_discussion(request: SignedIn, question: Question) -> HttpResponse:
    """Put a question on a discussion, with agreement or without what identifies them."""
    form = PutForm(request.POST if request.method == "POST" else None, question=question)
    words = question.words if Shared.WORDS in access.shared_with(request.user, question) else ""
    return form_page(
        request,
        question,
        form,
        act=lambda said: actions.put_on_discussion(question, **said, by=actor_of(request)),
        title=_("What do you ask of the meeting?"),
        button=_("Put it on the discussion"),
        saved=_("The question is on the discussion."),
        template="desk/discussion/put.html",
        quote=words,
        has_discussions=form.fields["discussion"].queryset.exists(),  # type: ignore[attr-defined]
    )


@require_http_methods(["GET", "POST"])
def discussion(request: SignedIn, pk: int) -> HttpResponse:
    """One meeting: what is asked, what is agreed, who does what, and who was there."""
    meeting = get_object_or_404(access.visible_discussions(request.user).select_related("house", "chair"), pk=pk)
    what, item_pk = request.POST.get("do", ""), request.POST.get("item", "0")
    sent = FORMS[what](request.POST) if what in FORMS else None
    if sent is not None and sent.is_valid() and is_done(sent, lambda said: _act(request, meeting, said)):
        messages.success(request, _("It is saved."))
        place = f"#item-{int(item_pk)}" if item_pk.isdecimal() else ""
        return redirect(reverse("desk:discussion", args=[pk]) + place)
    rows = _rows(request, meeting, what=what, item_pk=item_pk, sent=sent)
    context = {
        "meeting": meeting,
        "rows": rows,
        "close": sent if what == "close" else CloseForm(),
        "wrong": sent,
    }
    return render(request, "desk/discussion/meeting.html", context, status=422 if sent and sent.errors else 200)


def _act(request: SignedIn, meeting: Discussion, said: dict[str, Any]) -> object:
    by = actor_of(request)
    what = request.POST["do"]
    if what == "close":
        return actions.close_discussion(meeting, **said, by=by)
    number = request.POST.get("item", "")
    items = (
        access.visible_items(request.user).filter(discussion=meeting).select_related("discussion__house", "question")
    )
    item = get_object_or_404(items, pk=number if number.isdecimal() else 0)
    act = actions.keep_what_was_agreed if what == "agree" else actions.agree_step
    return act(item, **said, by=by)


def _rows(request: SignedIn, meeting: Discussion, *, what: str, item_pk: str, sent: Any) -> list[dict[str, Any]]:
    items = _items(request, meeting)
    rows = []
    for item in items:
        is_this = str(item.pk) == item_pk
        agreed = sent if is_this and what == "agree" else AgreedForm(initial={"agreed": item.agreed})
        step = sent if is_this and what == "step" else AgreedStepForm()
        for form in (agreed, step):
            form.auto_id = f"id_{item.pk}_%s"
        rows.append({"item": item, "agreed": agreed, "step": step, "is_this": is_this and what == "step"})
    return rows


def _items(request: SignedIn, meeting: Discussion) -> list[DiscussionItem]:
    found = access.visible_items(request.user).filter(discussion=meeting)
    items = list(found.select_related("question__contact", "put_by").prefetch_related("steps"))
    record_each("desk.question_listed", [item.question for item in items], by=actor_of(request))
    return items


@require_GET
def agenda(request: SignedIn, pk: int) -> HttpResponse:
    """The agenda on paper, with room to write."""
    meeting = get_object_or_404(access.visible_discussions(request.user).select_related("house", "chair"), pk=pk)
    context = {"meeting": meeting, "items": _items(request, meeting), "back_url": reverse("desk:discussion", args=[pk])}
    return render(request, "desk/discussion/agenda.html", context)


@require_POST
def take_off(request: SignedIn, pk: int) -> HttpResponse:
    """Take a question off a discussion before it was discussed."""
    item = get_object_or_404(access.visible_items(request.user).select_related("question"), pk=pk)
    actions.take_off_discussion(item, by=actor_of(request))
    messages.success(request, _("The question is off the discussion."))
    return redirect("desk:question", item.question_id)


@require_POST
def step(request: SignedIn, pk: int) -> HttpResponse:
    """Tick an agreed step at the question, or take that back."""
    visible = access.visible_questions(request.user)
    agreed = get_object_or_404(AgreedStep.objects.filter(question__in=visible).select_related("question"), pk=pk)
    actions.finish_step(agreed, by=actor_of(request))
    return redirect("desk:question", agreed.question_id)
