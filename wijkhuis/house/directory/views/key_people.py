"""Key people, for the staff of their house only."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base import clock
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory import access, actions
from wijkhuis.house.directory.forms import KeyPersonForm
from wijkhuis.house.people.here import current_house
from wijkhuis.house.people.rules import STAFF_KINDS


@require_GET
def key_people(request: HttpRequest) -> HttpResponse:
    """Who agreed to be asked in this house."""
    house = current_house(request, *STAFF_KINDS)
    people = actions.show_key_people(house, by=actor_of(request))
    return render(request, "directory/key_people.html", {"people": people, "today": clock.today()})


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add somebody who agreed."""
    house = current_house(request, *STAFF_KINDS)
    until = clock.add_months(clock.today(), actions.LONGEST_AGREEMENT_MONTHS)
    form = KeyPersonForm(request.POST or None, initial={"agreed_until": until})
    if form.is_valid():
        facts = form.cleaned_data
        person = actions.add_key_person(house, facts, agreed=facts["agreed"], by=actor_of(request))
        messages.success(request, _("%(name)s can be asked now.") % {"name": person.name}, extra_tags="saved:key")
        return redirect("directory:key_people")
    return render(request, "directory/key_person_form.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody off the list at their wish."""
    person = get_object_or_404(access.visible_key_people(request.user), pk=pk)
    actions.remove_key_person(person, by=actor_of(request))
    messages.success(request, _("Nothing of %(name)s is kept on this list.") % {"name": person.name})
    return redirect("directory:key_people")
