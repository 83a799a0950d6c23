"""The desk screen: take a question down while talking to somebody."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.queries import Present, here_on
from wijkhuis.house.people.here import current_house
from wijkhuis.house.people.rules import DESK_KINDS
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.forms.desk import CHANNELS, DeskForm
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries import ladder as ladders
from wijkhuis.loop.desk.views.rungs import rungs
from wijkhuis.loop.desk.views.slips import sending_of, slip_of

# Optional facts: the fold is open when one of them was filled in or must be mended.
FOLDED = ("called", "phone", "email", "postal", "for_whom", "street", "neighbourhood", "asked_on", "asked_time")
KEY_PEOPLE_SEEN = "key_people_seen"


def desk(request: HttpRequest) -> HttpResponse:
    """Show the desk, or keep what was told."""
    house = current_house(request, *DESK_KINDS)
    form = DeskForm(request.POST or None, house=house, initial=_start(request))
    saves = request.method == "POST" and "show" not in request.POST
    question = _keep(request, house, form) if saves and form.is_valid() else None
    if question:
        messages.success(request, _("Kept."), extra_tags="saved:question")
        return redirect("desk:saved", question.pk)
    if not saves:
        form.errors.clear()
    return render(request, "desk/desk.html", _page(request, house, form))


def ladder(request: HttpRequest) -> HttpResponse:
    """Fill the ladder for the words so far; keeps nothing."""
    if request.method != "POST":
        return redirect("desk:desk")
    house = current_house(request, *DESK_KINDS)
    return render(request, "desk/ladder_fill.html", {"rungs": _ladder(request, house)})


def saved(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the question is kept, with what the resident takes home."""
    question = get_object_or_404(
        access.visible_questions(person_of(request)).select_related("house", "contact", "holder"), pk=pk
    )
    user = person_of(request)
    if access.needs_reason(user, question) or not access.knows_it_whole(user, question):
        return redirect("desk:question", pk)
    actions.look_at(question, by=actor_of(request))
    return render(request, "desk/saved.html", slip_of(question) | sending_of(question))


def _keep(request: HttpRequest, house: House, form: DeskForm) -> Question | None:
    ticked = ladders.picked(request.POST.getlist("give"), house=house, on=clock.today())
    try:
        return actions.keep_talk(
            house,
            words=form.cleaned_data["words"],
            by=actor_of(request),
            wish=actions.Wish(**form.wish()),
            notes=form.notes(),
            missing=form.cleaned_data["missing"],
            given=[ladders.as_answer(one) for one in ticked],
            once=form.cleaned_data["once"],
            **form.facts(),
        )
    except NotYours:
        raise
    except RuleBroken as broken:
        form.add_error(None, broken.sentence)
        return None


def _page(request: HttpRequest, house: House, form: DeskForm) -> dict[str, Any]:
    present = here_on(house, on=clock.today())
    return {
        "form": form,
        "rungs": _ladder(request, house, form=form, present=present),
        "present": present,
        "folds_open": any(form[name].errors or (form.is_bound and form[name].value()) for name in FOLDED),
        "is_urgent": form["urgency"].value() == Question.Urgency.NOW,
        "emergency_numbers": [one for one in house.emergency_numbers if isinstance(one, dict)],
        "house": house,
    }


def _ladder(
    request: HttpRequest, house: House, *, form: DeskForm | None = None, present: list[Present] | None = None
) -> list[dict[str, Any]]:
    on = clock.today()
    text = request.POST.get("words", "")
    if text.strip():
        steps = ladders.ladder_for(text, house=house, on=on)
    else:
        steps = ladders.present_as_steps(here_on(house, on=on) if present is None else present)
    ticked = ladders.picked(request.POST.getlist("give"), house=house, on=on)
    _note_key_people(request, [*ticked, *(one for step in steps for one in step.suggestions)])
    return rungs(steps, ticked=ticked, house=house, form=form, is_asked=bool(text.strip()))


def _note_key_people(request: HttpRequest, shown: list[ladders.Suggestion]) -> None:
    # Words change with every key: each key person is one line per session, not one per letter.
    known = request.session.get(KEY_PEOPLE_SEEN, [])
    people = {one.record.pk: one.record for one in shown if one.kind == "key_person" and one.record.pk not in known}
    if people:
        record_each("directory.key_person_listed", people.values(), by=actor_of(request))
        request.session[KEY_PEOPLE_SEEN] = [*known, *people]


def _start(request: HttpRequest) -> dict[str, str]:
    channel = request.GET.get("via", "")
    return {"channel": channel} if channel in {value for value, _label in CHANNELS} else {}
