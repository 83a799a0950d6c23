"""The handover on the side of a partner without an account: a link, a code, and only what was shared."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkhuis.base import clock
from wijkhuis.base.access import count_try, limited, origin, public
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.house.neighbourhood.queries import houses_to_visit
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.forms.handover import AcceptForm, CodeForm, DeclineForm, PartnerStepForm, PartnerWordsForm
from wijkhuis.loop.desk.models import Handover
from wijkhuis.loop.desk.queries.sharing import shared_lines

DOOR = "handover_door"
DOOR_STAYS_OPEN_SECONDS = 30 * 60
# After this the partner is ready: a page that says thank you, instead of the question again.
ENDS_IT = ("did", "back")


@public("a partner without an account answers a handover by a link and a code")
@require_http_methods(["GET", "POST"])
def partner(request: HttpRequest, token: str) -> HttpResponse:
    """Read what was shared and answer, once the code is given."""
    handover = actions.find_by_link(token)
    if handover is None:
        count_try("partner_link", who=origin(request), at_most=60, seconds=600)
        house = actions.house_of_old_link(token)
        houses = [] if house else houses_to_visit(on=clock.today())[:12]
        return render(request, "desk/partner/gone.html", {"house": house, "houses": houses}, status=404)
    if not _door_is_open(request, handover):
        return _ask_code(request, handover, token)
    by = Actor(label=f"partner:{handover.pk}", origin=origin(request))
    if handover.ending == Handover.Ending.ACCEPTED:
        return _go_on(request, handover, token, by)
    return _answer(request, handover, token, by)


@limited("partner_code", at_most=20, seconds=600)
def _ask_code(request: HttpRequest, handover: Handover, token: str) -> HttpResponse:
    form = CodeForm(request.POST if "code" in request.POST else None)
    by = Actor(label=f"partner:{handover.pk}", origin=origin(request))
    if form.is_valid() and is_done_with(form, lambda said: actions.enter_with_code(handover, **said, by=by)):
        request.session.cycle_key()
        request.session[DOOR] = [handover.pk, handover.code_digest, clock.now().timestamp()]
        return redirect("desk:partner", token)
    context = {"house": handover.question.house, "handover": handover, "form": form}
    return render(request, "desk/partner/code.html", context, status=422 if form.errors else 200)


def _door_is_open(request: HttpRequest, handover: Handover) -> bool:
    """Only the handover whose code was given, for half an hour after the last page, until there is a new code."""
    pk, digest, seen = request.session.get(DOOR, (0, "", 0))
    quiet = clock.now().timestamp() - seen
    if pk != handover.pk or not digest or digest != handover.code_digest or quiet > DOOR_STAYS_OPEN_SECONDS:
        return False
    if quiet > 60:
        request.session[DOOR] = [pk, digest, clock.now().timestamp()]
    return True


def _answer(request: HttpRequest, handover: Handover, token: str, by: Actor) -> HttpResponse:
    yes = AcceptForm(_sent(request, "yes"), handover=handover, asks_who=handover.professional is None)
    no = DeclineForm(_sent(request, "no"))
    if yes.is_valid() and is_done_with(yes, lambda said: actions.accept_handover(handover, **said, by=by)):
        messages.success(request, _("You hold this question now."), extra_tags=_drafts(handover))
        return redirect("desk:partner", token)
    if no.is_valid() and is_done_with(no, lambda said: actions.decline_handover(handover, **said, by=by)):
        return _thanks(request, handover, _("Thank you for answering. The house looks further."))
    return _show(request, handover, "desk/partner/answer.html", by, yes=yes, no=no)


def _go_on(request: HttpRequest, handover: Handover, token: str, by: Actor) -> HttpResponse:
    who = handover.professional
    if who and who.user_id and who.user_id == handover.question.holder_id:
        return _thanks(request, handover, _("You hold this question now. Sign in: it is in your own list."))
    if handover.question.holder_partner_id != handover.professional_id or not handover.question.is_open:
        return _thanks(request, handover, _("The house holds this question again. You do not need to do anything."))
    forms = {
        "did": PartnerWordsForm(_sent(request, "did"), prefix="did"),
        "note": PartnerWordsForm(_sent(request, "note"), prefix="note"),
        "plan": PartnerStepForm(_sent(request, "plan"), prefix="plan"),
        "back": PartnerWordsForm(_sent(request, "back"), prefix="back"),
    }
    for which, act, thanks in _what_a_partner_does():
        if forms[which].is_valid() and is_done_with(forms[which], _acting(act, handover, by)):
            if which in ENDS_IT:
                return _thanks(request, handover, thanks)
            messages.success(request, thanks, extra_tags=f"saved:{which}-{handover.pk}")
            return redirect("desk:partner", token)
    # What somebody of another partner wrote before them is part of the story.
    notes = handover.question.conversations.filter(speaker="partner", held_at__gte=handover.accepted_at)
    return _show(request, handover, "desk/partner/go_on.html", by, notes=notes, **forms)


def _what_a_partner_does() -> list[tuple[str, Callable[..., object], str]]:
    return [
        ("did", actions.partner_answers, _("Thank you. Later the house asks the resident how it went.")),
        ("note", actions.partner_notes, _("The note is saved.")),
        ("plan", actions.partner_plans, _("The next step is saved.")),
        ("back", actions.partner_gives_back, _("Thank you. The house looks further.")),
    ]


def _acting(act: Callable[..., object], handover: Handover, by: Actor) -> Callable[[dict[str, Any]], object]:
    return lambda said: act(handover, **said, by=by)


def _show(request: HttpRequest, handover: Handover, template: str, by: Actor, **forms: Any) -> HttpResponse:
    record("desk.handover_read", handover.question, by=by)
    context = {
        "house": handover.question.house,
        "handover": handover,
        "lines": shared_lines(handover.question, handover.fields),
        **forms,
    }
    wrong = any(getattr(form, "errors", None) for form in forms.values())
    return render(request, template, context, status=422 if wrong else 200)


def _thanks(request: HttpRequest, handover: Handover, sentence: str) -> HttpResponse:
    context = {"house": handover.question.house, "sentence": sentence, "drafts": _drafts(handover)}
    return render(request, "desk/partner/thanks.html", context)


def _drafts(handover: Handover) -> str:
    """The drafts that a saved answer makes needless."""
    return " ".join(f"saved:{which}-{handover.pk}" for which in ("yes", "no", "did", "note", "plan", "back"))


def _sent(request: HttpRequest, which: str) -> Any:
    return request.POST if request.POST.get("answer") == which else None
