"""Somebody leaves: who takes over what they hold, and who coordinates for a household."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.people.access import house_ids_of, roles_of, visible_households
from wijkhuis.house.people.actions import change_coordinator as change
from wijkhuis.house.people.here import chosen_of
from wijkhuis.house.people.models import Household, Role
from wijkhuis.site.office import access, actions, forms, queries


def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    """End a role in the house; say who takes over what the person holds."""
    house = chosen_of(queries.demand_houses(person_of(request)), request=request)
    role = get_object_or_404(access.visible_team(person_of(request), house), pk=pk)
    left = [queries.leaving(role.user, house, ends=[role])]
    form = forms.HeirsForm(request.POST if request.method == "POST" else None, leaving=left)
    if form.is_valid():
        number = actions.end_role(role, to=form.heirs().get(house.pk), by=actor_of(request))
        done = _("%(name)s does not do this any more. Open questions passed on: %(number)s.")
        messages.success(request, done % {"name": role.user.first_name, "number": number})
        return redirect("office:team")
    return render(request, "office/end_role.html", {"office_house": house, "role": role, "form": form})


def close_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody leaves for good: all roles end, the account closes, and everything they hold is taken over."""
    queries.demand_houses(person_of(request))
    user = get_object_or_404(access.visible_accounts(person_of(request)), pk=pk)
    roles = roles_of(user)
    demand(access.may_close_account(person_of(request), roles), str(actions.CLOSED_ELSEWHERE), error=NotYours)
    houses = {role.house.pk: role.house for role in roles if role.house}
    left = [queries.leaving(user, house, ends=roles) for house in houses.values()]
    form = forms.HeirsForm(request.POST if request.method == "POST" else None, leaving=left)
    if form.is_valid():
        actions.close_account(user, heirs=form.heirs(), by=actor_of(request))
        messages.success(request, _("The account of %(name)s is closed.") % {"name": user.first_name})
        return redirect("office:team")
    return render(request, "office/close_account.html", {"person": user, "roles": roles, "form": form})


def households(request: HttpRequest) -> HttpResponse:
    """The households of the house and who coordinates for each; for the coordinator of the house."""
    _demand_coordinator(request)
    house = chosen_of(queries.demand_houses(person_of(request)), request=request)
    found = list(_households(request).filter(house=house).select_related("coordinator").order_by("called", "pk"))
    record_each("people.household_listed", found, by=actor_of(request))
    colleagues = queries.carriers_of(house)
    rows = [
        (
            one,
            forms.CoordinatorForm(initial={"to": one.coordinator_id}, colleagues=colleagues, auto_id=f"to-{one.pk}-%s"),
        )
        for one in found
    ]
    return render(request, "office/households.html", {"office_house": house, "rows": rows})


@require_POST
def change_coordinator(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody else coordinate for a household."""
    _demand_coordinator(request)
    household = get_object_or_404(_households(request), pk=pk)
    form = forms.CoordinatorForm(request.POST, colleagues=queries.carriers_of(household.house))
    if form.is_valid():
        change(household, coordinator=form.cleaned_data["to"], by=actor_of(request))
        done = _("%(name)s coordinates for this household from now on.")
        messages.success(request, done % {"name": form.cleaned_data["to"].first_name})
    else:
        messages.error(request, _("Choose who takes this over."))
    return redirect("office:households")


def _households(request: HttpRequest) -> QuerySet[Household]:
    return visible_households(person_of(request)).filter(ended_on=None)


def _demand_coordinator(request: HttpRequest) -> None:
    coordinates = bool(house_ids_of(person_of(request), Role.Kind.COORDINATOR))
    demand(coordinates, _("Only the coordinator of a house does this."), error=NotYours)
