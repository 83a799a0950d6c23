"""Who holds a question, and what happens next."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.forms.record import PassForm, StepForm
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.views.record.shared import form_page, with_question


@require_POST
def take(request: SignedIn, pk: int) -> HttpResponse:
    """Become the holder; who was not the first hears who was."""
    question = get_object_or_404(access.visible_questions(request.user), pk=pk)
    actions.take_question(question, seen=request.POST.get("seen", ""), by=actor_of(request))
    messages.success(request, _("You hold this question now."))
    return redirect("desk:question", question.pk)


@require_http_methods(["GET", "POST"])
@with_question
def pass_on(request: SignedIn, question: Question) -> HttpResponse:
    """Let a colleague go on with it."""
    form = PassForm(request.POST or None, question=question, initial={"next_step": question.next_step})
    return form_page(
        request,
        question,
        form,
        act=lambda said: actions.pass_to_colleague(question, **said, by=actor_of(request)),
        title=_("Which colleague goes on with this?"),
        button=_("Pass it on"),
        saved=_("Your colleague holds the question now."),
    )


@require_http_methods(["GET", "POST"])
@with_question
def plan(request: SignedIn, question: Question) -> HttpResponse:
    """Say what happens next and when."""
    return form_page(
        request,
        question,
        StepForm(request.POST or None),
        act=lambda said: actions.plan_next_step(question, **said, by=actor_of(request)),
        title=_("What happens next?"),
        button=_("Save the next step"),
        saved=_("The next step is saved."),
    )
