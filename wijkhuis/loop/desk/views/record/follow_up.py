"""Answered for now, asking how it went, and what somebody would like to do for others."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk import access, actions
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
    way = question.contact.way if question.contact else ContactWish.Way.COME_BY
    hears = {
        ContactWish.Way.SMS: _("They get a text message that there is news."),
        ContactWish.Way.EMAIL: _("They get an e-mail that there is news."),
        ContactWish.Way.LETTER: _("They get a letter that there is news."),
        ContactWish.Way.NONE: _("They do not need to hear back."),
    }
    return hears.get(ContactWish.Way(way), _("Somebody still tells them: by phone, or when they come by."))


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


@require_POST
@with_question
def reopen(request: SignedIn, question: Question) -> HttpResponse:
    """Open a question again, on the next rung."""
    actions.reopen(question, by=actor_of(request))
    messages.success(request, _("The question is open again."))
    return redirect("desk:question", question.pk)


@require_POST
@with_question
def told(request: SignedIn, question: Question) -> HttpResponse:
    """Say that the resident knows the answer now."""
    actions.mark_told(question, by=actor_of(request))
    messages.success(request, _("Noted: they know."))
    return redirect("desk:question", question.pk)


@require_POST
@with_question
def end_again(request: SignedIn, question: Question) -> HttpResponse:
    """End a question again, when the words that opened it ask for nothing more."""
    actions.end_as_before(question, by=actor_of(request))
    messages.success(request, _("The question has ended."))
    return redirect("desk:question", question.pk)


@require_POST
@with_question
def talked(request: SignedIn, question: Question) -> HttpResponse:
    """Say that somebody talked about what they would like to do for others."""
    actions.talk_about_giving_back(question, by=actor_of(request))
    messages.success(request, _("Noted: you talked about it."))
    if request.POST.get("back") == "list":
        return redirect(f"{reverse('desk:house_questions')}?lijst=gives-back")
    return redirect("desk:question", question.pk)
