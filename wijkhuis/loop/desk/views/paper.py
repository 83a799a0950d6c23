"""Paper: the slip to take home, the sheet of the day, and an empty slip for when there is no screen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.people.access import has_role
from wijkhuis.house.people.here import current_house
from wijkhuis.house.people.rules import DESK_KINDS, HOUSE_LIST_KINDS
from wijkhuis.loop.desk import access, actions
from wijkhuis.loop.desk.queries import lists
from wijkhuis.loop.desk.views.rows import rows
from wijkhuis.loop.desk.views.slips import open_words, slip_of


def slip(request: HttpRequest, pk: int) -> HttpResponse:
    """The slip of one question."""
    visible = access.visible_questions(person_of(request)).select_related(
        "house", "contact", "holder", "holder_partner__partner"
    )
    question = get_object_or_404(visible, pk=pk)
    user = person_of(request)
    if access.needs_reason(user, question) or not access.knows_it_whole(user, question):
        return redirect("desk:question", pk)
    actions.look_at(question, by=actor_of(request))
    context = slip_of(question) | {
        "open_words": open_words(question.house),
        "back_url": reverse("desk:saved", args=[pk]),
    }
    return render(request, "desk/slip.html", context)


def day_sheet(request: HttpRequest) -> HttpResponse:
    """What is due today or was due before: of the house, or one's own for who does not see the house."""
    house, on = current_house(request, *DESK_KINDS), clock.today()
    user = person_of(request)
    whole_house = has_role(user, house, *HOUSE_LIST_KINDS)
    due = lists.day_sheet(user, house, on=on) if whole_house else lists.own_day_sheet(user, on=on)
    questions = list(due)
    record_each("desk.question_listed", questions, by=actor_of(request))
    context = {
        "rows": rows(questions, user=person_of(request), on=on, names_holder=False),
        "today": on,
        "whole_house": whole_house,
        "back_url": reverse("desk:my_questions"),
    }
    return render(request, "desk/day_sheet.html", context)


def empty_slip(request: HttpRequest) -> HttpResponse:
    """An empty sheet to write a question on; it is typed in later with the time it was asked."""
    current_house(request, *DESK_KINDS)
    return render(request, "desk/empty_slip.html", {"back_url": reverse("desk:desk"), "lines": range(4)})
