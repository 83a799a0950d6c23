"""Telling back: writing it with a preview, and what the desk tells itself."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.addresses import addresses_of
from wijkhuis.base.ui.doing import is_done
from wijkhuis.house.people.here import current_house
from wijkhuis.house.people.rules import DESK_KINDS
from wijkhuis.loop.approaches.actions import telling as actions
from wijkhuis.loop.approaches.forms.going import TellForm
from wijkhuis.loop.approaches.models import Approach, Hearing
from wijkhuis.loop.approaches.queries.retelling import MOST_LISTED, questions_to_ask, questions_to_tell
from wijkhuis.loop.approaches.views.shared import with_approach
from wijkhuis.loop.desk.access import in_full_view, visible_questions
from wijkhuis.loop.desk.models import Question, Shared
from wijkhuis.loop.desk.queries.sharing import name_of


@require_http_methods(["GET", "POST"])
@with_approach
def tell(request: SignedIn, approach: Approach) -> HttpResponse:
    """Write what became of it, read it as they will, and send it."""
    form = TellForm(request.POST or None)
    context: dict[str, Any] = {"approach": approach, "form": form, "house": approach.theme.house}
    if request.method == "POST" and form.is_valid():
        # What would be refused when it is sent is refused when it is read first.
        if not is_done(
            form, lambda: context.update(news=actions.read_first(approach, **form.told(), by=actor_of(request)))
        ):
            return render(request, "approaches/tell.html", context, status=422)
        if request.POST.get("send") == "1":
            actions.tell_back(approach, **form.told(), by=actor_of(request))
            sent = _("It goes to everybody who asked to hear, each in their own way.")
            messages.success(request, sent, extra_tags=f"saved:{request.path}")
            return redirect("approaches:approach", approach.pk)
        others = context["news"].other_words.items()
        context["preview"] = [(get_language_info(code)["name_local"], code, words) for code, words in others]
    return render(request, "approaches/tell.html", context, status=422 if form.errors else 200)


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """Who hears from us: people to call or to tell when they come by, and one's own people to ask."""
    current_house(request, *DESK_KINDS)
    user = person_of(request)
    to_tell, to_ask = list(questions_to_tell(user)[:MOST_LISTED]), list(questions_to_ask(user)[:MOST_LISTED])
    record_each("desk.question_listed", {*to_tell, *to_ask}, by=actor_of(request))
    named = in_full_view(user, to_tell)
    groups = [
        _group(_("Tell them the news"), "now", to_tell, _("Read on the question what to tell."), named),
        _group(_("Ask whether they join"), "week", to_ask, _("Read on the question what to ask."), None),
    ]
    return render(request, "approaches/desk.html", {"groups": groups})


@require_POST
def say_told(request: SignedIn, pk: int) -> HttpResponse:
    """Say that it was told."""
    visible = visible_questions(request.user).values("pk").order_by()
    hearing = get_object_or_404(Hearing.objects.select_related("question"), pk=pk, question__in=visible)
    actions.say_told(hearing, by=actor_of(request))
    messages.success(request, _("Good. They know now."))
    return redirect("desk:question", hearing.question_id)


def _group(title: str, kind: str, questions: list[Question], what: str, named: set[int] | None) -> dict[str, Any]:
    address = addresses_of("desk:question")
    rows = [
        {
            "url": address(question.pk),
            "who": name_of(question, set(Shared.values) if named is None or question.pk in named else set()),
            "what": what,
            "next": question.contact.get_way_display() if question.contact else "",
        }
        for question in questions
    ]
    return {"title": title, "kind": kind, "rows": rows, "empty": _("Nobody waits for this.")}
