"""Finding pages by their words and by what they mean. Nothing of what was typed is kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijkhuis.base.language.meaning import Memory, encode
from wijkhuis.base.language.words import fold
from wijkhuis.house.library.access import Somebody, visible_documents
from wijkhuis.house.library.models import Document, DocumentPage
from wijkhuis.house.library.queries.meanings import MEANINGS, Numbers
from wijkhuis.house.library.rules.compounds import all_parts, everyday_words
from wijkhuis.house.library.rules.marking import Pieces, Wanted, found_words, snippet_of, wanted_of

# What a page counts for when all words stand in it, for how well its words fit, and for what it means.
ALL_WORDS = 0.6
WORDS = 0.6
MEANING = 1.0
# A page without any of the words must mean at least this much the same (unlike texts lie around nought), and so many
# of those are shown.
MEANS_THE_SAME = 0.22
MOST_ALIKE = 30
# Words that stand nearly everywhere: so many pages are weighed, those that mean most the same.
MOST_WEIGHED = 400
MOST_FOUND = 200
# So many pages of one document, unless somebody looks in that document.
OF_ONE_DOCUMENT = 3

FIND = """
WITH strict AS (SELECT websearch_to_tsquery('dutch', %(strict)s) AS asked),
loose AS (SELECT to_tsquery('dutch', %(loose)s) AS asked)
SELECT page.id, bool_or(is_strict) FROM (
  SELECT id, true AS is_strict FROM library_documentpage, strict
  WHERE search @@ strict.asked AND document_id = ANY(%(documents)s)
  UNION ALL
  SELECT id, false FROM library_documentpage, loose
  WHERE search @@ loose.asked AND document_id = ANY(%(documents)s)
) page GROUP BY page.id
"""
WEIGH = """
WITH query AS (SELECT to_tsquery('dutch', %(loose)s) || websearch_to_tsquery('dutch', %(strict)s) AS asked)
SELECT id, ts_rank('{.1,.2,.4,1}', search, asked, 1) FROM library_documentpage, query WHERE id = ANY(%(pages)s)
"""


@dataclass(frozen=True)
class Narrowing:
    """Only this document, these years, or this kind; None or empty means all."""

    document: int | None = None
    year_from: int | None = None
    year_until: int | None = None
    kind: str = ""


@dataclass(frozen=True)
class Hit:
    """A page that fits: the page with its document, a line of it, and why, in one line."""

    page: DocumentPage
    snippet: Pieces
    why: str
    # How many other pages of the same document fit too.
    more: int


def search_archive(
    text: str, *, user: Somebody, narrowing: Narrowing = Narrowing(), page: int = 1, per_page: int = 10
) -> tuple[list[Hit], int]:
    """One page of the results, and how many there are. Four queries, whatever the size of the archive.

    With quotation marks or a minus only what stands there exactly is found; otherwise also pages with some of the words
    and pages that mean the same. No words: nothing is found.
    """
    wanted = wanted_of(text)
    documents = {pk: at for pk, at in _narrowed(user, narrowing).values_list("pk", "read_at") if at}
    if not wanted.text.strip() or not documents:
        return [], 0
    meaning = {} if wanted.is_exact else _meaning(wanted, documents)
    found = _by_words(wanted, list(documents), meaning)
    ranked = _ranked(found, meaning)
    owners = dict(DocumentPage.objects.filter(pk__in=ranked).values_list("pk", "document_id"))
    most = len(ranked) if narrowing.document else OF_ONE_DOCUMENT
    kept, of_document = _spread(ranked, owners, most=most)
    shown = kept[(page - 1) * per_page : page * per_page]
    pages = DocumentPage.objects.select_related("document").defer("search", "meaning").in_bulk(shown)
    hits = [
        _hit(pages[pk], wanted, is_strict=found.get(pk, (False, 0))[0], more=of_document[owners[pk]] - 1)
        for pk in shown
        if pk in pages
    ]
    return hits, len(kept)


def pages_of_document(text: str, *, user: Somebody, document: int, most: int = 60) -> list[int]:
    """The numbers of the pages of a document where the words stand, in order."""
    wanted = wanted_of(text)
    if not wanted.words and not wanted.is_exact:
        return []
    documents = list(visible_documents(user).filter(pk=document).values_list("pk", flat=True))
    found = list(_matching(wanted, documents))
    return sorted(DocumentPage.objects.filter(pk__in=found).values_list("number", flat=True))[:most]


def _narrowed(user: Somebody, narrowing: Narrowing) -> QuerySet[Document]:
    documents = visible_documents(user)
    asked: dict[str, Any] = {
        "pk": narrowing.document,
        "year__gte": narrowing.year_from,
        "year__lte": narrowing.year_until,
        "kind": narrowing.kind or None,
    }
    return documents.filter(**{name: value for name, value in asked.items() if value is not None})


_ASKED: Memory[Numbers] = Memory()


def _meaning(wanted: Wanted, documents: Mapping[int, datetime]) -> dict[int, float]:
    """How much each page means what was asked."""
    asked = _ASKED.recall(wanted.text, lambda text: encode([text])[0])
    pages, likeness = MEANINGS.fits(asked, documents)
    return dict(zip(pages.tolist(), likeness.tolist(), strict=True))


def _matching(wanted: Wanted, documents: Sequence[int]) -> dict[int, bool]:
    """The pages with all of the words (True) or, unless it must be exact, some of them."""
    asked: dict[str, Any] = {"strict": fold(wanted.text), "loose": _loose(wanted), "documents": list(documents)}
    with connection.cursor() as cursor:
        cursor.execute(FIND, asked)
        return dict(cursor.fetchall())


def _by_words(wanted: Wanted, documents: Sequence[int], meaning: dict[int, float]) -> dict[int, tuple[bool, float]]:
    """Pages by their words: whether all stand there, and how well they fit (0 to 1)."""
    matching = _matching(wanted, documents)
    order = sorted(matching, key=lambda pk: (-matching[pk], -meaning.get(pk, 0), pk))[:MOST_WEIGHED]
    if not order:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(WEIGH, {"strict": fold(wanted.text), "loose": _loose(wanted), "pages": order})
        weights = dict(cursor.fetchall())
    best = max(weights.values(), default=0) or 1
    return {pk: (matching[pk], weights.get(pk, 0) / best) for pk in order}


def _loose(wanted: Wanted) -> str:
    """Any of the words, their beginnings, and the parts of the long ones; nothing when it must be exact."""
    if wanted.is_exact:
        return ""
    words = [*wanted.words, *all_parts(wanted.words, everyday_words())]
    return " | ".join(f"'{word}':*" if len(word) > 3 else f"'{word}'" for word in words)


def _ranked(found: dict[int, tuple[bool, float]], meaning: dict[int, float]) -> list[int]:
    """The records of pages, the best first."""
    scores = {
        pk: MEANING * max(meaning.get(pk, 0), 0) + WORDS * weight + ALL_WORDS * is_strict
        for pk, (is_strict, weight) in found.items()
    }
    alike = sorted((pk for pk, likeness in meaning.items() if likeness >= MEANS_THE_SAME), key=lambda pk: -meaning[pk])
    for pk in alike[:MOST_ALIKE]:
        scores.setdefault(pk, MEANING * meaning[pk])
    return sorted(scores, key=lambda pk: (-scores[pk], pk))[:MOST_FOUND]


def _spread(ranked: Sequence[int], owners: dict[int, int], *, most: int) -> tuple[list[int], Counter[int]]:
    """At most so many pages of each document, in the same order; and how many each has."""
    seen: Counter[int] = Counter()
    kept = []
    for pk in ranked:
        if pk not in owners:
            continue
        seen[owners[pk]] += 1
        if seen[owners[pk]] <= most:
            kept.append(pk)
    return kept, seen


def _hit(page: DocumentPage, wanted: Wanted, *, is_strict: bool, more: int) -> Hit:
    words = found_words(page.words, wanted)
    told = ", ".join(f"“{word}”" for word in words)
    if is_strict and words:
        why = _("All your words stand here: %(words)s") % {"words": told}
    elif words:
        why = _("Here stands: %(words)s") % {"words": told}
    elif is_strict:
        why = _("What you look for stands here")
    else:
        why = _("This is about the same, in other words")
    return Hit(page=page, snippet=snippet_of(page.words, wanted), why=why, more=more)
