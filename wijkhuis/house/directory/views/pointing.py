"""Putting something on the map by hand: tap where it is, look, and say that this is it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.geo.shapes import Point
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory import access, actions
from wijkhuis.house.directory.forms.pointing import PointForm
from wijkhuis.house.directory.queries.picture import draw_around, draw_ground, ground_of_city
from wijkhuis.house.directory.rules.narrowing import read_box
from wijkhuis.house.directory.rules.picture import WIDTH, sheet_of
from wijkhuis.house.directory.rules.pointing import TAP_WIDTH, read_tap


@require_http_methods(["GET", "POST"])
def set_point(request: HttpRequest, pk: int) -> HttpResponse:
    """A tap on the drawing shows what is around it; the button keeps it. Without a picture one types two numbers."""
    found = get_object_or_404(access.visible_entries(request.user), pk=pk)
    demand(access.may_edit_entry(request.user, found), _("Only who works in a house keeps the map."), error=NotYours)
    form = PointForm(request.POST or None)
    if form.is_valid():
        longitude, latitude = form.cleaned_data["point"]
        actions.set_point(found, longitude=longitude, latitude=latitude, by=actor_of(request))
        messages.success(request, _("The point is on the map."))
        return redirect("directory:entry", pk)
    ground, tapped = ground_of_city(on=clock.today()), _tapped(request)
    is_whole = "stad" in request.GET
    if tapped:
        found.longitude, found.latitude = tapped
    if found.point and not is_whole:
        picture = draw_around(found, ground=ground)
    else:
        picture = draw_ground(found, ground=ground, is_whole=is_whole)
    context = {"entry": found, "picture": picture, "is_small": True, "form": form, "tapped": tapped}
    return render(request, "directory/point_form.html", context, status=422 if form.is_bound else 200)


def _tapped(request: HttpRequest) -> Point | None:
    """The point under a tap on the drawing that was shown."""
    box = read_box(request.GET.get("vak", "")[:80])
    spot = read_tap(request.GET.get("op.x", ""), request.GET.get("op.y", ""))
    if box is None or spot is None:
        return None
    x, y = (pixels * WIDTH / TAP_WIDTH for pixels in spot)
    longitude, latitude = sheet_of(box).point(x, y)
    return round(longitude, 6), round(latitude, 6)
