"""The lists: what needs a human first."""

from collections.abc import Sequence
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.asked import Asked
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.people import actions as people
from wijkhuis.house.people.access import has_role
from wijkhuis.house.people.here import current_house
from wijkhuis.house.people.models import Role
from wijkhuis.house.people.rules import DESK_KINDS, HOUSE_LIST_KINDS
from wijkhuis.loop.desk.forms.lists import FindForm, LimitForm
from wijkhuis.loop.desk.queries import carrying, lists
from wijkhuis.loop.desk.queries.finding import found_questions
from wijkhuis.loop.desk.queries.lists import Listed
from wijkhuis.loop.desk.views.rows import giving_rows, groups, rows


def my_questions(request: HttpRequest) -> HttpResponse:
    """What somebody holds, and what waits for their yes or no."""
    house = current_house(request, *DESK_KINDS)
    user = person_of(request)
    carrier = carrying.carrier(user, house)
    page = _page(request, lists.my_questions(user), total=carrier.everywhere)
    context = {
        "page": page,
        "groups": groups(_shown(request, page)),
        "carrier": carrier,
        "offers": lists.offers(user),
    }
    return render(request, "desk/my_questions.html", context)


def house_questions(request: HttpRequest) -> HttpResponse:
    """The open questions of the house, or one view on them."""
    house = current_house(request, *HOUSE_LIST_KINDS)
    view, on = request.GET.get("lijst", ""), clock.today()
    counts = lists.counts(person_of(request), house, on=on)
    questions = lists.viewed_questions(person_of(request), house, view=view, on=on)
    page = _page(request, questions, total=counts.get(view.replace("-", "_"), counts["all"]))
    giving = view == "gives-back"
    context = {
        "page": page,
        "giving": _giving(request, page) if giving else [],
        "groups": [] if giving else groups(_shown(request, page, names_holder=True)),
        "tabs": _tabs(view, counts),
        "view": view,
        "counts": counts,
        "carriers": carrying.carriers(house) if has_role(person_of(request), house, Role.Kind.COORDINATOR) else [],
    }
    return render(request, "desk/house_questions.html", context)


def find(request: HttpRequest) -> HttpResponse:
    """Find questions by their words or the code of a slip; what was typed never stands in an address."""
    current_house(request, *DESK_KINDS)
    form = FindForm(request.POST or None)
    found: Sequence[dict[str, Any]] | None = None
    if form.is_valid():
        questions = found_questions(person_of(request), form.cleaned_data["text"])
        found = _shown(request, questions, names_holder=True)
    return render(request, "desk/find.html", {"form": form, "found": found, "at_most": lists.PAGE})


def street(request: HttpRequest) -> HttpResponse:
    """What somebody holds, large, for on the way."""
    current_house(request, *DESK_KINDS)
    page = _page(request, lists.my_questions(person_of(request)))
    return render(request, "desk/street.html", {"page": page, "groups": groups(_shown(request, page))})


@require_POST
def limit(request: HttpRequest) -> HttpResponse:
    """Keep how many questions somebody can carry."""
    house = current_house(request, *DESK_KINDS)
    form = LimitForm(request.POST)
    if form.is_valid():
        for role in carrying.desk_roles(person_of(request), house):
            people.set_limit(role, limit=form.cleaned_data["limit"], by=actor_of(request))
        messages.success(request, _("Your limit is kept."))
    else:
        messages.warning(request, form.sentence())
    return redirect("desk:my_questions")


def _page(request: HttpRequest, questions: Asked[Listed], *, total: int | None = None) -> Page[Listed]:
    paginator: Paginator[Listed] = Paginator(cast("list[Listed]", questions), lists.PAGE)
    if total is not None:
        # The tabs, or what somebody carries, counted these questions already.
        paginator.count = total
    return paginator.get_page(request.GET.get("page"))


def _shown(
    request: HttpRequest, questions: Sequence[Listed] | Page[Listed], *, names_holder: bool = False
) -> list[dict[str, Any]]:
    # Whoever is listed is looked at: one line in the journal for each.
    record_each("desk.question_listed", questions, by=actor_of(request))
    return rows(questions, user=person_of(request), on=clock.today(), names_holder=names_holder)


def _giving(request: HttpRequest, questions: Page[Listed]) -> list[dict[str, Any]]:
    record_each("desk.question_listed", questions, by=actor_of(request))
    return giving_rows(questions, user=person_of(request), on=clock.today())


def _tabs(view: str, counts: dict[str, int]) -> list[tuple[str, str, int, bool]]:
    words = [
        ("", "all", _("All")),
        ("new", "new", _("New")),
        ("late", "late", _("Late")),
        ("partner", "partner", _("With a partner")),
        ("follow-up", "follow_up", _("Ask how it went")),
        ("unseen", "unseen", _("Long not looked at")),
        ("gives-back", "gives_back", _("Wants to do something")),
    ]
    here = reverse("desk:house_questions")
    known = {key for key, _count, _words in words}
    current = view if view in known else ""
    return [
        (f"{here}?lijst={key}" if key else here, label, counts[count], key == current) for key, count, label in words
    ]
