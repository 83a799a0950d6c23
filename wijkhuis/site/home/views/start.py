"""Where somebody who works here begins after signing in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wijkhuis.house.people.pages import staff_pages


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """The desk, the office for who manages, for others the first page of their menu; without a role one's account."""
    if address := staff_pages(request).get("begin_url"):
        return redirect(address)
    messages.warning(request, _("You do not work in a house. Ask the coordinator of your house."))
    return redirect("my_account")
