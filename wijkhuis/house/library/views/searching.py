"""The archive for everybody: what there is, and searching in it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from wijkhuis.base.access import public
from wijkhuis.house.library import access
from wijkhuis.house.library.forms.searching import SearchForm
from wijkhuis.house.library.queries import search_archive
from wijkhuis.house.library.views.frame import demand_patience, frame_of

PER_PAGE = 10
DOCUMENTS_PER_PAGE = 30


@public("everybody may read what was published about the neighbourhood")
@require_http_methods(["GET", "POST"])
def archive(request: HttpRequest) -> HttpResponse:
    """A box to search in, and what there is; the words come by POST and are kept nowhere."""
    demand_patience(request)
    form = SearchForm(request.POST or None)
    context = {**frame_of(request), "form": form}
    documents = access.visible_documents(request.user)
    if form.is_valid() and form.cleaned_data["words"]:
        return render(request, "library/archive.html", {**context, **_found(form, request, documents)})
    listed = documents
    if form.is_bound and not form.errors:
        asked = form.narrowing()
        wishes = {"kind": asked.kind, "year__gte": asked.year_from, "year__lte": asked.year_until}
        wished = {name: value for name, value in wishes.items() if value}
        listed, context["is_narrowed"] = listed.filter(**wished), bool(wished)
    context["page"] = Paginator(listed, DOCUMENTS_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "library/archive.html", context, status=422 if form.errors else 200)


def _found(form: SearchForm, request: HttpRequest, documents: Any) -> dict[str, Any]:
    said, number = form.cleaned_data, form.cleaned_data.get("page") or 1
    hits, count = search_archive(
        said["words"], user=request.user, narrowing=form.narrowing(), page=number, per_page=PER_PAGE
    )
    return {
        "hits": hits,
        "count": count,
        "words": said["words"],
        "inside": documents.filter(pk=said["document"]).first() if said.get("document") else None,
        "number": number,
        "last": -(-count // PER_PAGE),
    }
