"""Keeping the archive: bring files, see how far they are, correct, show, take away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.house.library import access, actions
from wijkhuis.house.library.forms.keeping import FactsForm, UploadForm
from wijkhuis.house.library.rules.problems import mend_of, reason_of

PER_PAGE = 50


@require_GET
def keep(request: HttpRequest) -> HttpResponse:
    """Every document: how far its reading is, what is wrong with it, and for whom it is."""
    _demand_keeper(request)
    documents = access.visible_to_manager(request.user).select_related("added_by")
    ordered = documents.order_by(F("read_at").desc(nulls_first=True), "-added_at")
    context = {
        "page": Paginator(ordered, PER_PAGE).get_page(request.GET.get("page")),
        "being_read": documents.filter(read_at=None, problem="").count(),
        "removed": access.removed_documents(request.user).order_by("-removed_at")[:PER_PAGE],
    }
    return render(request, "library/keep.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Bring one or more files; a worker reads them."""
    _demand_keeper(request)
    form = UploadForm(request.POST or None, request.FILES or None, initial={"is_public": False})
    if form.is_valid():
        asked = form.cleaned_data
        files = ((file.name or "", file.read()) for file in asked["brought"])
        listed = {name: asked[name] for name in ("title", "author", "year", "kind", "licence") if asked[name]}
        held, refused = actions.ask_reading(files, is_public=asked["is_public"], listed=listed, by=actor_of(request))
        for name, word in refused:
            messages.warning(request, f"{name}: {reason_of(word)} {mend_of(word)}")
        if held:
            messages.success(request, _("The files came in. Below you see how far the reading is."))
        return redirect("library:keep")
    return render(request, "library/add.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct title, author, year, kind, language or licence."""
    found = get_object_or_404(access.visible_to_manager(request.user), pk=pk)
    form = FactsForm(request.POST or None, instance=found)
    if form.is_valid():
        actions.change_document(found, form.cleaned_data, by=actor_of(request))
        messages.success(request, _("The change is saved."))
        return redirect("library:keep")
    context = {"form": form, "document": found}
    return render(request, "library/change.html", context, status=422 if form.errors else 200)


@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a document to everyone, or to staff only; the other way is the undo."""
    found = get_object_or_404(access.visible_to_manager(request.user), pk=pk)
    is_public = request.POST.get("is_public") == "1"
    actions.show_document(found, is_public=is_public, by=actor_of(request))
    said = _("Everyone finds %(title)s now.") if is_public else _("Only staff finds %(title)s now.")
    messages.success(request, said % {"title": found.title})
    return redirect("library:keep")


@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Try once more to read a document."""
    found = get_object_or_404(access.visible_to_manager(request.user), pk=pk)
    actions.read_again(found, by=actor_of(request))
    return redirect("library:keep")


@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, then take a document out for some days, or delete it for good at once."""
    known = access.visible_to_manager(request.user) | access.removed_documents(request.user)
    found = get_object_or_404(known, pk=pk)
    if request.method == "POST":
        title, for_good = found.title, request.POST.get("for_good") == "1"
        act = actions.delete_document if for_good else actions.remove_document
        act(found, by=actor_of(request))
        said = _("%(title)s is deleted for good.") if for_good else _("%(title)s is out of the archive.")
        messages.success(request, said % {"title": title})
        return redirect("library:keep")
    return render(request, "library/remove.html", {"document": found})


@require_POST
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back what was taken out."""
    found = get_object_or_404(access.removed_documents(request.user), pk=pk)
    actions.put_back_document(found, by=actor_of(request))
    messages.success(request, _("%(title)s is in the archive again.") % {"title": found.title})
    return redirect("library:keep")


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Stop reading all that waits."""
    _demand_keeper(request)
    actions.stop_reading(by=actor_of(request))
    messages.success(request, _("We stopped reading. What was read stays; the rest you can read again or take away."))
    return redirect("library:keep")


def _demand_keeper(request: HttpRequest) -> None:
    demand(access.may_keep_archive(request.user), _("Ask the manager of the house to do this."), error=NotYours)
