"""To whose account a face belongs."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.trail.leaving import told_to_lie_with
from wijkhuis.house.partners import access, actions
from wijkhuis.house.partners.forms import AccountForm
from wijkhuis.house.partners.models import Professional
from wijkhuis.house.people.here import current_house


@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a face belong to a colleague who signs in already, or invite them by e-mail."""
    found = _kept(request, pk)
    house = current_house(request, *access.LOOKERS)
    form = AccountForm(request.POST or None, house=house, initial={"user": "", "email": found.email})
    if form.is_valid():
        who = actions.give_account(found, house=house, **form.cleaned_data, by=actor_of(request))
        done = _("%(name)s signs in with %(email)s from now on.")
        messages.success(request, done % {"name": found.first_name, "email": who.email}, extra_tags="saved:account")
        return redirect("partners:face", pk)
    context = {"form": form, "face": found, "house": house}
    return render(request, "partners/account.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """A face does not belong to an account any more: first what lies with it, then it is done."""
    found = _kept(request, pk)
    if request.method == "POST":
        actions.take_account(found, by=actor_of(request))
        messages.success(request, _("%(name)s does not belong to an account any more.") % {"name": found.first_name})
        return redirect("partners:face", pk)
    context = {
        "title": _("Does this account not belong to %(name)s?") % {"name": found.first_name},
        "lead": _("Then we ask %(name)s by e-mail, with a link. The account itself stays; its roles end at the office.")
        % {"name": found.first_name},
        "lying": told_to_lie_with(found),
        "button": _("Take the account off"),
        "back_url": reverse("partners:face", args=[pk]),
    }
    return render(request, "partners/leave.html", context)


def _kept(request: HttpRequest, pk: int) -> Professional:
    """A face that whoever asks may keep, with its account."""
    faces = access.visible_professionals(request.user).select_related("partner", "user")
    found = get_object_or_404(faces, pk=pk)
    may = access.may_keep_face(request.user, found)
    demand(may, _("Ask the coordinator of your house to do this."), error=NotYours)
    return found
