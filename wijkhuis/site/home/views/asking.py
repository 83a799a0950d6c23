"""Asking a question by oneself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from wijkhuis.base.access import count_try, origin, public
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.base.ui.templatetags.ui import html_lang
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.neighbourhood.speaking import reach_of
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Question
from wijkhuis.site.home.forms import AskForm
from wijkhuis.site.home.views.houses import home_of, visited


@public("residents ask a question without an account")
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask a question; only the words are needed, and no name."""
    house = visited(request, slug)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.came_from_a_program:
        return redirect("home:house", slug=slug)
    if request.method == "POST" and form.is_valid():
        question = keep(request, form, house=house, channel=Question.Channel.WEB)
        return redirect("desk:mine_saved", token=question.link_token)
    return render(request, "home/ask.html", {**reach_of(house), **home_of(house), "form": form})


def keep(request: HttpRequest, form: AskForm, *, house: House, channel: str) -> Question:
    """Keep a question of somebody who asks by themselves: once, and not too many from one address."""
    at_most = 40 if channel == Question.Channel.KIOSK else 10
    count_try(f"ask-{channel}", who=origin(request), at_most=at_most, seconds=3600)
    facts: dict[str, Any] = {name: form.cleaned_data[name] for name in ("called", "way", "phone", "email")}
    facts["postal"] = form.cleaned_data.get("postal", "")
    language = html_lang(get_language() or "nl")
    return actions.ask_once(
        house,
        words=form.cleaned_data["words"],
        once=form.cleaned_data["once"],
        wish=actions.Wish(**facts, language=language),
        channel=channel,
        language=language,
        by=Actor(label=RESIDENT.label, origin=origin(request)),
    )
