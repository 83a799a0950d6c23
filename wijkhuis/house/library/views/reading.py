"""Reading a document: its facts, its pages, their pictures, and the file."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkhuis.base.access import public
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.house.library import access
from wijkhuis.house.library.forms.searching import WordsForm
from wijkhuis.house.library.models import DocumentFile
from wijkhuis.house.library.pictures import picture_of
from wijkhuis.house.library.queries.leaf import leaf_of
from wijkhuis.house.library.queries.search import pages_of_document
from wijkhuis.house.library.rules.marking import wanted_of
from wijkhuis.house.library.views.frame import demand_patience, frame_of

# Drawing a page is more work than reading one.
PICTURES_A_MINUTE = 60


@public("everybody may read what was published about the neighbourhood")
@require_GET
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known about a document, and where to begin."""
    found = get_object_or_404(access.visible_documents(request.user), pk=pk)
    context = {"document": found, "may_take": access.may_take_along(request.user, found)}
    return render(request, "library/document.html", {**frame_of(request), **context})


@public("everybody may read what was published about the neighbourhood")
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One page, with the words marked that came along by POST; they are kept nowhere."""
    demand_patience(request)
    found = get_object_or_404(access.visible_pages(request.user), document=pk, number=number)
    form = WordsForm(request.POST or None)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    is_large = request.GET.get("groot") == "1"
    context = {
        **frame_of(request),
        "document": found.document,
        "page": found,
        "words": words,
        "is_large": is_large,
        "leaf": leaf_of(found, wanted_of(words) if words else None, size="large" if is_large else "page"),
        "link": settings.SITE_URL + reverse("library:page", args=[pk, number]),
        "hits": pages_of_document(words, user=request.user, document=pk) if words else [],
        "may_take": access.may_take_along(request.user, found.document),
        "before": number - 1,
        "after": number + 1 if number < found.document.pages else 0,
    }
    return render(request, "library/page.html", context)


@public("everybody may read what was published about the neighbourhood")
@require_GET
def picture(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The picture of a page."""
    return _picture(request, pk, number, size="page")


@public("everybody may read what was published about the neighbourhood")
@require_GET
def large_picture(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The picture of a page, large enough to read the small print."""
    return _picture(request, pk, number, size="large")


@public("everybody may take along what its maker gave away")
@require_GET
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came, to keep; never shown inside our own pages, because of what may be in it."""
    demand_patience(request)
    found = get_object_or_404(access.visible_documents(request.user), pk=pk)
    demand(
        access.may_take_along(request.user, found), _("Nobody gave this file away. You can read it here."),
        error=NotYours,
    )  # fmt: skip
    content = get_object_or_404(DocumentFile, document=found).content
    return HttpResponse(
        bytes(content),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(True, found.file_name.rsplit("/", 1)[-1]) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox",
        },
    )


def _picture(request: HttpRequest, pk: int, number: int, *, size: str) -> HttpResponse:
    demand_patience(request, what="archive picture", at_most=PICTURES_A_MINUTE)
    found = get_object_or_404(access.visible_pages(request.user), document=pk, number=number)
    drawn = picture_of(found.document, number, size=size)
    if drawn is None:
        raise Http404
    return HttpResponse(drawn.file.read_bytes(), content_type="image/webp")
