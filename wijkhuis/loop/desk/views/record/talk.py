"""What was said along the ladder, and what was answered."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.clock import today
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.forms.record import AnswerForm, NoteForm, OutcomeForm
from wijkhuis.loop.desk.models import Answer, Question, Shared
from wijkhuis.loop.desk.queries.things import things_for
from wijkhuis.loop.desk.views.record.shared import form_page, with_question


@require_http_methods(["GET", "POST"])
@with_question
def note(request: SignedIn, question: Question) -> HttpResponse:
    """Write down what was said, tried and missing at a rung."""
    form = NoteForm(request.POST or None, initial={"rung": question.rung})
    return form_page(
        request,
        question,
        form,
        act=lambda said: actions.note_conversation(question, **said, by=actor_of(request)),
        title=_("What did you talk about?"),
        button=_("Save the note"),
        saved=_("The note is saved."),
    )


@require_http_methods(["GET", "POST"])
@with_question
def answer(request: SignedIn, question: Question) -> HttpResponse:
    """Give an answer, with something or somebody of the neighbourhood."""
    known = question.words if Shared.WORDS in access.shared_with(request.user, question) else ""
    things = things_for(request.POST.get("look_for") or known, house=question.house, on=today())
    people = [thing.record for thing in things if thing.kind == "key_person"]
    record_each("directory.key_person_listed", people, by=actor_of(request))
    if request.POST.get("find"):
        form = AnswerForm(question=question, things=things, initial=request.POST.dict())
    else:
        form = AnswerForm(request.POST or None, question=question, things=things)
    return form_page(
        request,
        question,
        form,
        act=lambda said: actions.give_answer(question, **said, by=actor_of(request)),
        title=_("What do you answer?"),
        button=_("Save the answer"),
        saved=_("The answer is saved."),
        template="desk/record/answer.html",
        quote=known,
    )


@require_http_methods(["GET", "POST"])
@with_question
def outcome(request: SignedIn, question: Question, answer_pk: int) -> HttpResponse:
    """Say what became of one answer."""
    answer = get_object_or_404(
        access.answers_shown(request.user, question).select_related("entry", "professional__partner"), pk=answer_pk
    )
    return form_page(
        request,
        question,
        OutcomeForm(request.POST or None),
        act=lambda said: actions.say_outcome(answer, outcome=said["outcome"], by=actor_of(request)),
        title=_("Did it help?"),
        button="",
        saved=_("Noted what became of the answer."),
        template="desk/record/choose.html",
        quote=answer.words or answer.entry or answer.professional or answer.get_kind_display(),
        choices=[(value, words.capitalize()) for value, words in Answer.Outcome.choices[1:]],
    )
