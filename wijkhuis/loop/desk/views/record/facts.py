"""Mending what was not known or not right: the facts around a question, and its link."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.actions.telling import address_of
from wijkhuis.loop.desk.forms.facts import ChangeFactsForm
from wijkhuis.loop.desk.forms.record import ConfirmForm
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.views.record.shared import form_page, with_question


@require_http_methods(["GET", "POST"])
@with_question
def facts(request: SignedIn, question: Question) -> HttpResponse:
    """Mend or add the name, how they hear back, for whom, where, how urgent and the language."""
    if not access.knows_it_whole(request.user, question):
        return redirect("desk:question", question.pk)
    form = ChangeFactsForm(request.POST or None, question=question)
    return form_page(
        request,
        question,
        form,
        act=lambda said: actions.change_facts(
            question,
            wish=actions.Wish(**form.wish()),
            urgency=said["urgency"],
            neighbourhood=said["neighbourhood"],
            by=actor_of(request),
        ),
        title=_("What is not right, or not known yet?"),
        lead=_("Nothing is needed. What you empty is gone. The question itself stays as it was asked."),
        button=_("Save these facts"),
        saved=_("The facts are saved."),
        template="desk/record/facts.html",
        emergency_numbers=question.house.emergency_numbers,
    )


@require_http_methods(["GET", "POST"])
@with_question
def new_link(request: SignedIn, question: Question) -> HttpResponse:
    """Give a new link and a new code, when somebody else may have the old ones."""
    if not access.knows_it_whole(request.user, question):
        return redirect("desk:question", question.pk)
    lead = _("The old link and the old code stop working at once. Print a new slip, or send the new link.")
    return form_page(
        request,
        question,
        ConfirmForm(request.POST if request.method == "POST" else None),
        act=lambda said: actions.renew_link(question, by=actor_of(request)),
        title=_("Make a new link and a new code?"),
        lead=f"{lead} {_who_reads_along(question)}",
        button=_("Yes, make a new link"),
        saved=_("There is a new link and a new code. The old ones do not work any more."),
        skip=_("No, keep it"),
        then="desk:saved",
    )


def _who_reads_along(question: Question) -> str:
    if address_of(question.contact) is None:
        return ""
    return _("Messages still go where they went. Does somebody else read those? First change how they hear back.")


@require_POST
@with_question
def send_link(request: SignedIn, question: Question) -> HttpResponse:
    """Send the resident the link and the code, perhaps once more."""
    try:
        actions.send_link(question, by=actor_of(request))
        messages.success(request, _("The link and the code are on their way."))
    except NotYours:
        raise
    except RuleBroken as broken:
        messages.warning(request, broken.sentence)
    return redirect("desk:saved", question.pk)
