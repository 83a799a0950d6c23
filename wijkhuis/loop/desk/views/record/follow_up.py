"""Answered for now, asking how it went, and what somebody would like to do for others."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.messages.models import Channel
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.actions.telling import address_of
from wijkhuis.loop.desk.forms.record import AnsweredForm, GiveBackForm, OutcomeForm
from wijkhuis.loop.desk.models import FollowUp, Question, Shared
from wijkhuis.loop.desk.views.record.shared import form_page, with_question


@require_http_methods(["GET", "POST"])
@with_question
def answered(request: SignedIn, question: Question) -> HttpResponse:
    """Say that it is answered for now; later we ask how it went."""
    days = question.house.follow_up_days
    lead = ngettext(
        "We ask in %(days)s day how it went. The word of the resident decides.",
        "We ask in %(days)s days how it went. The word of the resident decides.",
        days,
    )
    return form_page(
        request,
        question,
        AnsweredForm(request.POST or None, initial={"enough_rung": question.enough_rung}),
        act=lambda said: actions.mark_answered(question, **said, by=actor_of(request)),
        title=_("Is the question answered for now?"),
        button=_("Yes, it is answered"),
        saved=_("The question is answered. Later we ask how it went."),
        lead=f"{_what_they_hear(question)} {lead % {'days': days}}",
    )


def _what_they_hear(question: Question) -> str:
    if question.contact and question.contact.way == ContactWish.Way.NONE:
        return _("They do not need to hear back.")
    address = address_of(question.contact)
    if address is None:
        return _("Somebody still tells them: by phone, or when they come by.")
    return {
        Channel.SMS: _("They get a text message that there is news."),
        Channel.EMAIL: _("They get an e-mail that there is news."),
        Channel.LETTER: _("They get a letter that there is news."),
    }[Channel(address.channel)]


@require_http_methods(["GET", "POST"])
@with_question
def follow_up(request: SignedIn, question: Question) -> HttpResponse:
    """Ask by phone or at the desk whether it is solved: four buttons."""
    form = OutcomeForm(request.POST or None)
    solved = form.is_bound and form.data.get("outcome") == FollowUp.Outcome.SOLVED
    fields = access.shared_with(request.user, question)
    return form_page(
        request,
        question,
        form,
        act=lambda said: actions.answer_follow_up(question, **said, by=actor_of(request)),
        title=_("Is it solved?"),
        button="",
        saved=_("Thank you, the answer is saved."),
        template="desk/record/choose.html",
        then="desk:gives_back" if solved else "desk:question",
        quote=question.words if Shared.WORDS in fields else "",
        choices=[(value, words.capitalize()) for value, words in FollowUp.Outcome.choices],
        ask_words=True,
    )


@require_http_methods(["GET", "POST"])
@with_question
def gives_back(request: SignedIn, question: Question) -> HttpResponse:
    """Ask, only when it is solved, whether they would like to do something for others."""
    if question.ending != Question.Ending.SOLVED:
        return redirect("desk:question", question.pk)
    return form_page(
        request,
        question,
        GiveBackForm(request.POST or None, initial={"words": question.gives_back}),
        act=lambda said: actions.give_back(question, **said, by=actor_of(request)),
        title=_("Is there something they would like to do for others?"),
        lead=_("Only ask when it feels right. Nothing is needed, and it changes nothing about the help."),
        button=_("Save this"),
        saved=_("That is kind. It is saved."),
        skip=_("Not now"),
    )


def pressed(act: Callable[..., object], *, says: Any) -> Callable[..., HttpResponse]:
    """A page of one button at the record: do it, say so, and go back."""

    @require_POST
    @with_question
    def press(request: SignedIn, question: Question) -> HttpResponse:
        act(question, by=actor_of(request))
        messages.success(request, says)
        if request.POST.get("back") == "list":
            return redirect(f"{reverse('desk:house_questions')}?lijst=gives-back")
        return redirect("desk:question", question.pk)

    return press


reopen = pressed(actions.reopen, says=gettext_lazy("The question is open again."))
told = pressed(actions.mark_told, says=gettext_lazy("Noted: they know."))
end_again = pressed(actions.end_as_before, says=gettext_lazy("The question has ended."))
talked = pressed(actions.talk_about_giving_back, says=gettext_lazy("Noted: you talked about it."))
