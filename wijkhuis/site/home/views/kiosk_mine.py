"""One's own question at the screen in the hall, with its short code: how it stands, add words, delete."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from wijkhuis.base.access import origin, public
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.mine import question_of_code
from wijkhuis.loop.desk.queries.standing import OUTCOMES, standing_of
from wijkhuis.site.home.forms import CodeForm, MoreWordsForm
from wijkhuis.site.home.views.houses import visited
from wijkhuis.site.home.views.kiosk import page


@public("whoever stands at the screen may look at their own question with its code")
def kiosk_code(request: HttpRequest, slug: str) -> HttpResponse:
    """How the question of a code stands, and what its resident wants to do; the code goes along in every form."""
    house = visited(request, slug)
    form = CodeForm(request.POST or None)
    question = None
    if request.method == "POST" and form.is_valid():
        question = question_of_code(house, form.cleaned_data["code"], origin=origin(request))
    if question is None:
        if form.is_bound and not form.errors:
            form.add_error("code", _("We do not find this code. Look once more at your slip, or ask at the desk."))
        return page(request, house, "home/kiosk_code.html", form=form)
    steps = {"outcome": _say_how_it_went, "add": _ask_words, "words": _add_words, "delete": _ask, "forget": _forget}
    step = "outcome" if form.cleaned_data["outcome"] else form.cleaned_data["do"]
    return steps.get(step, _show)(request, question)


def _show(request: HttpRequest, question: Question, thanks: str = "") -> HttpResponse:
    choices = [("add", _("I want to add something"), ""), ("delete", _("I want to delete everything"), "")]
    context: dict[str, Any] = {
        "question": question,
        "standing": standing_of(question),
        "outcomes": OUTCOMES,
        "thanks": thanks,
    }
    return page(request, question.house, "home/kiosk_mine.html", choices=choices, **context)


def _say_how_it_went(request: HttpRequest, question: Question) -> HttpResponse:
    question = actions.answer_follow_up(question, outcome=request.POST["outcome"], by=_resident(request))
    return _show(request, question, _("Thank you for telling us."))


def _ask_words(request: HttpRequest, question: Question, form: MoreWordsForm | None = None) -> HttpResponse:
    seconds = 3 * settings.KIOSK_SILENCE_SECONDS
    context: dict[str, Any] = {"question": question, "form": form or MoreWordsForm(), "seconds": seconds}
    return page(request, question.house, "home/kiosk_words.html", **context)


def _add_words(request: HttpRequest, question: Question) -> HttpResponse:
    form = MoreWordsForm(request.POST)
    if not form.is_valid():
        return _ask_words(request, question, form)
    actions.add_words(question, words=form.cleaned_data["words"], by=_resident(request))
    return _show(request, question, _("Your words are with your question."))


def _ask(request: HttpRequest, question: Question) -> HttpResponse:
    return page(request, question.house, "home/kiosk_delete.html", question=question)


def _forget(request: HttpRequest, question: Question) -> HttpResponse:
    actions.forget_question(question, by=_resident(request))
    return page(request, question.house, "home/kiosk_deleted.html")


def _resident(request: HttpRequest) -> Actor:
    return Actor(label=RESIDENT.label, origin=origin(request))
