"""Mijn vraag: what a resident sees of their own question, without an account."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.access import origin, public
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.house.neighbourhood.queries import houses_to_visit
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as
from wijkhuis.loop.desk.forms.mine import AddWordsForm, CodeForm, GiveBackForm
from wijkhuis.loop.desk.models import OldLink, Question
from wijkhuis.loop.desk.queries.mine import question_of_code, question_of_link
from wijkhuis.loop.desk.queries.standing import OUTCOMES, how_it_stands, standing_of
from wijkhuis.loop.desk.queries.story import story_of, who_looked
from wijkhuis.loop.desk.queries.told import lookers, passed_on, told
from wijkhuis.loop.desk.queries.way_back import link_sent, replaced_link, square_of


def of_the_resident(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Find the question of the link and speak as its house does; a link that leads nowhere gets a kind page."""

    @public("a resident follows their own question by its link, without an account")
    @wraps(view)
    def found(request: HttpRequest, token: str) -> HttpResponse:
        question = question_of_link(token, origin=origin(request))
        if question is None:
            old = replaced_link(token)
            return _replaced(request, old) if old else gone(request)
        speak_as(question.house, request=request, language=question.contact.language if question.contact else "")
        response = view(request, question)
        # The address is a key: no search engine keeps it.
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return found


def resident(request: HttpRequest) -> Actor:
    """Who acts: the resident, who came through their own link or code."""
    return Actor(label=RESIDENT.label, origin=origin(request))


@of_the_resident
def mine(request: HttpRequest, question: Question) -> HttpResponse:
    """How it stands, what happens next, the story, who looked, and everything a resident can do."""
    return show(request, question)


def show(request: HttpRequest, question: Question, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of one question; forms that were refused come back with what was typed."""
    context = {**reach_of(question.house), **everything_of(question), "words_form": AddWordsForm()}
    context["give_back_form"] = GiveBackForm(initial={"words": question.gives_back})
    return render(request, "desk/mine.html", {**context, **forms}, status=status)


def everything_of(question: Question) -> dict[str, Any]:
    """What the page shows: standing, story, what was passed on, who looked."""
    today = clock.today()
    moments = story_of(question)
    offers = [moment.what for moment in moments if moment.kind == "handover"]
    standing = how_it_stands(
        question,
        offer=next((offer for offer in offers if offer.is_open), None),
        follow_up=next((moment.what for moment in moments if moment.kind == "waiting"), None),
        on=today,
    )
    return {
        "question": question,
        "standing": standing,
        "outcomes": OUTCOMES,
        "passed_on": passed_on(moments, on=today),
        "events": told(moments, language=question.language),
        "lookers": lookers(who_looked(question), offers, on=today),
    }


@of_the_resident
def mine_saved(request: HttpRequest, question: Question) -> HttpResponse:
    """Right after asking: the code, the link, and what happens next."""
    context = {**reach_of(question.house), **way_back(question), "sent": link_sent(question)}
    return render(request, "desk/mine_saved.html", context)


@of_the_resident
def mine_slip(request: HttpRequest, question: Question) -> HttpResponse:
    """The same on paper."""
    context = {**reach_of(question.house), **way_back(question), "back_url": own_page(question)}
    return render(request, "desk/mine_slip.html", context)


def way_back(question: Question) -> dict[str, Any]:
    """How a resident finds the question again, and how it stands now."""
    return {"question": question, "square": square_of(question), "standing": standing_of(question)}


def own_page(question: Question, name: str = "mine") -> str:
    """The address of a page about one's own question."""
    return reverse(f"desk:{name}", args=[question.link_token])


@public("a resident finds their own question with the house and the short code of the slip")
def mine_code(request: HttpRequest) -> HttpResponse:
    """Find a question by house and short code; wrong codes are limited."""
    houses = houses_to_visit(on=clock.today())
    form = CodeForm(request.POST or None)
    form.fields["house"].queryset = houses  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        # Whoever has to wait reads the number of this house.
        speak_as(form.cleaned_data["house"], request=request)
        question = question_of_code(form.cleaned_data["house"], form.cleaned_data["code"], origin=origin(request))
        if question is not None:
            return redirect(own_page(question))
        form.add_error("code", _("We do not find this code in this house. Look once more at your slip, or call us."))
    return render(request, "desk/mine_code.html", {"form": form, "houses": houses})


def gone(request: HttpRequest) -> HttpResponse:
    """A kind page for a link that leads nowhere (any more)."""
    context = {"houses": houses_to_visit(on=clock.today())[:12]}
    return render(request, "desk/mine_gone.html", context, status=404)


def _replaced(request: HttpRequest, old: OldLink) -> HttpResponse:
    house = old.question.house
    speak_as(house, request=request)
    return render(request, "desk/mine_replaced.html", reach_of(house), status=404)
