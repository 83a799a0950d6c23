"""Case discussion: plan a day, put questions on it, and let the agreed steps flow back."""

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.clock import today
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.access import has_role
from wijkhuis.house.people.here import current_house
from wijkhuis.loop.desk import access, actions, rules
from wijkhuis.loop.desk.forms.discussion import ChangeForm, CloseForm, ItemForm, PlanForm, PutForm
from wijkhuis.loop.desk.models import AgreedStep, Discussion, DiscussionItem, Question, Shared
from wijkhuis.loop.desk.views.record.shared import form_page, with_question


@require_http_methods(["GET", "POST"])
def discussions(request: SignedIn) -> HttpResponse:
    """The discussions that come, and the last ones that were."""
    house = current_house(request, *people_rules.HOUSE_LIST_KINDS)
    form = PlanForm(request.POST if request.method == "POST" else None)
    by = actor_of(request)
    if form.is_valid() and is_done_with(form, lambda said: actions.plan_discussion(house, **said, by=by)):
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
        may_plan=has_role(request.user, question.house_id, *people_rules.HOUSE_LIST_KINDS),
        has_discussions=form.fields["discussion"].queryset.exists(),  # type: ignore[attr-defined]
    )


@require_http_methods(["GET", "POST"])
def discussion(request: SignedIn, pk: int) -> HttpResponse:
    """One meeting: what is asked, what is agreed, who does what, and who was there. Every button keeps all words."""
    meeting = _find(request, pk)
    sent = request.POST if request.method == "POST" else None
    rows = [ItemForm(sent, item=item) for item in _items(request, meeting)]
    close = CloseForm(sent, initial={"present": meeting.present})
    if (
        sent is not None
        and _are_valid(rows, close)
        and is_done_with(close, lambda said: _act(request, meeting, rows, said))
    ):
        messages.success(request, _("It is saved."), extra_tags=f"saved:{request.path}")
        return redirect(reverse("desk:discussion", args=[pk]) + _place(request))
    record_each("desk.question_listed", [row.item.question for row in rows], by=actor_of(request))
    context = {
        "meeting": meeting,
        "rows": rows,
        "close": close,
        "may_reopen": rules.may_reopen_discussion(meeting.closed_at, on=today()),
    }
    wrong = any(form.errors for form in (*rows, close))
    return render(request, "desk/discussion/meeting.html", context, status=422 if wrong else 200)


def _are_valid(rows: list[ItemForm], close: CloseForm) -> bool:
    # Looks at all of them, so that every mistake is shown at once.
    wrong = [form for form in (*rows, close) if not form.is_valid()]
    return not wrong


def _act(request: SignedIn, meeting: Discussion, rows: list[ItemForm], said: dict[str, Any]) -> object:
    """What the button says, after keeping everything that was typed."""
    what, _dash, number = request.POST.get("do", "").partition("-")
    by, typed = actor_of(request), [row.said() for row in rows]
    if what == "close":
        return actions.close_discussion(meeting, **said, said=typed, by=by)
    kept = actions.keep_minutes(meeting, **said, said=typed, by=by)
    pk = int(number) if number.isascii() and number.isdecimal() and len(number) < 18 else 0
    if what == "off":
        found = access.visible_items(request.user).filter(discussion=meeting).select_related("question")
        return actions.take_off_discussion(get_object_or_404(found, pk=pk), by=by)
    if what == "unstep":
        steps = AgreedStep.objects.filter(item__discussion=meeting)
        steps = steps.select_related("item__discussion__house", "question")
        return actions.remove_step(get_object_or_404(steps, pk=pk), by=by)
    return kept


def _place(request: SignedIn) -> str:
    what, _dash, number = request.POST.get("do", "").partition("-")
    return f"#item-{number}" if what == "save" and number.isdecimal() else ""


def _find(request: SignedIn, pk: int) -> Discussion:
    return get_object_or_404(access.visible_discussions(request.user).select_related("house", "chair"), pk=pk)


def _items(request: SignedIn, meeting: Discussion) -> list[DiscussionItem]:
    found = access.visible_items(request.user).filter(discussion=meeting)
    beside = ("question__contact", "put_by", "discussion__house")
    return list(found.select_related(*beside).prefetch_related("steps"))


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, pk: int) -> HttpResponse:
    """Move a planned discussion, or let somebody else lead it."""
    meeting = _find(request, pk)
    demand(meeting.closed_at is None, _("This discussion is over."))
    form = ChangeForm(request.POST if request.method == "POST" else None, meeting=meeting)
    by = actor_of(request)
    if form.is_valid() and is_done_with(form, lambda said: actions.change_discussion(meeting, **said, by=by)):
        messages.success(request, _("It is saved."))
        return redirect("desk:discussion", pk)
    context = {"meeting": meeting, "form": form, "number": meeting.items.count()}
    return render(request, "desk/discussion/change.html", context, status=422 if form.errors else 200)


@require_POST
def cancel(request: SignedIn, pk: int) -> HttpResponse:
    """A planned discussion is off."""
    actions.cancel_discussion(_find(request, pk), by=actor_of(request))
    messages.success(request, _("The discussion is off."))
    return redirect("desk:discussions")


@require_POST
def reopen(request: SignedIn, pk: int) -> HttpResponse:
    """Open a discussion again on the day that it was closed."""
    actions.reopen_discussion(_find(request, pk), by=actor_of(request))
    messages.success(request, _("The discussion is open again."))
    return redirect("desk:discussion", pk)


@require_GET
def agenda(request: SignedIn, pk: int) -> HttpResponse:
    """The agenda on paper, with room to write."""
    meeting = _find(request, pk)
    items = _items(request, meeting)
    record_each("desk.question_listed", [item.question for item in items], by=actor_of(request))
    context = {"meeting": meeting, "items": items, "back_url": reverse("desk:discussion", args=[pk])}
    return render(request, "desk/discussion/agenda.html", context)


@require_POST
def step(request: SignedIn, pk: int) -> HttpResponse:
    """Tick an agreed step at the question, or take that back."""
    visible = access.visible_questions(request.user)
    agreed = get_object_or_404(AgreedStep.objects.filter(question__in=visible).select_related("question"), pk=pk)
    actions.finish_step(agreed, by=actor_of(request))
    return redirect("desk:question", agreed.question_id)
