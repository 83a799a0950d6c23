"""What waits today: my assignments, the calls of colleagues, and what others found."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.house.directory.access import may_keep_map
from wijkhuis.house.directory.queries import asked_of
from wijkhuis.house.directory.queries.key_people import key_people_to_ask_again
from wijkhuis.house.fieldwork import access, queries
from wijkhuis.house.fieldwork.forms import CallForm, TipForm
from wijkhuis.house.fieldwork.rules import DOER_KINDS
from wijkhuis.house.people.here import current_house


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Everything to find out, on one page."""
    user, house = person_of(request), current_house(request, *DOER_KINDS)
    may_assign = access.may_assign(user, house)
    under_way, ready = queries.assignments_now(user, house) if may_assign else ([], [])
    context = {
        "today": clock.today(),
        "mine": queries.my_assignments(user),
        "kept": asked_of(user, on=clock.today()) if may_keep_map(user) else None,
        "calls": queries.open_calls(user),
        "call_form": CallForm() if access.may_ask(user, house) else None,
        "tip_form": TipForm(auto_id=False),
        "may_assign": may_assign,
        "open_assignments": under_way,
        "closed_assignments": ready,
        # Only how many: a look at who they are is written down on their own page.
        "ask_again": key_people_to_ask_again(user, on=clock.today()).count(),
    }
    return render(request, "fieldwork/today.html", context)
