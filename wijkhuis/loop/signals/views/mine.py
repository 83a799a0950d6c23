"""The resident takes back that they want to hear what comes of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkhuis.base.access import origin, public
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.house.neighbourhood.speaking import speak_as
from wijkhuis.loop.desk.queries.mine import question_of_link
from wijkhuis.loop.signals import actions


@require_POST
@public("a resident says by their own link that they need not hear what comes of it")
def stop_listening(request: HttpRequest, token: str) -> HttpResponse:
    """End it, and go back to the own question; a link that leads nowhere gets the kind page of the desk."""
    question = question_of_link(token, origin=origin(request))
    if question is not None:
        speak_as(question.house, request=request, language=question.contact.language if question.contact else "")
        actions.stop_listening(question, by=Actor(label=RESIDENT.label, origin=origin(request)))
        messages.success(request, _("You will not hear about it any more."))
    return redirect("desk:mine", token)
