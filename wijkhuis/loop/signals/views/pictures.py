"""All themes of a house over time and where, as a picture with its table, and as a file."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wijkhuis.base import clock
from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.sources.rules.giving import write_csv
from wijkhuis.loop.signals import access
from wijkhuis.loop.signals.queries.over_time import Overview, overview_of
from wijkhuis.loop.signals.views.finding import group_house


@require_GET
def over_time(request: SignedIn) -> HttpResponse:
    """When and where at least five people spoke up about each theme."""
    house = group_house(request)
    context = {"theme_house": house, "overview": _overview(request, house)}
    return render(request, "signals/over_time.html", context)


@require_GET
def csv(request: SignedIn) -> StreamingHttpResponse:
    """The same facts for a spreadsheet."""
    house = group_house(request)
    lines = write_csv(_rows(_overview(request, house)))
    name = f"themas-{house.slug}-{clock.today()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def _overview(request: SignedIn, house: House) -> Overview:
    return overview_of(access.read_themes(request.user).filter(house=house), house=house)


def _rows(overview: Overview) -> Iterator[list[str]]:
    quarters = [words for _start, words in overview.quarters]
    places = [hood.name for hood in overview.places]
    yield [_("Theme"), _("Since"), _("People, at least"), _("Standing"), _("Why"), *quarters, *places]
    for row in overview.rows:
        yield [
            row.theme.name,
            row.theme.since.isoformat()[:7],
            str(row.theme.people_shown),
            str(row.theme.get_standing_display()),
            row.theme.why,
            *[_cell(said) for said in row.by_quarter],
            *[_cell(said) for said in row.by_place],
        ]


def _cell(said: Any) -> str:
    return _("five or more") if said else ""
