"""The page of themes: first what waits for a yes or no, then what is open, decided and closed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals import access, actions
from wijkhuis.loop.signals.doors import doors_for
from wijkhuis.loop.signals.models import Theme
from wijkhuis.loop.signals.queries.lists import proposals_for_now, theme_rows
from wijkhuis.loop.signals.queries.telling import trend_of_each
from wijkhuis.loop.signals.views.finding import theme_house
from wijkhuis.loop.signals.views.proposal import just_declined, put_off

MOST = 100


@require_GET
def themes(request: SignedIn) -> HttpResponse:
    """What lives in the neighbourhood, for the group with what it may decide, for others by name."""
    house = theme_house(request)
    reads = access.in_group(request.user, house)
    context = {
        "theme_house": house,
        "reads": reads,
        "groups": _groups(request, house, reads=reads),
        "doors": doors_for(request.user, house),
    }
    if reads:
        waiting = access.waiting_proposals_of(request.user, house)
        context["waiting"] = proposals_for_now(waiting, put_off=put_off(request))
        context["declined"] = just_declined(request)
    return render(request, "signals/themes.html", context)


@require_POST
def look(request: SignedIn) -> HttpResponse:
    """Look now what belongs together."""
    actions.ask_to_look(theme_house(request), by=actor_of(request))
    messages.success(request, _("We are looking now. With many signals it takes a few minutes; then they stand here."))
    return redirect("signals:themes")


def _groups(request: SignedIn, house: House, *, reads: bool) -> list[dict[str, Any]]:
    found = access.visible_themes_of(request.user, house)[:MOST]
    trends = trend_of_each(found) if reads else {}
    still = [theme for theme in found if theme.closed_on is None]
    undecided = [theme for theme in still if theme.standing == Theme.Standing.OPEN]
    decided = [theme for theme in still if theme.standing != Theme.Standing.OPEN]
    closed = [theme for theme in found if theme.closed_on]
    parts = [
        ("open", _("Not decided yet"), undecided),
        ("decided", _("Decided"), decided),
        ("closed", _("Closed"), closed),
    ]
    return [
        {"kind": "week" if key == "open" else "waiting", "title": title, "rows": theme_rows(some, trends, reads=reads)}
        for key, title, some in parts
        if some
    ]
