"""What pages of this room begin with."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.here import chosen_of
from wijkhuis.loop.signals import access
from wijkhuis.loop.signals.models import Theme

AnyForm = forms.Form | forms.ModelForm


def theme_house(request: HttpRequest) -> House:
    """The house chosen in this session, or the first one whose themes somebody may know."""
    houses = access.theme_houses(person_of(request))
    demand(bool(houses), _("Themes are for the people of a house and its signal group."), error=NotYours)
    return chosen_of(houses, request=request)


def group_house(request: HttpRequest) -> House:
    """The same for the pages that only the signal group reads."""
    user = person_of(request)
    houses = [house for house in access.theme_houses(user) if access.in_group(user, house)]
    demand(bool(houses), _("This is for the signal group of the house."), error=NotYours)
    return chosen_of(houses, request=request)


def read_theme(request: SignedIn, pk: int) -> Theme:
    """A theme of somebody's own group, to read and to change."""
    return get_object_or_404(access.read_themes(request.user).select_related("house"), pk=pk)


def answer(request: HttpRequest, template: str, context: dict[str, Any], form: AnyForm | None = None) -> HttpResponse:
    """The page; 422 when what was sent asks for another look."""
    return render(request, template, context, status=422 if form is not None and form.errors else 200)
