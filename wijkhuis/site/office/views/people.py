"""The promises to residents: who looked, what we know of one person, and forgetting."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.trail.people import Kept
from wijkhuis.house.people.access import house_ids_of
from wijkhuis.house.people.models import Role
from wijkhuis.house.people.rules import OVERSIGHT_KINDS
from wijkhuis.loop.desk.actions import forget_person, show_everything
from wijkhuis.loop.desk.models import Question
from wijkhuis.site.office import access, forms, queries


def looks(request: HttpRequest) -> HttpResponse:
    """Who looked outside their own work, and why; for the manager of the house."""
    demand(
        bool(house_ids_of(person_of(request), *OVERSIGHT_KINDS)),
        _("Only the manager of the house sees this."),
        error=NotYours,
    )
    page = Paginator(access.visible_looks(person_of(request)), 50).get_page(request.GET.get("page"))
    return render(request, "office/looks.html", {"page": page, "rows": queries.look_rows(page)})


def person(request: HttpRequest) -> HttpResponse:
    """Find the questions of one person, to show or to forget them."""
    _demand_coordinator(request)
    form = forms.PersonForm(request.POST or None)
    found: list[Question] = []
    kept: list[Kept] = []
    if request.method == "POST" and form.is_valid():
        found = list(queries.questions_of(person_of(request), **form.cleaned_data))
        if len(found) > 1 and not form.says_who:
            form.add_error("called", forms.SEVERAL)
            found = []
    if form.is_bound and form.is_valid():
        kept = _kept(request, found)
        record_each("desk.question_listed", [*found, *(one.about for one in kept)], by=actor_of(request))
    context = {
        "form": form,
        "found": found,
        "kept": kept,
        "several_names": queries.are_several(found),
        "searched": bool(found) or (request.method == "POST" and form.is_valid()),
    }
    return render(request, "office/person.html", context)


@require_POST
def everything(request: HttpRequest) -> HttpResponse:
    """Everything the house knows about the person that was found, to print or as a file."""
    _demand_coordinator(request)
    found = _found(request)
    files = show_everything(found, kept=_kept(request, list(found.select_related("contact"))), by=actor_of(request))
    if "file" in request.POST:
        answer = JsonResponse({"wijkhuis": files}, json_dumps_params={"indent": 2, "ensure_ascii": False})
        answer["Content-Disposition"] = 'attachment; filename="inzage.json"'
        return answer
    return render(request, "office/everything.html", {"files": files})


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Forget the questions of the person that was found, after a second look."""
    _demand_coordinator(request)
    questions = list(_found(request).select_related("contact"))
    kept = _kept(request, questions)
    if "sure" not in request.POST:
        return render(request, "office/forget.html", {"questions": questions, "kept": kept})
    forget_person(questions, kept=kept, by=actor_of(request))
    messages.success(request, _("Done. Questions forgotten: %(number)s.") % {"number": len(questions)})
    return redirect("office:person")


def _found(request: HttpRequest) -> QuerySet[Question]:
    # On the page itself: who looks up two people in two windows shows and forgets the one that stands there.
    ids = [queries.number(text) for text in " ".join(request.POST.getlist("found")).split()]
    return access.questions_to_show_or_forget(person_of(request)).filter(pk__in=ids).order_by("pk")


def _kept(request: HttpRequest, questions: list[Question]) -> list[Kept]:
    """What else is kept of this person; number and address go along in the forms, so that no session holds them."""
    phone, email = request.POST.get("phone", "")[:60], request.POST.get("email", "")[:254]
    return queries.kept_beside(person_of(request), questions, phone=phone, email=email)


def _demand_coordinator(request: HttpRequest) -> None:
    coordinates = bool(house_ids_of(person_of(request), Role.Kind.COORDINATOR))
    demand(coordinates, _("Only the coordinator of a house does this."), error=NotYours)
