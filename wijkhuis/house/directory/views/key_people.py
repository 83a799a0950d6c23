"""Key people, for the staff of their house only."""

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import record
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.directory import access, actions
from wijkhuis.house.directory.forms.map import ChangedPersonForm, KeyPersonForm
from wijkhuis.house.directory.rules import key_people as rules
from wijkhuis.house.neighbourhood.speaking import speak_as
from wijkhuis.house.people.here import current_house
from wijkhuis.house.people.rules import STAFF_KINDS


@require_GET
def key_people(request: HttpRequest) -> HttpResponse:
    """Who agreed to be asked in this house, and who must be asked again first."""
    house, today = current_house(request, *STAFF_KINDS), clock.today()
    people = actions.show_key_people(house, by=actor_of(request))
    context = {
        "people": [one for one in people if rules.may_be_asked(one.agreed_until, on=today)],
        "ended": [one for one in people if not rules.may_be_asked(one.agreed_until, on=today)],
        "soon": {one.pk for one in people if rules.is_asked_again(one.agreed_until, on=today)},
    }
    return render(request, "directory/key_people.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add somebody who agreed; then there is a slip to give them."""
    house = current_house(request, *STAFF_KINDS)
    until = clock.add_months(clock.today(), actions.LONGEST_AGREEMENT_MONTHS)
    form = KeyPersonForm(request.POST or None, initial={"agreed_until": until})
    if form.is_valid():
        facts = form.cleaned_data
        person = actions.add_key_person(house, facts, agreed=facts["agreed"], by=actor_of(request))
        messages.success(request, _("They can be asked now. Give them this slip."), extra_tags="saved:key")
        return redirect("directory:key_person_slip", person.pk)
    return render(request, "directory/key_person_form.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what is different; what they agreed stays."""
    person = get_object_or_404(access.visible_key_people(request.user), pk=pk)
    if request.method == "GET":
        record("directory.key_person_seen", person, by=actor_of(request))
    form = ChangedPersonForm(request.POST or None, instance=person)
    if form.is_valid():
        actions.change_key_person(person, form.cleaned_data, by=actor_of(request))
        messages.success(request, _("The change is saved."), extra_tags=f"saved:key-{pk}")
        return redirect(f"{reverse('directory:key_people')}#key-person-{pk}")
    context = {"form": form, "person": person}
    return render(request, "directory/key_person_form.html", context, status=422 if form.errors else 200)


@require_GET
def slip(request: HttpRequest, pk: int) -> HttpResponse:
    """What a key person takes home: their own link, also as a square, in a language they read."""
    person = get_object_or_404(access.visible_key_people(request.user), pk=pk)
    link = actions.give_slip(person, by=actor_of(request))
    speak_as(person.house, request=request, language=rules.reads(person.languages))
    context = {
        "person": person,
        "house": person.house,
        "link_words": link.removeprefix("https://").removeprefix("http://"),
        "qr": segno.make(link, micro=False, error="m").svg_data_uri(scale=4, border=1),
    }
    return render(request, "directory/asked_slip.html", context)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """A colleague asked once more, and it is still all right."""
    person = get_object_or_404(access.visible_key_people(request.user), pk=pk)
    actions.agree_again(person, agreed=bool(request.POST.get("agreed")), by=actor_of(request))
    messages.success(request, _("Good. They can be asked for another year."))
    return redirect("directory:key_people")


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody off the list at their wish."""
    person = get_object_or_404(access.visible_key_people(request.user), pk=pk)
    actions.remove_key_person(person, by=actor_of(request))
    # Without the name: what was just deleted is not kept in a message either.
    messages.success(request, _("Nothing of this person is kept on this list."))
    return redirect("directory:key_people")
