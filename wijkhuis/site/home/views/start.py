"""Where somebody who works here begins after signing in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wijkhuis.house.people.pages import Spot, staff_pages


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """The desk for who works there, for others the first page of their own menu; without a role one's account."""
    open_pages = staff_pages(request)
    if desk := open_pages.get(Spot.NEW_QUESTION.value):
        return redirect(desk)
    if menu := open_pages.get("nav"):
        address, *_words = menu[0]
        return redirect(address)
    messages.warning(request, _("You do not work in a house. Ask the coordinator of your house."))
    return redirect("my_account")
