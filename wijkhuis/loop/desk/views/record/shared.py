"""What every page about one question begins with."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.sharing import name_of

View = Callable[..., HttpResponse]
BESIDE = (
    "house",
    "contact",
    "household",
    "holder",
    "holder_partner__partner",
    "neighbourhood",
    "taken_down_by",
    "talked_by",
)


def with_question(view: View) -> View:
    """Give a view the question its reader may see; who must first say why is asked that."""

    @wraps(view)
    def find(request: SignedIn, pk: int, **more: Any) -> HttpResponse:
        question = access.visible_questions(request.user).select_related(*BESIDE).filter(pk=pk).first()
        if question is None:
            return not_there(request, pk)
        if access.needs_reason(request.user, question):
            return redirect("desk:question", pk)
        return view(request, question, **more)

    return find


def not_there(request: SignedIn, pk: int) -> HttpResponse:
    """A question that nobody finds any more: who held it or sees its house reads that it was forgotten."""
    gone = get_object_or_404(access.was_theirs(request.user), pk=pk)
    return render(request, "desk/record/forgotten.html", {"question": gone}, status=410)


def form_page(
    request: SignedIn,
    question: Question,
    form: forms.Form,
    *,
    act: Callable[[dict[str, Any]], object],
    title: str,
    button: str,
    saved: str,
    template: str = "desk/record/form.html",
    then: str = "desk:question",
    **more: Any,
) -> HttpResponse:
    """Show one form about a question, do what it asks, and go back to the record."""
    if request.method == "POST" and form.is_valid() and is_done_with(form, act):
        messages.success(request, saved, extra_tags=f"saved:{request.path}")
        return redirect(then, question.pk)
    actions.look_at(question, by=actor_of(request))
    fields = access.shared_with(request.user, question)
    context = {
        "question": question,
        "name": name_of(question, fields),
        "form": form,
        "title": title,
        "button": button,
        "back_url": reverse("desk:question", args=[question.pk]),
        **more,
    }
    return render(request, template, context, status=422 if form.errors else 200)
