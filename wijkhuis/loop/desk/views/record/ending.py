"""How a question ends at the wish of the resident."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.forms.record import ConfirmForm
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.views.record.shared import form_page, with_question


@require_http_methods(["GET", "POST"])
@with_question
def withdraw(request: SignedIn, question: Question) -> HttpResponse:
    """End a question because it is not needed any more."""
    return form_page(
        request,
        question,
        ConfirmForm(request.POST if request.method == "POST" else None),
        act=lambda said: actions.withdraw_question(question, by=actor_of(request)),
        title=_("Is the question not needed any more?"),
        lead=_("The question then ends. What was written stays until it is kept long enough. You can open it again."),
        button=_("Yes, end the question"),
        saved=_("The question has ended."),
        skip=_("No, keep it"),
    )


@require_http_methods(["GET", "POST"])
@with_question
def forget(request: SignedIn, question: Question) -> HttpResponse:
    """Delete what somebody told us, at their wish, after saying what goes and what stays."""
    if request.method == "POST":
        actions.forget_question(question, by=actor_of(request))
        messages.success(request, _("The words and the person are deleted."))
        return redirect(_list_address())
    return form_page(
        request,
        question,
        ConfirmForm(),
        act=lambda said: None,
        title=_("Delete everything this person told us?"),
        button=_("Yes, delete it now"),
        saved="",
        skip=_("No, keep it"),
        template="desk/record/forget.html",
    )


def _list_address() -> str:
    try:
        return reverse("desk:my_questions")
    except NoReverseMatch:
        return "/"
