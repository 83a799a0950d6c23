"""The warm handover, on the side of who asks and of a partner with an account."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.clock import today
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import record, record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.loop.desk import access, actions, rules
from wijkhuis.loop.desk.forms.handover import AcceptForm, DeclineForm, OfferForm
from wijkhuis.loop.desk.models import Handover, Question, Shared
from wijkhuis.loop.desk.queries.carrying import carrier
from wijkhuis.loop.desk.queries.receivers import Receiver, find_receiver, receivers_of
from wijkhuis.loop.desk.queries.sharing import name_of, shareable, shared_lines
from wijkhuis.loop.desk.views.record.shared import with_question

BESIDE = (
    "question__house",
    "question__contact",
    "question__household",
    "question__neighbourhood",
    "partnership__partner",
    "professional__partner",
    "sender",
)


@require_http_methods(["GET", "POST"])
@with_question
def hand_over(request: SignedIn, question: Question) -> HttpResponse:
    """First to whom, then what goes along, then the code to read out."""
    demand(question.holder_id == request.user.pk, _("Only who holds the question hands it over."))
    demand(question.is_open, _("This question has ended. Open it again if there is more to do."))
    key = request.GET.get("aan", "")
    receiver = find_receiver(key, house=question.house, on=today()) if key else None
    if receiver is None:
        return _to_whom(request, question)
    return _what_goes_along(request, question, receiver)


def _to_whom(request: SignedIn, question: Question) -> HttpResponse:
    actions.look_at(question, by=actor_of(request))
    fields = access.shared_with(request.user, question)
    words = question.words if Shared.WORDS in fields else ""
    receivers = receivers_of(question.house, on=today(), text=words)
    context = {
        "question": question,
        "name": name_of(question, fields),
        "fitting": [one for one in receivers if one.why],
        "here": [one for one in receivers if one.here and not one.why],
        "others": [one for one in receivers if not one.here and not one.why],
    }
    return render(request, "desk/handover/to_whom.html", context)


def _what_goes_along(request: SignedIn, question: Question, receiver: Receiver) -> HttpResponse:
    known = access.shared_with(request.user, question)
    choices = shareable(question, known=known)
    form = OfferForm(request.POST or None, choices=choices)
    wants_preview = "preview" in request.POST or request.headers.get("HX-Request") == "true"
    chosen = request.POST.getlist("fields_along") if request.method == "POST" else list(rules.SHARED_BY_DEFAULT)
    if request.method == "POST" and not wants_preview and form.is_valid():
        offers: list[actions.Offer] = []
        if is_done_with(form, lambda said: offers.append(_offer(request, question, receiver, said))):
            return render(request, "desk/handover/sent.html", {"question": question, "offer": offers[0]})
    actions.look_at(question, by=actor_of(request))
    context: dict[str, Any] = {
        "question": question,
        "receiver": receiver,
        "form": form if not wants_preview else OfferForm(choices=choices, initial=_kept(request)),
        "lines": shared_lines(question, known & set(chosen)),
        "note": request.POST.get("note", ""),
        "answer_by": _answer_by(question, receiver),
    }
    template = "desk/handover/preview.html" if request.headers.get("HX-Request") else "desk/handover/along.html"
    return render(request, template, context, status=422 if form.errors and not wants_preview else 200)


def _kept(request: SignedIn) -> dict[str, Any]:
    return {"fields_along": request.POST.getlist("fields_along"), "note": request.POST.get("note", "")}


def _answer_by(question: Question, receiver: Receiver) -> Any:
    days = receiver.partnership.answer_days or question.house.handover_days
    return rules.answer_is_due(today(), working_days=days)


def _offer(request: SignedIn, question: Question, receiver: Receiver, said: dict[str, Any]) -> actions.Offer:
    return actions.offer_question(
        question,
        partnership=receiver.partnership,
        professional=receiver.professional,
        function=receiver.function,
        fields=said["fields_along"],
        note=said["note"],
        by=actor_of(request),
    )


@require_POST
def take_back(request: SignedIn, pk: int) -> HttpResponse:
    """Take an offer back before it is answered."""
    handover = _find(request, pk)
    actions.withdraw_handover(handover, by=actor_of(request))
    messages.success(request, _("The handover is taken back. The question is with you."))
    return redirect("desk:question", handover.question_id)


@require_POST
def new_code(request: SignedIn, pk: int) -> HttpResponse:
    """Make a new code and show it once."""
    handover = _find(request, pk)
    offer = actions.renew_code(handover, by=actor_of(request))
    return render(request, "desk/handover/sent.html", {"question": handover.question, "offer": offer, "is_new": True})


@require_GET
def offered(request: SignedIn) -> HttpResponse:
    """What is offered to somebody and waits for their own yes or no."""
    waiting = list(access.offered_handovers(request.user).select_related(*BESIDE).order_by("answer_by", "pk"))
    # What is asked of them may say who it is about.
    record_each("desk.question_listed", [offer.question for offer in waiting], by=actor_of(request))
    return render(request, "desk/handover/offered.html", {"handovers": waiting})


@require_http_methods(["GET", "POST"])
def handover(request: SignedIn, pk: int) -> HttpResponse:
    """Read what a colleague of the house asks, and say yes or no."""
    offer = _find(request, pk)
    if not access.offered_handovers(request.user).filter(pk=pk).exists():
        return redirect("desk:question", offer.question_id)
    yes = AcceptForm(_sent(request, "yes"), handover=offer, asks_who=False)
    no = DeclineForm(_sent(request, "no"))
    by = actor_of(request)
    if yes.is_valid() and is_done_with(yes, lambda said: actions.accept_handover(offer, **said, by=by)):
        messages.success(request, _("You hold this question now."), extra_tags=f"saved:yes-{pk} saved:no-{pk}")
        return redirect("desk:question", offer.question_id)
    if no.is_valid() and is_done_with(no, lambda said: actions.decline_handover(offer, **said, by=by)):
        thanks = _("Thank you for answering. The house looks further.")
        messages.success(request, thanks, extra_tags=f"saved:yes-{pk} saved:no-{pk}")
        return redirect("desk:offered")
    record("desk.handover_read", offer.question, by=by)
    context = {
        "handover": offer,
        "lines": shared_lines(offer.question, offer.fields),
        "yes": yes,
        "no": no,
        "carrier": carrier(request.user, offer.question.house),
    }
    return render(request, "desk/handover/answer.html", context, status=422 if yes.errors or no.errors else 200)


def _find(request: SignedIn, pk: int) -> Handover:
    return get_object_or_404(access.visible_handovers(request.user).select_related(*BESIDE).distinct(), pk=pk)


def _sent(request: SignedIn, which: str) -> Any:
    return request.POST if request.POST.get("answer") == which else None
