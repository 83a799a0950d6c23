"""Finding the group somebody works with now, and records of their own groups."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.house.people.here import chosen_of
from wijkhuis.loop.agenda import access
from wijkhuis.loop.agenda.models import Item, Meeting
from wijkhuis.loop.signals.access import group_house_ids, may_compose_group, read_themes, theme_houses
from wijkhuis.loop.signals.models import SignalGroup, Theme


def groups_of(request: HttpRequest) -> list[SignalGroup]:
    """The groups whose signals somebody reads, by house."""
    ids = group_house_ids(person_of(request))
    demand(bool(ids), _("This is for the signal group of the house."), error=NotYours)
    return list(SignalGroup.objects.filter(house_id__in=ids).select_related("house").order_by("house__name"))


def group_of(request: HttpRequest) -> SignalGroup | None:
    """The group of the house chosen in this session, or the first; None when the house has none yet."""
    groups = groups_of(request)
    if not groups:
        return None
    chosen = chosen_of([group.house for group in groups], request=request)
    return next(group for group in groups if group.house_id == chosen.pk)


def without_group(request: HttpRequest) -> HttpResponse:
    """A kind page that says a group is to begin first, with the door for who may begin one."""
    house = chosen_of(theme_houses(person_of(request)), request=request)
    may_compose = may_compose_group(person_of(request), house)
    return render(request, "agenda/no_group.html", {"may_compose": may_compose})


def found_meeting(request: HttpRequest, pk: int) -> Meeting:
    """A meeting of one's own groups."""
    return get_object_or_404(access.visible_meetings(person_of(request)), pk=pk)


def found_item(request: HttpRequest, pk: int) -> Item:
    """A point of such a meeting."""
    return get_object_or_404(access.visible_items(person_of(request)), pk=pk)


def found_theme(request: HttpRequest, pk: int) -> Theme:
    """A theme of one's own groups."""
    return get_object_or_404(read_themes(person_of(request)).select_related("house"), pk=pk)
