"""What a resident can do with their own question: add words, say how it went, open again, withdraw, delete."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from wijkhuis.base.access import public
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.forms.mine import AddWordsForm, GiveBackForm
from wijkhuis.loop.desk.models import FollowUp, Question
from wijkhuis.loop.desk.queries.standing import OUTCOMES
from wijkhuis.loop.desk.views.mine import of_the_resident, own_page, resident, show


@of_the_resident
def mine_words(request: HttpRequest, question: Question) -> HttpResponse:
    """Keep words the resident adds."""
    form = AddWordsForm(request.POST or None)
    if request.method != "POST":
        return redirect(own_page(question))
    if not form.is_valid():
        return show(request, question, status=400, words_form=form)
    actions.add_words(question, words=form.cleaned_data["words"], by=resident(request))
    kept = _("Your words are with your question.")
    if not question.is_open:
        kept = _("Your words are with your question. It is open again, so that somebody reads them.")
    messages.success(request, kept, extra_tags=f"saved:mine-{question.short_code}")
    return redirect(own_page(question))


@of_the_resident
def mine_follow_up(request: HttpRequest, question: Question) -> HttpResponse:
    """Ask how it went, with the question in the resident's own words, and keep the answer of one tap."""
    if request.method != "POST":
        context = {**reach_of(question.house), "question": question, "outcomes": OUTCOMES}
        return render(request, "desk/mine_follow_up.html", context)
    outcome = request.POST.get("outcome", "")
    actions.answer_follow_up(question, outcome=outcome, by=resident(request))
    messages.success(request, _thanks(outcome))
    return redirect(own_page(question))


def _thanks(outcome: str) -> str:
    thanks = {
        FollowUp.Outcome.SOLVED: _("Good to hear. Thank you for telling us."),
        FollowUp.Outcome.UNKNOWN: _("That is fine. Thank you for telling us."),
    }
    return thanks.get(FollowUp.Outcome(outcome), _("Thank you for telling us. We look further together."))


@of_the_resident
def mine_gives_back(request: HttpRequest, question: Question) -> HttpResponse:
    """Keep what somebody would like to do for others."""
    form = GiveBackForm(request.POST or None)
    if request.method != "POST":
        return redirect(own_page(question))
    if not form.is_valid():
        return show(request, question, status=400, give_back_form=form)
    actions.give_back(question, words=form.cleaned_data["words"], by=resident(request))
    messages.success(request, _("How kind. Somebody of the house talks about it with you."))
    return redirect(own_page(question))


@of_the_resident
def mine_again(request: HttpRequest, question: Question) -> HttpResponse:
    """Open the question again."""
    if request.method != "POST":
        return redirect(own_page(question))
    actions.reopen(question, by=resident(request))
    messages.success(request, _("Your question is open again. We look further together."))
    return redirect(own_page(question))


@of_the_resident
def mine_withdraw(request: HttpRequest, question: Question) -> HttpResponse:
    """End the question because it is not needed any more."""
    if request.method != "POST":
        return redirect(own_page(question))
    actions.withdraw_question(question, by=resident(request))
    messages.success(request, _("We stop with your question. You can open it again at any time."))
    return redirect(own_page(question))


@of_the_resident
def mine_delete(request: HttpRequest, question: Question) -> HttpResponse:
    """Say what goes and what stays, and delete at once."""
    if request.method != "POST":
        return render(request, "desk/mine_delete.html", {**reach_of(question.house), "question": question})
    actions.forget_question(question, by=resident(request))
    return redirect("desk:mine_deleted", slug=question.house.slug)


@public("tells a resident that everything about their question is gone")
def mine_deleted(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything is gone."""
    house = get_object_or_404(House, slug=slug)
    speak_as(house, request=request)
    return render(request, "desk/mine_deleted.html", reach_of(house))
