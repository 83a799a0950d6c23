"""A document comes in: kept first, then read page by page, and there for others when all of it is read."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.exceptions import AlreadyEnqueued

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.language.words import holds_bsn, tidy
from wijkhuis.base.messages.queue import leave_work_named
from wijkhuis.house.library import access
from wijkhuis.house.library.actions.indexing import index_pages, known_words
from wijkhuis.house.library.models import Document, DocumentFile, DocumentPage
from wijkhuis.house.library.reading import CannotRead, read_file
from wijkhuis.house.library.rules.facts import facts_of

LARGEST_FILE = 60 * 1024 * 1024
# Pages kept together; so much is in memory at once.
AT_ONCE = 32


def hold(
    content: bytes, *, file_name: str, by: Actor, is_public: bool, listed: Mapping[str, Any] | None = None
) -> Document:
    """Keep a file, not yet read. CannotRead when it is too large or was read before; half read before: that one."""
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    if len(content) > LARGEST_FILE:
        raise CannotRead("too_large")
    checksum = hashlib.sha256(content).hexdigest()
    known = Document.objects.filter(checksum=checksum).first()
    if known and known.read_at:
        raise CannotRead("known")
    facts = facts_of(file_name, listed=listed)
    held, _is_new = Document.objects.update_or_create(
        checksum=checksum,
        defaults={
            **facts,
            "file_name": tidy(file_name)[-200:],
            "is_public": is_public,
            "added_by": by.user,
            "added_at": clock.now(),
            "problem": "",
        },
    )
    DocumentFile.objects.get_or_create(document=held, defaults={"content": content})
    return held


@transaction.atomic
def ask_reading(
    files: Iterable[tuple[str, bytes]], *, is_public: bool, listed: Mapping[str, Any], by: Actor
) -> tuple[list[Document], list[tuple[str, str]]]:
    """Keep files that somebody brought and leave the reading to a worker; gives those, and (name, why) of others."""
    held, refused = [], []
    for name, content in files:
        try:
            held.append(hold(content, file_name=name, by=by, is_public=is_public, listed=listed))
        except CannotRead as problem:
            refused.append((name, problem.word))
    for document in held:
        leave_reading(document)
    return held, refused


def leave_reading(document: Document) -> None:
    """Let a worker read a document, once."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        leave_work_named("library.read_one", once=f"library.read:{document.pk}", document_id=document.pk)


def read_waiting(document_id: int) -> None:
    """Read a document that waits, and write down what was wrong with it."""
    document = Document.objects.filter(pk=document_id, read_at=None).select_related("added_by").first()
    if document is None:
        return
    try:
        read_document(document, by=Actor(user=document.added_by) if document.added_by else SYSTEM)
    except CannotRead as problem:
        document.sheets.all().delete()
        document.problem, document.pages_done = problem.word, 0
        document.save(update_fields=["problem", "pages_done"])


def read_document(
    document: Document,
    *,
    by: Actor,
    content: bytes | None = None,
    listed: Mapping[str, Any] | None = None,
    tell: Callable[[int], None] | None = None,
) -> None:
    """Read all pages, a few at a time; CannotRead when it is broken, and then a part of it may be there."""
    document.sheets.all().delete()
    content = bytes(document.file.content) if content is None else content
    lines = read_file(content)
    found = next(lines, {}).get("facts", {})
    _take_facts(document, found, listed)
    remarks, empty, known = set(), 0, known_words()
    for some in _together(lines):
        remarks |= {line["remark"] for line in some if "remark" in line}
        pages = [(int(line["number"]), tidy(line["words"])) for line in some if "words" in line]
        empty += sum(1 for _number, words in pages if not words)
        if any(holds_bsn(words) for _number, words in pages):
            remarks.add("holds_bsn")
        with transaction.atomic():
            index_pages(document, pages, known=known)
            document.pages_done += len(pages)
            Document.objects.filter(pk=document.pk).update(pages_done=document.pages_done)
        if tell:
            tell(document.pages_done)
    _finish(document, remarks=remarks, empty=empty, by=by)


def _take_facts(document: Document, found: Mapping[str, Any], listed: Mapping[str, Any] | None) -> None:
    """What the file says about itself, where nobody said otherwise."""
    said = dict(listed or {})
    if listed is None:
        # Somebody typed these when bringing the file; what they left empty comes from the file.
        plain = facts_of(document.file_name)
        typed = {"author": document.author, "year": document.year, "licence": document.licence, "kind": document.kind}
        typed["title"] = "" if document.title == plain["title"] else document.title
        typed["kind"] = "" if document.kind == plain["kind"] else document.kind
        said = {name: value for name, value in typed.items() if value}
    for name, value in facts_of(document.file_name, listed=said, found=found).items():
        setattr(document, name, value)
    document.format = found.get("format", Document.Format.TEXT)
    document.pages_done = 0
    document.save()


@transaction.atomic
def _finish(document: Document, *, remarks: set[str], empty: int, by: Actor) -> None:
    """Show what was read; with a citizen service number in it only to staff."""
    if not document.pages_done:
        raise CannotRead("empty")
    if empty:
        remarks.add("no_text" if empty == document.pages_done else "some_without_text")
    weightiest = ("holds_bsn", "too_many_pages", "no_text", "some_without_text")
    document.remark, document.problem = next((word for word in weightiest if word in remarks), ""), ""
    document.is_public = document.is_public and "holds_bsn" not in remarks
    document.pages, document.read_at = document.pages_done, clock.now()
    document.save()
    record("library.document_added", document, by=by)


def _together(lines: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while some := list(islice(lines, AT_ONCE)):
        yield some


def forget_half_read(document: Document) -> None:
    """Let go of a document that could not be read."""
    DocumentPage.objects.filter(document=document).delete()
    document.delete()
