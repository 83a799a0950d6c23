"""What the municipality sees: figures, and no person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.site.steering import access, queries


def city(request: HttpRequest) -> HttpResponse:
    """The past twelve months over all houses."""
    demand(access.may_see_figures(person_of(request)), _("These figures are for the municipality."), error=NotYours)
    until = clock.today().replace(day=1)
    since = clock.add_months(until, -12)
    period = {"since": since, "until": until}
    context = {
        **period,
        "questions": queries.questions_by_house(**period),
        "rungs": queries.rungs_by_house(**period),
        "endings": queries.endings_by_house(**period),
        "handovers": queries.handovers_by_partner(**period),
        "themes": queries.themes_by_district(),
        "pace": queries.pace_of_themes(**period),
    }
    return render(request, "steering/city.html", context)
