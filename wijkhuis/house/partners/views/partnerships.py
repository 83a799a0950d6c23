"""The partners a house works with."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.trail.leaving import told_to_lie_with
from wijkhuis.house.partners import access, actions, queries
from wijkhuis.house.partners.forms import NewPartnershipForm, PartnershipForm
from wijkhuis.house.people.here import current_house


@require_GET
def partners(request: HttpRequest) -> HttpResponse:
    """With whom this house works together."""
    house = current_house(request, *access.LOOKERS)
    context = {
        "ties": queries.partnerships_of(house),
        "may_manage": access.may_manage_partners(request.user, house),
    }
    return render(request, "partners/partners.html", context)


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Begin to work together with a partner."""
    house = current_house(request, *access.LOOKERS)
    may = access.may_manage_partners(request.user, house)
    demand(may, _("Ask the coordinator of your house to do this."), error=NotYours)
    form = NewPartnershipForm(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data
        actions.start_partnership(house, name=facts["name"], kind=facts["kind"], facts=facts, by=actor_of(request))
        messages.success(request, _("%(name)s works with us from today.") % {"name": facts["name"]})
        return redirect("partners:partners")
    return render(request, "partners/partnership_form.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how a partner can be asked."""
    tie = get_object_or_404(access.visible_partnerships(request.user).filter(ended_on=None), pk=pk)
    may = access.may_manage_partners(request.user, tie.house)
    demand(may, _("Ask the coordinator of your house to do this."), error=NotYours)
    form = PartnershipForm(request.POST or None, instance=tie)
    if form.is_valid():
        actions.change_partnership(tie, facts=form.cleaned_data, by=actor_of(request))
        messages.success(request, _("The change is saved."))
        return redirect("partners:partners")
    context = {"form": form, "tie": tie}
    return render(request, "partners/partnership_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop working together: first what lies with the partner and where it goes, then it is done."""
    tie = get_object_or_404(access.visible_partnerships(request.user).filter(ended_on=None), pk=pk)
    may = access.may_manage_partners(request.user, tie.house)
    demand(may, _("Ask the coordinator of your house to do this."), error=NotYours)
    name = {"name": tie.partner.name}
    if request.method == "POST":
        actions.end_partnership(tie, by=actor_of(request))
        messages.success(request, _("The partnership with %(name)s has ended.") % name)
        return redirect("partners:partners")
    context = {
        "title": _("Stop working together with %(name)s?") % name,
        "lead": _("Then nobody of %(name)s is expected in this house. You can begin again with the same name.") % name,
        "lying": told_to_lie_with(tie),
        "button": _("Stop working together"),
        "back_url": reverse("partners:partners"),
    }
    return render(request, "partners/leave.html", context)
