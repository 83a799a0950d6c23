"""What people who work in the neighbourhood notice: two fields, ten seconds."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.forms.taking import SentenceForm
from wijkhuis.loop.signals.models import Signal
from wijkhuis.loop.signals.views.shared import house_of, is_done

# Which signal somebody just wrote stands in their own browser only, signed, for a minute.
JUST_NOW, A_MINUTE = "just_now", 60


@require_http_methods(["GET", "POST"])
def give(request: SignedIn) -> HttpResponse:
    """What do you notice, and where."""
    house = house_of(request)
    form = SentenceForm(request.POST if request.method == "POST" else None, house=house)
    written = _write(request, house, form) if form.is_valid() else None
    if written is not None:
        messages.success(request, _("Thank you. One more?"))
        response = redirect("signals:give")
        path = reverse("signals:give")
        response.set_signed_cookie(
            JUST_NOW, str(written.pk), max_age=A_MINUTE, httponly=True, samesite="Lax", path=path,
            secure=request.is_secure(),
        )  # fmt: skip
        return response
    context = {"form": form, "can_take_back": _just_now(request) is not None}
    return render(request, "signals/give.html", context, status=422 if form.errors else 200)


@require_POST
def take_back(request: SignedIn) -> HttpResponse:
    """Take back the own signal of the last minute."""
    written = _just_now(request)
    gone = written is not None and actions.take_back_signal(written, house=house_of(request), by=actor_of(request))
    messages.info(request, _("Your signal is gone.") if gone else _("Taking back can be done for one minute."))
    response = redirect("signals:give")
    response.delete_cookie(JUST_NOW, path=reverse("signals:give"))
    return response


def _write(request: SignedIn, house: House, form: SentenceForm) -> Signal | None:
    made: list[Signal] = []
    is_done(form, lambda: made.append(actions.give_signal(house, wording=form.wording(), by=actor_of(request))))
    return made[0] if made else None


def _just_now(request: SignedIn) -> UUID | None:
    kept = request.get_signed_cookie(JUST_NOW, "", max_age=A_MINUTE)
    return UUID(kept) if kept else None
