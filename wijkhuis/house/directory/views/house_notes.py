"""What a house took up from the map of the city, with what only this house can add."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory import access, actions
from wijkhuis.house.directory.forms.freshness import HouseNoteForm
from wijkhuis.house.people.here import current_house


@require_GET
def house_notes(request: HttpRequest) -> HttpResponse:
    """The list of this house."""
    house = current_house(request, *access.KEEPERS)
    notes = access.visible_house_notes(request.user).filter(house=house).order_by("entry__name")
    return render(request, "directory/house_notes.html", {"house": house, "notes": notes})


@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an entry on the list of this house, with a note."""
    house = current_house(request, *access.KEEPERS)
    found = get_object_or_404(access.visible_entries(request.user), pk=pk)
    form = HouseNoteForm(request.POST)
    demand(form.is_valid(), " ".join(str(error) for errors in form.errors.values() for error in errors))
    actions.take_up(found, house=house, note=form.cleaned_data["note"], by=actor_of(request))
    messages.success(request, _("%(name)s is on the list of our house.") % {"name": found.name})
    return redirect("directory:entry", pk)


@require_POST
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an entry off the list of this house."""
    note = get_object_or_404(access.visible_house_notes(request.user), pk=pk)
    actions.let_go(note, by=actor_of(request))
    return redirect("directory:entry", note.entry_id)
