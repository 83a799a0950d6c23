"""Joining: at the public page, at the desk, and on the page of one's own question; and leaving again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wijkhuis.base.access import limited, origin, public
from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions import joining as actions
from wijkhuis.loop.approaches.actions import leaving
from wijkhuis.loop.approaches.forms.joining import AskedForm, JoinForm
from wijkhuis.loop.approaches.models import Approach, Joiner
from wijkhuis.loop.approaches.queries.leaving import joiner_of_key, link_of
from wijkhuis.loop.approaches.queries.listening import approaches_of
from wijkhuis.loop.desk import access as desk
from wijkhuis.loop.desk.actions import look_at
from wijkhuis.loop.desk.models import Question, Shared
from wijkhuis.loop.desk.queries.mine import question_of_link
from wijkhuis.loop.desk.queries.sharing import name_of

SIGNING_UP = {"at_most": 10, "seconds": 600}


@public("everybody may join an approach that was made public, with a first name and a way to reach them")
@require_http_methods(["GET", "POST"])
@limited("join-approach", **SIGNING_UP)  # type: ignore[arg-type]
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign up with a first name and how to be reached."""
    approach = get_object_or_404(access.public_approaches().running(), pk=pk)
    house = approach.theme.house
    speak_as(house, request=request)
    form = JoinForm(request.POST or None)
    context = {**reach_of(house), "approach": approach, "form": form}
    made: list[str] = []

    def sign_up() -> None:
        by = Actor(label="visitor", origin=origin(request))
        made.append(link_of(actions.sign_up(approach, **form.cleaned_data, by=by)))

    if request.method == "POST" and form.is_valid() and is_done(form, sign_up):
        return render(request, "approaches/joined.html", {**context, "link": made[0]})
    return render(request, "approaches/join.html", context, status=422 if form.errors else 200)


@public("who joined leaves again by their own link, without an account")
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """Take oneself off again."""
    joiner = joiner_of_key(key, origin=origin(request))
    if joiner is None:
        return render(request, "approaches/left.html", {"is_gone": True}, status=404)
    house = joiner.approach.theme.house
    speak_as(house, request=request)
    context = {**reach_of(house), "approach": joiner.approach}
    if request.method == "POST":
        leaving.leave(joiner, by=Actor(label="visitor", origin=origin(request)))
        return render(request, "approaches/left.html", context)
    return render(request, "approaches/leave.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: SignedIn, pk: int, approach_pk: int) -> HttpResponse:
    """Keep what somebody said when a colleague asked them to join."""
    question = _question(request, pk)
    if desk.needs_reason(request.user, question):
        return redirect("desk:question", pk)
    if not desk.knows_it_whole(request.user, question):
        raise Http404
    readable = access.readable_approaches(request.user).values("pk").order_by()
    approach = get_object_or_404(approaches_of(question).filter(pk__in=readable), pk=approach_pk)
    contact = question.contact
    reach = (contact.phone or contact.email) if contact else ""
    first = {"first_name": contact.called if contact else "", "how_to_reach": reach}
    form = AskedForm(request.POST or None, initial=first)

    def keep() -> object:
        return actions.ask_to_join(approach, question=question, **form.cleaned_data, by=actor_of(request))

    if request.method == "POST" and form.is_valid() and is_done(form, keep):
        messages.success(request, _("It is kept."))
        return redirect("desk:question", pk)
    look_at(question, by=actor_of(request))
    context = {"question": question, "name": name_of(question, set(Shared.values)), "approach": approach, "form": form}
    return render(request, "approaches/ask.html", context, status=422 if form.errors else 200)


@public("a resident joins, or does not, on the page of their own question, by its link")
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest, token: str, approach_pk: int) -> HttpResponse:
    """Join, or say no, on the page of one's own question."""
    question = question_of_link(token, origin=origin(request))
    shown = access.public_approaches().filter(pk=approach_pk).values("pk").order_by()
    approach = approaches_of(question).filter(pk__in=shown).first() if question else None
    if question is None or approach is None:
        return render(request, "approaches/left.html", {"is_gone": True}, status=404)
    speak_as(question.house, request=request, language=question.contact.language if question.contact else "")
    own_page = reverse("desk:mine", args=[token])
    form = AskedForm(request.POST or None, initial=_known(question))

    def keep() -> object:
        by = Actor(label=RESIDENT.label, origin=origin(request))
        return actions.join_from_own_page(approach, question=question, **form.cleaned_data, by=by)

    if request.method == "POST" and form.is_valid() and is_done(form, keep):
        messages.success(request, _("Thank you for telling us."))
        return redirect(own_page)
    context = {**reach_of(question.house), "approach": approach, "form": form, "own_page": own_page}
    response = render(request, "approaches/mine_join.html", context, status=422 if form.errors else 200)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_POST
@public("a resident comes off the list on the page of their own question, by its link")
def mine_leave(request: HttpRequest, token: str, approach_pk: int) -> HttpResponse:
    """No longer join, said on the page of one's own question; also what is not public any more."""
    question = question_of_link(token, origin=origin(request))
    joined = Joiner.objects.kept().filter(question=question).values("approach")
    approach = Approach.objects.filter(pk=approach_pk, pk__in=joined).first() if question else None
    if question is not None:
        speak_as(question.house, request=request, language=question.contact.language if question.contact else "")
    if question is not None and approach is not None:
        by = Actor(label=RESIDENT.label, origin=origin(request))
        leaving.leave_from_own_page(approach, question=question, by=by)
        messages.success(request, _("You are off the list. Your name and how to reach you are gone."))
    return redirect("desk:mine", token)


@require_POST
def take_off_at_desk(request: SignedIn, pk: int, approach_pk: int) -> HttpResponse:
    """Take somebody off the list who says at the desk that they no longer join, or put them back."""
    question = _question(request, pk)
    if desk.needs_reason(request.user, question):
        return redirect("desk:question", pk)
    joiner = get_object_or_404(Joiner.objects.kept(), question=question, approach=approach_pk)
    _take_off(request, joiner)
    return redirect("desk:question", pk)


@require_POST
def take_off(request: SignedIn, pk: int) -> HttpResponse:
    """Take somebody off one's own list, or put them back."""
    joiner = get_object_or_404(access.visible_joiners(request.user), pk=pk)
    _take_off(request, joiner)
    return redirect("approaches:approach", joiner.approach_id)


def _take_off(request: SignedIn, joiner: Joiner) -> None:
    is_off = request.POST.get("back") != "1"
    leaving.take_off(joiner, is_off=is_off, by=actor_of(request))
    messages.success(request, _("They are off the list.") if is_off else _("They are on the list again."))


def _question(request: SignedIn, pk: int) -> Question:
    found = desk.visible_questions(request.user).select_related("house", "contact", "household", "holder")
    return get_object_or_404(found, pk=pk)


def _known(question: Question) -> dict[str, str]:
    contact = question.contact
    return {"first_name": contact.called, "how_to_reach": contact.phone or contact.email} if contact else {}
